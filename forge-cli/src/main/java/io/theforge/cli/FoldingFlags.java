package io.theforge.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which days forecasts are scored. */
final class FoldingFlags {
    @Option(names = "--horizons", paramLabel = "DAYS,...", description = "how many days are forecast (1,7,14,28)")
    @Nullable
    String horizons;

    @Option(
            names = "--folds",
            paramLabel = "INTEGER",
            description = "rolling origins, side by side up to the last day (as many as fit, at most 12)")
    @Nullable
    String folds;

    @Option(names = "--cutoffs", paramLabel = "DATE,...", description = "instead: the last known day of each fold")
    @Nullable
    String cutoffs;

    @Option(
            names = "--ours-only",
            description = "also where sales_daily holds rows that The Forge did not make: they are left out")
    boolean oursOnly;
}
