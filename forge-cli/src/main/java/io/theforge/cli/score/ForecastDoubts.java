package io.theforge.cli.score;

import io.theforge.cli.result.Numbers;
import io.theforge.database.forecast.ReadForecasts;
import io.theforge.oracle.metric.Metric;
import io.theforge.oracle.score.Contender;
import io.theforge.oracle.score.DailyDifference;
import io.theforge.oracle.score.ForecastScore;
import io.theforge.oracle.score.Forecasts;
import io.theforge.oracle.score.GroupScore;
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

    /** What is probably wrong. */
    static List<String> warnings(ReadForecasts read, ForecastScore score) {
        List<String> warnings = new ArrayList<>();
        absurd(read, score, warnings);
        DailyDifference leakage = score.leakage;
        if (leakage.better()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "these forecasts are better than the best possible ones: by %.3g units a day, %.1f standard errors, where"
                            + " luck makes up to %.1f (MAE %.3g). This points to leakage: they know something of the days that"
                            + " they forecast; look for the actuals among the features",
                    -leakage.mean(),
                    -leakage.mean() / leakage.standardError(),
                    leakage.standardErrorsOfLuck(),
                    ForecastNotes.all(score).errors(Contender.FORECAST).mae()));
        }
        return warnings;
    }

    /** What may be meant so and may not. */
    static List<String> notes(ReadForecasts read, ForecastScore score) {
        List<String> notes = new ArrayList<>();
        GroupScore all = ForecastNotes.all(score);
        if (!score.leakage.judged()) {
            notes.add("too few dates to judge leakage: " + score.leakage.dates() + ", and it takes "
                    + DailyDifference.MIN_DATES);
        }
        String metrics = score.betterThanOracle().stream()
                .filter(metric -> all.skill(Contender.FORECAST, metric) > 1)
                .map(metric -> metric == Metric.PINBALL ? metric.word() : metric.name())
                .collect(Collectors.joining(", "));
        if (!metrics.isEmpty() && !score.leakage.better()) {
            // Somebody honest gets there by forecasting less than demand, where shelves are often empty
            notes.add(
                    "skill above 1 by more than luck (" + metrics + "): stock cuts sales, and these forecasts know it;"
                            + " if they are not meant to, look for stock or actuals among the features");
        }
        // Most datasets have a series S00001 SKU-000001, so that names do not tell whose forecast it is
        if (!read.marked() && all.skill(Contender.FORECAST, Metric.WAPE) < SKILL_OF_STRANGERS) {
            notes.add("far worse than naive: maybe a forecast of another dataset? a column fingerprint would tell");
        }
        return notes;
    }

    private static void absurd(ReadForecasts read, ForecastScore score, List<String> warnings) {
        Forecasts forecasts = read.forecasts();
        double most = Math.min(ABSURD_UNITS, ABSURD_TIMES * Math.max(1, score.largestSold()));
        long count = 0;
        int worst = 0;
        for (int i = 0; i < forecasts.rows(); i++) {
            double largest = forecasts.largest(i);
            // What was sold before may be sold again
            count += largest >= most && largest > score.largestSold() ? 1 : 0;
            worst = largest > forecasts.largest(worst) ? i : worst;
        }
        if (count > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%s: %,.0f units are forecast, and no series ever sold more than %,.0f on a day%s; are the units right?",
                    read.place(forecasts.line(worst)),
                    forecasts.largest(worst),
                    score.largestSold(),
                    count > 1 ? " (" + Numbers.whole(count - 1) + " more such rows)" : ""));
        }
    }
}
