package io.theforge.cli.score;

import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Numbers;
import io.theforge.database.forecast.ReadForecasts;
import io.theforge.oracle.metric.Metric;
import io.theforge.oracle.score.Contender;
import io.theforge.oracle.score.ForecastScore;
import io.theforge.oracle.score.GroupScore;
import io.theforge.oracle.score.SeriesCost;
import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The score for people. */
final class ForecastText {
    private static final int SERIES_SHOWN = 10;

    private ForecastText() {}

    static List<String> lines(Plan plan, ReadForecasts read, ForecastScore score, ForecastNotes notes) {
        GroupScore all = ForecastNotes.all(score);
        List<String> lines = new ArrayList<>();
        lines.add(Numbers.counted(all.days(), "forecast") + " of " + Numbers.whole(all.series()) + " series, "
                + origins(plan, read) + ", up to "
                + Numbers.counted(score.leads().lastKey(), "day") + " ahead");
        lines.add("");
        lines.addAll(contenders(all));
        lines.add("");
        lines.addAll(groups(score));
        lines.add("");
        lines.addAll(costliest(plan, score, all));
        lines.add("");
        lines.add("skill: 0 = naive, which repeats the last known day; 1 = oracle, who knows each day's demand");
        lines.add("but no draw; both on the same days");
        lines.addAll(notes.notes);
        notes.warnings.forEach(warning -> lines.add("WARNING: " + warning));
        return lines;
    }

    private static String origins(Plan plan, ReadForecasts read) {
        int[] cutoffs = read.forecasts().cutoffs();
        String first = date(plan, cutoffs[0] - 1);
        return cutoffs.length == 1
                ? "known up to " + first
                : Numbers.whole(cutoffs.length) + " cutoffs, " + first + " to "
                        + date(plan, cutoffs[cutoffs.length - 1] - 1);
    }

    static String date(Plan plan, int day) {
        return plan.config().dateRange().start().plusDays(day).toString();
    }

    private static List<Metric> metrics(GroupScore all) {
        return List.of(Metric.values()).stream()
                .filter(metric -> metric != Metric.PINBALL || !Double.isNaN(all.figure(Contender.FORECAST, metric)))
                .toList();
    }

    private static List<String> contenders(GroupScore all) {
        List<Metric> metrics = metrics(all);
        Stream<String> titles = metrics.stream()
                .map(metric -> metric == Metric.PINBALL || metric == Metric.BIAS ? metric.word() : metric.name());
        Columns columns =
                new Columns(Stream.concat(Stream.of("all series"), titles).toArray(String[]::new));
        for (Contender contender : Contender.values()) {
            columns.add(
                    contender.word().replace('_', ' '),
                    metrics.stream()
                            .map(metric -> figure(metric, all.figure(contender, metric)))
                            .toArray(String[]::new));
            if (contender == Contender.FORECAST) {
                columns.add(
                        "skill",
                        metrics.stream()
                                .map(metric -> figure("%.2f", all.skill(contender, metric)))
                                .toArray(String[]::new));
            }
        }
        return columns.lines();
    }

    private static List<String> groups(ForecastScore score) {
        Columns columns =
                new Columns("group", "series", "forecasts", "units", "WAPE", "naive", "oracle", "skill", "bias");
        score.groups()
                .forEach((name, group) -> columns.add(
                        name,
                        Numbers.whole(group.series()),
                        Numbers.whole(group.days()),
                        figure("%,.0f", group.errors(Contender.FORECAST).units()),
                        figure(Metric.WAPE, group.figure(Contender.FORECAST, Metric.WAPE)),
                        figure(Metric.WAPE, group.figure(Contender.NAIVE, Metric.WAPE)),
                        figure(Metric.WAPE, group.figure(Contender.ORACLE, Metric.WAPE)),
                        figure("%.2f", group.skill(Contender.FORECAST, Metric.WAPE)),
                        figure(Metric.BIAS, group.figure(Contender.FORECAST, Metric.BIAS))));
        return columns.lines();
    }

    private static List<String> costliest(Plan plan, ForecastScore score, GroupScore all) {
        if (score.costliest().isEmpty()) {
            return List.of("costs most: no series costs more than the oracle's forecasts");
        }
        Columns columns = new Columns("costs most", "units", "WAPE", "oracle", "units beyond oracle", "share");
        double whole = all.errors(Contender.FORECAST).absoluteError()
                - all.errors(Contender.ORACLE).absoluteError();
        for (SeriesCost cost : score.costliest()
                .subList(0, Math.min(SERIES_SHOWN, score.costliest().size()))) {
            columns.add(
                    ForecastNotes.name(plan, cost.pair()),
                    figure("%,.0f", cost.forecast().units()),
                    figure(Metric.WAPE, cost.forecast().wape()),
                    figure(Metric.WAPE, cost.oracle().wape()),
                    figure("%,.1f", cost.excess()),
                    figure("%.1f %%", whole > 0 ? 100 * cost.excess() / whole : Double.NaN));
        }
        return columns.lines();
    }

    private static String figure(Metric metric, double value) {
        return switch (metric) {
            case WAPE, BIAS -> figure("%.1f %%", 100 * value);
            case MAE, RMSSE, PINBALL -> figure("%.3f", value);
        };
    }

    private static String figure(String format, double value) {
        String text = Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
        return text.matches("-[0.]+( %)?") ? text.substring(1) : text;
    }
}
