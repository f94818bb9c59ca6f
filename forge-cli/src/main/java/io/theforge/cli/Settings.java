package io.theforge.cli;

import io.theforge.config.ConfigFile;
import io.theforge.config.ConfigReader;
import io.theforge.config.ForgeConfig;
import io.theforge.config.Operational;
import io.theforge.config.Overrides;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset is to be and how it is made: command line over configuration file over {@code SEEDER_*} over defaults.
 */
record Settings(ForgeConfig config, Operational operational) {
    private static final int BATCH_SIZE = 1000;

    static Settings of(Flags flags, Environment environment, Path workingDirectory) {
        Flags.Dataset dataset = flags.dataset;
        ConfigFile file = dataset.config == null ? null : ConfigReader.read(workingDirectory.resolve(dataset.config));
        Overrides commandLine = new Overrides(
                read("--seed", dataset.seed, Given::seed),
                read("--stores", dataset.stores, Given::count),
                read("--products", dataset.products, Given::count),
                read("--start-date", dataset.startDate, Given::date),
                read("--end-date", dataset.endDate, Given::date),
                read("--sparsity", dataset.sparsity, Given::number));
        ForgeConfig config = ConfigReader.resolve(file, commandLine, Overrides.fromEnvironment(environment::get));
        Operational operational = new Operational(
                first(
                        read("--workers", flags.work.workers, Given::count),
                        file == null ? null : file.workers(),
                        Runtime.getRuntime().availableProcessors()),
                first(
                        read("--batch-size", flags.work.batchSize, Given::count),
                        file == null ? null : file.batchSize(),
                        first(read("SEEDER_BATCH_SIZE", environment.get("SEEDER_BATCH_SIZE"), Given::count), null, BATCH_SIZE)));
        return new Settings(config, operational);
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
