package io.theforge.server.dataset;

import io.theforge.cli.result.Shell;
import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.DatabaseStatus.Run;
import io.theforge.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the present dataset comes of.
 *
 * @param scenario the preset that it began with, null when it began with the defaults
 * @param seed of its stores, products and first days
 * @param command makes the rows of the record again, with the same fingerprint, wherever it is run; null where some have been deleted, or
 *     where they go on from rows of others
 */
record Recipe(
        @Nullable String scenario,
        @Nullable Long seed,
        @Nullable String command) {
    private static final Recipe NONE = new Recipe(null, null, null);

    /** @param databaseFlag what leads other commands to the database, null where they find it by themselves */
    static Recipe of(DatabaseStatus status, @Nullable String databaseFlag) {
        if (status.runs().isEmpty() || status.managedRows().values().stream().allMatch(rows -> rows == 0)) {
            return NONE;
        }
        Run last = status.runs().get(0);
        if (last.configuration().lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
            return new Recipe(null, last.seed(), null);
        }
        ForgeConfig config;
        try {
            config = ConfigReader.recorded(last.configuration(), "the record of run " + last.id());
        } catch (ConfigException e) {
            // another version of the Forge has written it
            return new Recipe(null, last.seed(), null);
        }
        boolean whole = !last.configuration().startsWith("# --delete");
        return new Recipe(
                config.scenario(), config.seed(), whole ? command(config, last, hasTruth(status), databaseFlag) : null);
    }

    static boolean hasTruth(DatabaseStatus status) {
        return status.rows().getOrDefault(Table.TRUTH_DAILY, 0L) > 0;
    }

    private static String command(ForgeConfig config, Run run, boolean truth, @Nullable String databaseFlag) {
        List<String> making = new ArrayList<>(List.of("--full-new"));
        List<String> flags = flags(config);
        making.addAll(flags == null ? List.of("--config", "shop.yaml") : flags);
        if (truth) {
            making.add("--truth");
        }
        making.add("--confirm");
        if (databaseFlag != null) {
            making.addAll(List.of("--database", databaseFlag));
        }
        String make = Shell.command(making.toArray(String[]::new));
        if (flags != null) {
            return make;
        }
        List<String> showing = new ArrayList<>(List.of("runs", "show", Long.toString(run.id())));
        if (databaseFlag != null) {
            showing.addAll(List.of("--database", databaseFlag));
        }
        return Shell.command(showing.toArray(String[]::new)) + " > shop.yaml && " + make;
    }

    /** Returns the flags that make a configuration, null when none do. All are given, so that no default and no variable has a say. */
    private static @Nullable List<String> flags(ForgeConfig config) {
        double sparsity = config.sparsity().missingCombinations();
        for (Double given : new Double[] {null, sparsity}) {
            Overrides overrides = new Overrides(
                    config.seed(),
                    config.stores().count(),
                    config.products().count(),
                    config.dateRange().start(),
                    config.dateRange().end(),
                    given,
                    config.scenario());
            if (makes(overrides, config)) {
                return words(overrides);
            }
        }
        return null;
    }

    private static boolean makes(Overrides overrides, ForgeConfig config) {
        try {
            return ConfigReader.resolve(null, overrides, Overrides.NONE).equals(config);
        } catch (ConfigException e) {
            return false;
        }
    }

    private static List<String> words(Overrides overrides) {
        List<String> words = new ArrayList<>();
        add("--scenario", overrides.scenario(), words);
        add("--seed", overrides.seed(), words);
        add("--stores", overrides.stores(), words);
        add("--products", overrides.products(), words);
        add("--start-date", overrides.startDate(), words);
        add("--end-date", overrides.endDate(), words);
        add("--sparsity", overrides.sparsity(), words);
        return words;
    }

    private static void add(String flag, @Nullable Object value, List<String> words) {
        if (value != null) {
            words.add(flag);
            words.add(value.toString());
        }
    }
}
