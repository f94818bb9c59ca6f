package io.theforge.cli;

import io.theforge.database.forecast.ReadForecasts;
import io.theforge.oracle.Contender;
import io.theforge.oracle.ForecastScore;
import io.theforge.oracle.Forecasts;
import io.theforge.oracle.GroupScore;
import io.theforge.oracle.ScoreTable;
import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What has to be known beside the figures, one line each. */
final class ForecastNotes {
    private static final int SHOWN = 3;
    private static final double ABSURD_UNITS = 1e6;
    private static final double ABSURD_TIMES = 100;

    /** What was left out and how the figures are meant. */
    final List<String> notes = new ArrayList<>();

    /** What is probably wrong with the forecasts. */
    final List<String> warnings = new ArrayList<>();

    ForecastNotes(Plan plan, ReadForecasts read, ForecastScore score) {
        notes.addAll(read.notes());
        notScored(plan, score).forEach(reason -> notes.add("cannot be scored, " + reason));
        coverage(plan, score);
        GroupScore all = all(score);
        if (all.seriesWithoutScale() > 0) {
            notes.add(Numbers.whole(all.seriesWithoutScale())
                    + " series are not in RMSSE: before the first cutoff they sold nothing, or the same every day");
        }
        if (!all.leakage.judged()) {
            notes.add("too few days and series to tell whether the forecasts are too good");
        }
        warnings.addAll(read.warnings());
        absurd(read, score);
        leakage(score);
    }

    static GroupScore all(ForecastScore score) {
        return Objects.requireNonNull(score.groups().get(ScoreTable.ALL));
    }

    /** "S00001 SKU-000001". */
    static String name(Plan plan, int pair) {
        return plan.stores().get(plan.storeOf(pair)).code() + " "
                + plan.products().get(plan.productOf(pair)).sku();
    }

    private static List<String> names(Plan plan, List<Integer> pairs) {
        List<String> names =
                pairs.stream().limit(SHOWN).map(pair -> name(plan, pair)).collect(Collectors.toList());
        if (pairs.size() > SHOWN) {
            names.add("...");
        }
        return names;
    }

    /** Forecasts that have nothing to be held against. */
    static List<String> notScored(Plan plan, ForecastScore score) {
        List<String> lines = new ArrayList<>();
        if (score.rowsNotRecorded() > 0) {
            lines.add("no record on that day: " + Numbers.whole(score.rowsNotRecorded()));
        }
        if (score.rowsNeverRecorded() > 0) {
            lines.add("series that are never recorded: " + Numbers.whole(score.rowsNeverRecorded()) + " ("
                    + String.join(", ", names(plan, score.seriesNeverRecorded())) + ")");
        }
        if (score.rowsCold() > 0) {
            lines.add("nothing known of the series at the cutoff: " + Numbers.whole(score.rowsCold()));
        }
        return lines;
    }

    private void coverage(Plan plan, ForecastScore score) {
        long scored = all(score).days();
        if (score.daysMissing() == 0) {
            return;
        }
        notes.add(String.format(
                Locale.ROOT,
                "coverage %.1f %%: %,d days of recorded series have no forecast and are not in the figures%s",
                100.0 * scored / (scored + score.daysMissing()),
                score.daysMissing(),
                score.seriesMissing().isEmpty()
                        ? ""
                        : "; no forecast at all for "
                                + Numbers.whole(score.seriesMissing().size()) + " series ("
                                + String.join(", ", names(plan, score.seriesMissing())) + ")"));
    }

    private void absurd(ReadForecasts read, ForecastScore score) {
        Forecasts forecasts = read.forecasts();
        double most = Math.min(ABSURD_UNITS, ABSURD_TIMES * Math.max(1, score.largestSold()));
        long count = 0;
        int worst = 0;
        for (int i = 0; i < forecasts.rows(); i++) {
            count += forecasts.point[i] > most ? 1 : 0;
            worst = forecasts.point[i] > forecasts.point[worst] ? i : worst;
        }
        if (count > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%s: %,.0f units are forecast, and no series ever sold more than %,.0f on a day%s; are the units right?",
                    read.place(forecasts.line[worst]),
                    forecasts.point[worst],
                    score.largestSold(),
                    count > 1 ? " (" + Numbers.whole(count - 1) + " more such forecasts)" : ""));
        }
    }

    /** Groups whose forecasts are too good: demand classes and all. */
    static List<String> leaking(ForecastScore score) {
        return score.groups().entrySet().stream()
                .filter(group -> !group.getKey().startsWith("category "))
                .filter(group -> group.getValue().leakage.suspected())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void leakage(ForecastScore score) {
        List<String> groups = leaking(score);
        if (groups.isEmpty()) {
            return;
        }
        GroupScore worst = Objects.requireNonNull(score.groups().get(groups.get(0)));
        warnings.add(String.format(
                Locale.ROOT,
                "these forecasts are better than the best possible ones: by %.3g units a day, %.1f standard errors (%s;"
                        + " MAE %.3g). This points to leakage: they know something of the days that they forecast",
                -worst.leakage.meanDifference(),
                -worst.leakage.meanDifference() / worst.leakage.standardError(),
                String.join(", ", groups),
                worst.errors(Contender.FORECAST).mae()));
    }
}
