package io.theforge.oracle;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DateRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rolling origins: at each cutoff the days before it are known, and the next ones are forecast.
 *
 * @param cutoffs first unknown days, ascending, counted from the dataset's first day
 * @param horizons how many days are forecast, ascending; a horizon's score is over all its days, as in the M5
 */
public record Folds(List<Integer> cutoffs, List<Integer> horizons) {
    /** Horizons where nobody says otherwise. */
    public static final List<Integer> HORIZONS = List.of(1, 7, 14, 28);

    /** Most folds where nobody says otherwise. */
    public static final int MAX_FOLDS = 12;

    /** Known days that the first cutoff leaves at least, where the dataset is long enough. */
    private static final int MIN_KNOWN_DAYS = 28;

    public Folds {
        cutoffs = cutoffs.stream().sorted().distinct().toList();
        horizons = horizons.stream().sorted().distinct().toList();
    }

    /** Returns the longest horizon. */
    public int longest() {
        return horizons.get(horizons.size() - 1);
    }

    /**
     * Returns folds side by side, back from the dataset's last day, that do not share a forecast day.
     *
     * @param count null for as many as fit, twelve at most
     * @throws ConfigException when the data are too short
     */
    public static Folds last(DateRange range, @Nullable Integer count, List<Integer> horizons) {
        Folds none = new Folds(List.of(), horizons);
        int longest = none.longest();
        int fit = (range.days() - Math.min(MIN_KNOWN_DAYS, longest)) / longest;
        if (fit < 1) {
            throw tooLong(longest, range);
        }
        int folds = count == null ? Math.min(MAX_FOLDS, fit) : count;
        if ((long) folds * longest >= range.days()) {
            throw new ConfigException(
                    folds + " folds of " + longest + " days and a day to know before them do not fit into the "
                            + range.days() + " days of the dataset",
                    "take " + fit + " or fewer, or shorter horizons",
                    "--folds");
        }
        List<Integer> cutoffs = new ArrayList<>();
        for (int fold = 1; fold <= folds; fold++) {
            cutoffs.add(range.days() - fold * longest);
        }
        return new Folds(cutoffs, horizons);
    }

    /**
     * Returns folds at given dates, each the last known day.
     *
     * @throws ConfigException when nothing is known before one, or the data end before its horizon does
     */
    public static Folds at(DateRange range, List<LocalDate> lastKnownDays, List<Integer> horizons) {
        Folds none = new Folds(List.of(), horizons);
        List<Integer> cutoffs = new ArrayList<>();
        for (LocalDate last : lastKnownDays) {
            long cutoff = ChronoUnit.DAYS.between(range.start(), last) + 1;
            if (cutoff < 1) {
                throw new ConfigException(
                        "the cutoff " + last + " is before the first day, " + range.start(),
                        "give the last day that the forecaster knows",
                        "--cutoffs");
            }
            if (cutoff + none.longest() > range.days()) {
                throw new ConfigException(
                        "the cutoff " + last + " leaves " + Math.max(0, range.days() - cutoff)
                                + " days to score, and the longest horizon is " + none.longest(),
                        "give a cutoff up to " + range.end().minusDays(none.longest()) + ", or shorter horizons",
                        "--cutoffs");
            }
            cutoffs.add((int) cutoff);
        }
        return new Folds(cutoffs, horizons);
    }

    private static ConfigException tooLong(int horizon, DateRange range) {
        return new ConfigException(
                "a horizon of " + horizon + " days and days to know before it need more than the " + range.days()
                        + " days of the dataset",
                "give shorter horizons, or make a longer dataset",
                "--horizons");
    }
}
