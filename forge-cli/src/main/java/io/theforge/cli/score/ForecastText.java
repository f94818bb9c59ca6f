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

    static List<String> lines(Plan plan, ReadForecasts read, List<ScoredModel> models, ForecastNotes notes) {
        ScoredModel best = models.get(0);
        ForecastScore score = best.score();
        GroupScore all = best.all();
        List<String> lines = new ArrayList<>();
        lines.add(Numbers.counted(all.days(), "forecast") + " of " + Numbers.whole(all.series()) + " series, "
                + (models.size() == 1
                        ? ""
                        : Numbers.whole(models.size()) + " models, best by " + best.orderedBy() + " first, ")
                + origins(plan, read) + ", up to "
                + Numbers.counted(score.leads().lastKey(), "day") + " ahead");
        lines.add("");
        lines.addAll(contenders(models));
        lines.add("");
        lines.addAll(LevelText.lines(models));
        lines.add("");
        String of = models.size() == 1 ? "" : " of " + best.name();
        lines.addAll(groups(score, "group" + of));
        lines.add("");
        lines.addAll(costliest(plan, score, all, "costs most" + of));
        lines.add("");
        lines.add("skill: 0 = naive, which repeats the last known day; 1 = oracle, who knows "
                + (plan.config().movement().isHidden() ? "how demand is drawn" : "each day's demand"));
        lines.add("but no draw" + (plan.config().movement().isHidden() ? " yet to come" : "")
                + "; both on the same days");
        lines.add("columns: " + read.columns());
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

    /** Each model has the metrics that any has. */
    private static List<Metric> metrics(List<ScoredModel> models) {
        return List.of(Metric.values()).stream()
                .filter(metric -> models.stream()
                        .anyMatch(model -> metric != Metric.PINBALL
                                || !Double.isNaN(model.all().figure(Contender.FORECAST, metric))))
                .toList();
    }

    private static List<String> contenders(List<ScoredModel> models) {
        GroupScore all = models.get(0).all();
        List<Metric> metrics = metrics(models);
        Stream<String> titles = metrics.stream()
                .map(metric -> metric == Metric.PINBALL || metric == Metric.BIAS ? metric.word() : metric.name());
        Columns columns =
                new Columns(Stream.concat(Stream.of("all series"), titles).toArray(String[]::new));
        for (ScoredModel model : models) {
            columns.add(model.name(), figures(metrics, Contender.FORECAST, model.all()));
            columns.add(
                    "skill",
                    metrics.stream()
                            .map(metric -> figure("%.2f", model.all().skill(Contender.FORECAST, metric)))
                            .toArray(String[]::new));
        }
        for (Contender contender : Contender.values()) {
            if (contender != Contender.FORECAST) {
                columns.add(contender.word().replace('_', ' '), figures(metrics, contender, all));
            }
        }
        return columns.lines();
    }

    private static String[] figures(List<Metric> metrics, Contender contender, GroupScore of) {
        return metrics.stream()
                .map(metric -> figure(metric, of.figure(contender, metric)))
                .toArray(String[]::new);
    }

    private static List<String> groups(ForecastScore score, String title) {
        Columns columns =
                new Columns(title, "series", "forecasts", "units", "WAPE", "naive", "oracle", "skill", "bias");
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

    private static List<String> costliest(Plan plan, ForecastScore score, GroupScore all, String title) {
        if (score.costliest().isEmpty()) {
            return List.of(title + ": no series costs more than the oracle's forecasts");
        }
        Columns columns = new Columns(title, "units", "WAPE", "oracle", "units beyond oracle", "share");
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

    static String figure(String format, double value) {
        String text = Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
        return text.matches("-[0.]+( %)?") ? text.substring(1) : text;
    }
}
