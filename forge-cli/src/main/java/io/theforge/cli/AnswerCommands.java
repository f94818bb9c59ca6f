package io.theforge.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands that ask for what only the maker of a dataset knows. */
final class AnswerCommands {
    private AnswerCommands() {}

    @Command(
            name = "uplift",
            sortOptions = false,
            usageHelpWidth = 100,
            description = {
                "Tells what an effect, such as promotions, truly did.",
                "It is the dataset less its twin, made from the same draws without it; for promotions beside the",
                "estimate that a look at the weeks before would give.",
            })
    static final class Uplift extends Commands.AskedOfDatabase {
        @Option(
                names = "--of",
                paramLabel = "EFFECT",
                description = {
                    "promotions, stockouts, anomalies, holidays, price_changes, noise, trend or shocks (promotions)",
                })
        @Nullable
        String of;

        Uplift() {
            super(Operation.UPLIFT);
        }

        @Override
        void addTo(Flags flags) {
            super.addTo(flags);
            flags.effect = of;
        }
    }

    @Command(
            name = "oracle",
            sortOptions = false,
            usageHelpWidth = 100,
            description = {
                "Tells the best score that anyone could reach on the dataset.",
                "It comes from the distribution of demand, and stands beside naive, seasonal naive and moving",
                "average on the same days, by horizon, class and category.",
            })
    static final class Oracle extends Commands.AskedOfDatabase {
        @Mixin
        final FoldingFlags folding = new FoldingFlags();

        Oracle() {
            super(Operation.ORACLE);
        }

        @Override
        void addTo(Flags flags) {
            super.addTo(flags);
            flags.folding = folding;
        }
    }

    @Command(
            name = "score",
            sortOptions = false,
            usageHelpWidth = 100,
            description = {
                "Scores anyone's forecasts, between the naive one and the best possible one.",
                "It tells where they stand between the naive forecast, 0, and the oracle, 1, who knows each day's",
                "demand but no draw; which series cost most; and whether they are too good to be true. FILE is CSV or Parquet with the columns date, store_code, sku and forecast.",
                "It may have q0.05, q0.25, q0.5, q0.75, q0.95, the quantiles; cutoff, the last day known to the",
                "row (the day before the first forecast); and fingerprint, the dataset's, which is checked.",
            })
    static final class Score extends Commands.AskedOfDatabase {
        @Parameters(paramLabel = "FILE", description = "the forecasts; - is standard input")
        @Nullable
        String file;

        @Option(
                names = "--html",
                paramLabel = "FILE",
                description = "write charts to this new file, one page that needs no network")
        @Nullable
        String html;

        @Option(
                names = "--ours-only",
                description = "also where sales_daily holds rows that The Forge did not make: they are left out")
        boolean oursOnly;

        Score() {
            super(Operation.SCORE);
        }

        @Override
        void addTo(Flags flags) {
            super.addTo(flags);
            flags.forecastFile = file;
            flags.html = html;
            flags.folding.oursOnly = oursOnly;
        }
    }
}
