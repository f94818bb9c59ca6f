package io.theforge.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands that ask for what only the maker of a dataset knows. */
final class AnswerCommands {
    private AnswerCommands() {}

    @Command(
            name = "uplift",
            sortOptions = false,
            usageHelpWidth = 100,
            description = {
                "Tells what an effect truly did: the dataset less its twin, made from the same draws without it;",
                "for promotions beside the estimate that a look at the weeks before would give.",
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
}
