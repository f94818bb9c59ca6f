package io.theforge.cli.input;

import io.theforge.cli.result.UsageException;
import io.theforge.config.ConfigFile;
import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to make: all that the rows depend on, beside the configuration file. */
public final class DatasetFlags implements FlagGroup {
    @Option(names = "--seed", paramLabel = "INTEGER", description = "64-bit; another seed, another shop (42)")
    @Nullable
    String seed;

    @Option(names = "--stores", paramLabel = "INTEGER", description = "how many stores (10)")
    @Nullable
    String stores;

    @Option(names = "--products", paramLabel = "INTEGER", description = "how many products (50)")
    @Nullable
    String products;

    @Option(names = "--start-date", paramLabel = "DATE", description = "first day (2024-01-01)")
    @Nullable
    String startDate;

    @Option(names = "--end-date", paramLabel = "DATE", description = "last day, inclusive (2024-12-31)")
    @Nullable
    String endDate;

    @Option(
            names = "--sparsity",
            paramLabel = "FLOAT",
            description = "share of store-product combinations without sales, 0 to 1 (0.0)")
    @Nullable
    String sparsity;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            completionCandidates = Candidates.ScenarioNames.class,
            description = "a preset; forge scenarios lists them")
    @Nullable
    String scenario;

    @Option(names = "--config", paramLabel = "PATH", description = "a YAML file; flags are stronger than it")
    @Nullable
    String config;

    @Option(
            names = "--without",
            paramLabel = "EFFECT",
            completionCandidates = Candidates.Effects.class,
            description = {
                "the same shop from the same draws without promotions, advertising,",
                "stockouts, anomalies, holidays, price_changes, noise, trend, shocks,",
                "drift, weekly_noise, absences or calendar_effects; repeatable",
            })
    List<String> without = new ArrayList<>();

    @Override
    public String heading() {
        return WHAT_TO_MAKE;
    }

    /** Returns the configuration file as it was named, null when none was. */
    public @Nullable String config() {
        return config;
    }

    /** Returns the name of one of these flags that was given, null when none was. */
    public @Nullable String given() {
        Map<String, @Nullable Object> flags = new LinkedHashMap<>();
        flags.put("--seed", seed);
        flags.put("--stores", stores);
        flags.put("--products", products);
        flags.put("--start-date", startDate);
        flags.put("--end-date", endDate);
        flags.put("--sparsity", sparsity);
        flags.put("--scenario", scenario);
        flags.put("--config", config);
        flags.put("--without", without.isEmpty() ? null : without);
        return flags.entrySet().stream()
                .filter(flag -> flag.getValue() != null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Returns the names of the effects that are left out. */
    public List<String> without() {
        return without;
    }

    /** Returns what the file that was named says; null where none was. */
    public @Nullable ConfigFile file(Path workingDirectory) {
        if (config != null && config.isBlank()) {
            throw new UsageException("--config", "names no file", "name a YAML file, or leave it out");
        }
        return config == null ? null : ConfigReader.read(workingDirectory.resolve(config));
    }

    Overrides overrides() {
        if ("rag-agent".equals(scenario)) {
            throw new UsageException(
                    "--scenario",
                    "rag-agent is the check of a stack from end to end, and no dataset",
                    "give it alone: ./forge --scenario rag-agent --dry-run");
        }
        return new Overrides(
                TextValue.read("--seed", seed, TextValue::seed),
                TextValue.read("--stores", stores, TextValue::count),
                TextValue.read("--products", products, TextValue::count),
                TextValue.read("--start-date", startDate, TextValue::date),
                TextValue.read("--end-date", endDate, TextValue::date),
                TextValue.read("--sparsity", sparsity, TextValue::number),
                scenario,
                without.stream()
                        .map(word -> new TextValue("--without", word).effect())
                        .toList());
    }
}
