package io.theforge.cli.score;

import io.theforge.cli.result.Numbers;
import io.theforge.database.forecast.ReadForecasts;
import io.theforge.oracle.forecast.Forecasts;
import io.theforge.oracle.forecast.PairForecasts;
import io.theforge.oracle.metric.Metric;
import io.theforge.oracle.score.Contender;
import io.theforge.oracle.score.ForecastScore;
import io.theforge.oracle.score.GroupScore;
import io.theforge.oracle.score.Leakage;
import io.theforge.oracle.score.Luck;
import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Forecasts that are too good, too bad or too high to be meant. */
final class ForecastDoubts {
    private static final double ABSURD_UNITS = 1e6;
    private static final double ABSURD_TIMES = 100;
    private static final double SKILL_OF_STRANGERS = -0.5;

    private ForecastDoubts() {}

    /** Whether they know too much. */
    static List<String> leakage(ScoredModel model) {
        Leakage leakage = model.score().leakage;
        if (!leakage.suspected()) {
            return List.of();
        }
        return List.of(String.format(
                Locale.ROOT,
                "these forecasts know something of what came: as much as if %.1f %% of the actuals were mixed in, %.1f standard"
                        + " errors, where luck makes up to %.1f. This points to leakage; look for the actuals among the features",
                100 * leakage.share(),
                leakage.share() / leakage.standardError(),
                leakage.standardErrorsOfLuck()));
    }

    /** What may be meant so and may not. */
    static List<String> notes(Plan plan, ReadForecasts read, ScoredModel model) {
        List<String> notes = new ArrayList<>();
        ForecastScore score = model.score();
        GroupScore all = model.all();
        if (!score.leakage.judged()) {
            notes.add("too few dates to judge leakage: " + score.leakage.dates() + ", and it takes " + Luck.MIN_DATES);
        }
        String metrics = score.betterThanOracle().stream()
                .filter(metric -> all.skill(Contender.FORECAST, metric) > 1)
                .map(metric -> metric == Metric.PINBALL ? metric.word() : metric.name())
                .collect(Collectors.joining(", "));
        if (!metrics.isEmpty() && !score.leakage.suspected()) {
            // Somebody honest gets there by forecasting less than demand, where shelves are often empty
            notes.add("skill above 1 by more than luck (" + metrics + "): stock cuts sales"
                    + (plan.config().movement().isHidden() ? ", or levels move after the cutoff" : "")
                    + ", and these forecasts know it; if they are not meant to, look for stock or actuals among the"
                    + " features");
        }
        // Most datasets have a series S00001 SKU-000001, so that names do not tell whose forecast it is
        if (!read.marked() && all.skill(Contender.FORECAST, Metric.WAPE) < SKILL_OF_STRANGERS) {
            notes.add("far worse than naive: maybe a forecast of another dataset? a column fingerprint would tell");
        }
        return notes;
    }

    /** Forecasts of more than anybody ever bought. */
    static List<String> absurd(Plan plan, ReadForecasts read, ForecastScore score) {
        Forecasts forecasts = read.forecasts();
        double most = Math.min(ABSURD_UNITS, ABSURD_TIMES * Math.max(1, score.largestSold()));
        // What was sold before may be sold again
        if (forecasts.largest() < most || forecasts.largest() <= score.largestSold()) {
            return List.of();
        }
        long count = 0;
        PairForecasts rows = forecasts.from(0);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            rows.read(pair);
            for (int i = 0; i < rows.rows(); i++) {
                count += rows.largest(i) >= most && rows.largest(i) > score.largestSold() ? 1 : 0;
            }
        }
        return List.of(String.format(
                Locale.ROOT,
                "%s: %,.0f units are forecast, and no series ever sold more than %,.0f on a day%s; are the units right?",
                read.place(forecasts.lineOfLargest()),
                forecasts.largest(),
                score.largestSold(),
                count > 1 ? " (" + Numbers.whole(count - 1) + " more such rows)" : ""));
    }
}
