package io.theforge.cli;

import io.theforge.config.ConfigFile;
import io.theforge.config.ConfigReader;
import io.theforge.config.Effect;
import io.theforge.config.Overrides;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Operational;
import io.theforge.config.model.Setting;
import io.theforge.database.append.AppendRequest;
import io.theforge.demand.DemandLimits;
import io.theforge.demand.ShockReach;
import io.theforge.plan.Plan;
import io.theforge.text.NearestWord;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset is to be and how it is made: command line over configuration file over scenario over {@code SEEDER_*} over
 * defaults.
 *
 * @param placed the same error, at the place that gave the value which it names
 */
record Settings(ForgeConfig config, Operational operational, UnaryOperator<ConfigException> placed) {
    private static final String DEFAULT_SEED = "SEEDER_DEFAULT_SEED";
    private static final int BATCH_SIZE = 1000;
    private static final int MOST_WORKERS = 1024;
    private static final int LARGEST_BATCH = 1_000_000;

    static Settings of(Flags flags, Environment environment, Path workingDirectory) {
        ConfigFile file = file(flags.dataset, workingDirectory);
        Overrides commandLine = commandLine(flags.dataset);
        Overrides variables = Overrides.fromEnvironment(environment::get);
        return new Settings(
                ConfigReader.resolve(file, commandLine, variables),
                operational(flags, environment, file),
                error -> ConfigReader.located(error, file, commandLine, variables));
    }

    /** Every key with its value and where that comes from. */
    static List<Setting> explain(Flags flags, Environment environment, Path workingDirectory) {
        ConfigFile file = file(flags.dataset, workingDirectory);
        List<Setting> settings =
                ConfigReader.explain(file, commandLine(flags.dataset), Overrides.fromEnvironment(environment::get));
        Operational operational = operational(flags, environment, file);
        return settings.stream()
                .map(setting -> switch (setting.key()) {
                    case "batch_size" ->
                        operational(
                                setting,
                                operational.batchSize(),
                                flags.work.batchSize == null ? null : "--batch-size",
                                environment.get("SEEDER_BATCH_SIZE") == null ? null : "SEEDER_BATCH_SIZE");
                    case "workers" ->
                        operational(
                                setting, operational.workers(), flags.work.workers == null ? null : "--workers", null);
                    default -> setting;
                })
                .toList();
    }

    /** What the file says of it is known; flags are stronger, variables weaker. */
    private static Setting operational(Setting setting, int value, @Nullable String flag, @Nullable String variable) {
        if (flag != null) {
            return Setting.of(setting.key(), value, Setting.Source.COMMAND_LINE, flag);
        }
        if (setting.place() != null) {
            return setting;
        }
        return Setting.of(
                setting.key(), value, variable == null ? Setting.Source.DEFAULT : Setting.Source.ENVIRONMENT, variable);
    }

    private static @Nullable ConfigFile file(Flags.Dataset dataset, Path workingDirectory) {
        if (dataset.config != null && dataset.config.isBlank()) {
            throw new UsageException("--config", "names no file", "name a YAML file, or leave it out");
        }
        return dataset.config == null ? null : ConfigReader.read(workingDirectory.resolve(dataset.config));
    }

    private static Overrides commandLine(Flags.Dataset dataset) {
        return new Overrides(
                read("--seed", dataset.seed, Given::seed),
                read("--stores", dataset.stores, Settings::things),
                read("--products", dataset.products, Settings::things),
                read("--start-date", dataset.startDate, Given::date),
                read("--end-date", dataset.endDate, Given::date),
                read("--sparsity", dataset.sparsity, Given::number),
                dataset.scenario,
                without(dataset));
    }

    private static List<Effect> without(Flags.Dataset dataset) {
        return dataset.without.stream().map(word -> effect("--without", word)).toList();
    }

    /** The effect of a name. @param flag that gave it */
    static Effect effect(String flag, String word) {
        List<Effect> all = List.of(Effect.values());
        List<String> words = all.stream().map(Effect::word).toList();
        if (!words.contains(word)) {
            String hint = NearestWord.of(word, words)
                    .map(nearest -> "did you mean " + nearest + "? ")
                    .orElse("");
            throw new UsageException(
                    flag,
                    "\"" + word + "\" is no effect that can be left out",
                    hint + "there are " + String.join(", ", words));
        }
        return all.get(words.indexOf(word));
    }

    /** How it is done, file or no file. */
    static Operational operational(Flags flags, Environment environment, @Nullable ConfigFile file) {
        return new Operational(
                first(
                        read("--workers", flags.work.workers, given -> given.count(MOST_WORKERS)),
                        file == null ? null : file.workers(),
                        Runtime.getRuntime().availableProcessors()),
                first(
                        batchSize("--batch-size", flags.work.batchSize),
                        file == null ? null : file.batchSize(),
                        first(batchSize("SEEDER_BATCH_SIZE", environment.get("SEEDER_BATCH_SIZE")), null, BATCH_SIZE)),
                !flags.work.noVerify);
    }

    /** The plan of the dataset; what it refuses, it refuses at its place. */
    Plan plan() {
        return located(() -> {
            Plan plan = Plan.of(config);
            ShockReach.check(plan);
            DemandLimits.check(plan);
            return plan;
        });
    }

    /** What is refused on the way for a value is refused at the place that gave it. */
    <T> T located(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConfigException e) {
            throw placed.apply(e);
        }
    }

    /** What is to be appended; the environment's seed is for where there is nothing of ours yet. */
    static AppendRequest append(Flags.Dataset dataset, Environment environment, boolean confirmed) {
        Long seed = Overrides.fromEnvironment(name -> name.equals(DEFAULT_SEED) ? environment.get(name) : null)
                .seed();
        return new AppendRequest(
                read("--start-date", dataset.startDate, Given::date),
                read("--end-date", dataset.endDate, Given::date),
                read("--seed", dataset.seed, Given::seed),
                confirmed,
                seed == null ? AppendRequest.FIRST_SEED : seed);
    }

    /** The configuration knows how many there may be. */
    private static int things(Given given) {
        return given.count(Integer.MAX_VALUE);
    }

    private static @Nullable Integer batchSize(String place, @Nullable String text) {
        return read(place, text, given -> given.count(LARGEST_BATCH));
    }

    private static <T> @Nullable T read(String place, @Nullable String text, Function<Given, T> reading) {
        return text == null ? null : reading.apply(new Given(place, text));
    }

    private static int first(@Nullable Integer strongest, @Nullable Integer weaker, int fallback) {
        if (strongest != null) {
            return strongest;
        }
        return weaker != null ? weaker : fallback;
    }
}
