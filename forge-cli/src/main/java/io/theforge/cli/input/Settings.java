package io.theforge.cli.input;

import io.theforge.config.ConfigFile;
import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Operational;
import io.theforge.config.model.Setting;
import io.theforge.demand.DemandLimits;
import io.theforge.demand.ShockReach;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset is to be and how it is made: command line over configuration file over scenario over {@code SEEDER_*} over
 * defaults.
 *
 * @param placed the same error, at the place that gave the value which it names
 * @param warnings what of it has no effect
 */
public record Settings(
        ForgeConfig config,
        Operational operational,
        UnaryOperator<ConfigException> placed,
        Supplier<List<String>> warnings) {

    public static Settings of(DatasetFlags dataset, WorkSettings work, Environment environment, Path workingDirectory) {
        ConfigFile file = dataset.file(workingDirectory);
        Overrides commandLine = dataset.overrides();
        Overrides variables = Overrides.fromEnvironment(environment::get);
        return new Settings(
                ConfigReader.resolve(file, commandLine, variables),
                work.operational(environment, file),
                error -> ConfigReader.located(error, file, commandLine, variables),
                () -> ConfigReader.warnings(file, commandLine, variables));
    }

    /** Returns every key with its value and where that comes from. */
    public static List<Setting> explain(
            DatasetFlags dataset, WorkSettings work, Environment environment, Path workingDirectory) {
        @Nullable ConfigFile file = dataset.file(workingDirectory);
        List<Setting> settings =
                ConfigReader.explain(file, dataset.overrides(), Overrides.fromEnvironment(environment::get));
        Operational operational = work.operational(environment, file);
        return settings.stream()
                .map(setting -> work.explain(setting, operational, environment))
                .toList();
    }

    /** Returns the plan of the dataset; what it refuses, it refuses at its place. */
    public Plan plan() {
        return located(() -> {
            Plan plan = Plan.of(config);
            ShockReach.check(plan);
            DemandLimits.check(plan);
            return plan;
        });
    }

    /** What is refused on the way for a value is refused at the place that gave it. */
    public <T> T located(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConfigException e) {
            throw placed.apply(e);
        }
    }
}
