package io.theforge.cli.score;

import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Numbers;
import io.theforge.oracle.ScoreTable;
import io.theforge.oracle.benchmark.Forecaster;
import io.theforge.oracle.metric.PinballLoss;
import io.theforge.oracle.score.Accuracy;
import io.theforge.oracle.score.SeriesGroups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores of oracle and benchmarks, for people and for programs. */
public final class ScoreText {
    private static String title(Forecaster forecaster) {
        return switch (forecaster) {
            case ORACLE -> "oracle";
            case ORACLE_PROMOTIONS_UNKNOWN -> "no promo.";
            case ORACLE_ON_SALES -> "on sales";
            case ORACLE_FORESEEING -> "foreseen";
            case NAIVE -> "naive";
            case SEASONAL_NAIVE -> "seasonal";
            case MOVING_AVERAGE_28 -> "average";
        };
    }

    private ScoreText() {}

    static List<String> lines(ScoreTable table, String heading) {
        List<String> lines = new ArrayList<>();
        lines.add(heading);
        for (int h = 0; h < table.horizons().size(); h++) {
            lines.add("");
            lines.addAll(ofHorizon(table, h).lines());
        }
        int last = table.horizons().size() - 1;
        lines.add("");
        lines.add("WAPE over " + days(table, last));
        List<Forecaster> forecasters = table.forecasters();
        lines.add(row("", "series", forecasters.stream().map(ScoreText::title)));
        table.groups()
                .forEach((group, series) -> lines.add(row(
                        group,
                        Numbers.whole(series),
                        forecasters.stream()
                                .map(forecaster -> percent(table.score(group, forecaster, last)
                                        .errors
                                        .wape())))));
        lines.add("");
        lines.addAll(legend(forecasters.contains(Forecaster.ORACLE_FORESEEING)));
        if (table.coldStartDays() > 0) {
            lines.add("left out, because nothing was known of the series at the cutoff: "
                    + Numbers.counted(table.coldStartDays(), "day"));
        }
        return lines;
    }

    private static String row(String group, String series, Stream<String> figures) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-28s %7s", group, series));
        figures.forEach(figure -> row.append(String.format(Locale.ROOT, " %9s", figure)));
        return row.toString();
    }

    private static List<String> legend(boolean isMoving) {
        List<String> lines = new ArrayList<>();
        lines.add(
                isMoving
                        ? "oracle: knows at the cutoff how demand is drawn, and no draw yet to come: of the noise of a day, of drift, weeks"
                                + " and absences; its scores are expectations, judged on demand"
                        : "oracle: knows the distribution of demand of every day and no draw; its scores are expectations, judged on demand");
        lines.add("no promo.: does not know the promotions that start after the cutoff");
        lines.add(
                "on sales: the oracle's forecasts, judged on recorded sales, which stock cuts; so are naive, seasonal naive and average");
        if (isMoving) {
            lines.add("foreseen: knows also how drift, weeks and absences will go, as nobody can; judged on demand");
        }
        return lines;
    }

    private static Columns ofHorizon(ScoreTable table, int h) {
        List<String> titles = new ArrayList<>(List.of(days(table, h), "WAPE", "MAE", "RMSSE", "bias"));
        for (int i = 0; i < PinballLoss.COUNT; i++) {
            titles.add("q" + PinballLoss.quantile(i));
        }
        Columns columns = new Columns(titles.toArray(String[]::new));
        for (Forecaster forecaster : table.forecasters()) {
            Accuracy score = table.score(SeriesGroups.ALL, forecaster, h);
            List<String> figures = new ArrayList<>(List.of(
                    percent(score.errors.wape()),
                    figure(score.errors.mae()),
                    figure(score.rmsse.mean()),
                    percent(score.errors.bias())));
            for (int i = 0; i < PinballLoss.COUNT; i++) {
                figures.add(figure(score.pinball.mean(i)));
            }
            columns.add(forecaster.word().replace('_', ' '), figures.toArray(String[]::new));
        }
        return columns;
    }

    private static String days(ScoreTable table, int h) {
        int horizon = table.horizons().get(h);
        return horizon == 1 ? "the next day" : "the next " + horizon + " days";
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String figure(double figure) {
        return Double.isNaN(figure) ? "-" : String.format(Locale.ROOT, "%.3f", figure);
    }

    /** Returns it by the names of {@code --json}. */
    public static Map<String, Object> json(ScoreTable table) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<Object> scores = new ArrayList<>();
        table.groups().forEach((group, series) -> {
            for (Forecaster forecaster : table.forecasters()) {
                for (int h = 0; h < table.horizons().size(); h++) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("group", group);
                    row.put("forecaster", forecaster.word());
                    row.put("horizon", table.horizons().get(h));
                    row.put("series", series);
                    row.putAll(json(table.score(group, forecaster, h)));
                    scores.add(row);
                }
            }
        });
        json.put("scores", scores);
        json.put("days_without_history", table.coldStartDays());
        return json;
    }

    private static Map<String, Object> json(Accuracy score) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("days", score.errors.days());
        json.put("wape", number(score.errors.wape()));
        json.put("mae", number(score.errors.mae()));
        json.put("rmsse", number(score.rmsse.mean()));
        json.put("bias", number(score.errors.bias()));
        Map<String, Object> pinball = new LinkedHashMap<>();
        for (int i = 0; i < PinballLoss.COUNT; i++) {
            pinball.put(Double.toString(PinballLoss.quantile(i)), number(score.pinball.mean(i)));
        }
        json.put("pinball", pinball);
        json.put("scaled_pinball", number(score.scaledPinball.mean()));
        json.put("series_without_scale", score.rmsse.undefined());
        return json;
    }

    /** JSON has no number for what is not defined. */
    static @Nullable Double number(double figure) {
        return Double.isFinite(figure) ? Double.valueOf(figure) : null;
    }
}
