package io.theforge.cli.score;

import io.theforge.cli.input.FlagGroup;
import io.theforge.cli.input.TextValue;
import io.theforge.cli.result.UsageException;
import io.theforge.config.model.DateRange;
import io.theforge.oracle.Folds;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which days forecasts are scored. */
final class FoldingFlags implements FlagGroup {
    private static final int MAX_HORIZON_DAYS = 366;
    private static final int MAX_FOLDS = 1000;

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

    @Override
    public String heading() {
        return "Which days are forecast";
    }

    /** Returns the horizons, in days. */
    List<Integer> horizonDays() {
        if (horizons == null) {
            return Folds.HORIZONS;
        }
        return Arrays.stream(horizons.split(",", -1))
                .map(text -> new TextValue("--horizons", text).count(MAX_HORIZON_DAYS))
                .toList();
    }

    /** Returns the folds over the days of a dataset. */
    Folds folds(DateRange range, List<Integer> horizonDays) {
        if (cutoffs == null) {
            Integer count = TextValue.read("--folds", folds, value -> value.count(MAX_FOLDS));
            return Folds.last(range, count, horizonDays);
        }
        if (folds != null) {
            throw new UsageException(
                    "--folds", "does not go with --cutoffs, which names the folds one by one", "give one of them");
        }
        List<LocalDate> dates = Arrays.stream(cutoffs.split(",", -1))
                .map(text -> new TextValue("--cutoffs", text).date())
                .toList();
        return Folds.at(range, dates, horizonDays);
    }
}
