package io.theforge.cli.preview;

import io.theforge.cli.input.DatasetFlags;
import io.theforge.cli.result.Numbers;
import io.theforge.config.model.ForgeConfig;
import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a preview says, for people and for programs.
 *
 * @param only the store or product that it is about, null when it is about all
 * @param total null where there is only one series
 */
record PreviewText(
        Plan plan,
        DatasetFlags dataset,
        @Nullable String only,
        PreviewPairs pairs,
        @Nullable PreviewSeries total,
        List<PreviewSeries> series) {
    private static final int USUAL_WIDTH = 80;
    private static final int MAX_WIDTH = 500;

    /** "holiday_rush, seed 42: 10 stores x 50 products, 2024-10-01 to 2024-12-31". */
    private String title() {
        ForgeConfig config = plan.config();
        String what = dataset.config() != null ? dataset.config() : config.scenario();
        return (what == null ? "" : what + ", ") + "seed " + config.seed() + ": "
                + Numbers.counted(plan.stores().size(), "store") + " x "
                + Numbers.counted(plan.products().size(), "product") + ", "
                + config.dateRange().start() + " to " + config.dateRange().end()
                + (dataset.without().isEmpty() ? "" : ", without " + String.join(", ", dataset.without()));
    }

    /** "all 500 series", "the 50 series of S00003". */
    private String scope(PreviewSeries shown) {
        return (only == null ? "all " : "the ") + Numbers.whole(pairs.count()) + " series"
                + (only == null ? "" : " of " + only)
                + (shown.series < pairs.count()
                        ? ", scaled up from " + Numbers.whole(shown.series) + " evenly spread ones"
                        : "");
    }

    /** Returns what programs and the page get. */
    Map<String, Object> details() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", title());
        json.put("start", plan.config().dateRange().start().toString());
        json.put("days", plan.days());
        if (total != null) {
            json.put("total", scope(total));
        }
        json.put("all_series", pairs.count());
        json.put("series_in_total", total == null ? 0 : total.series);
        json.put(
                "lines",
                Stream.concat(Stream.ofNullable(total), series.stream())
                        .map(PreviewSeries::json)
                        .toList());
        return json;
    }

    /** Returns charts for a terminal. @param environment its width and its characters */
    List<String> lines(Map<String, String> environment) {
        PreviewChart chart = new PreviewChart(
                width(environment),
                unicode(environment),
                plan.config().dateRange().start(),
                plan.days());
        List<String> lines = new ArrayList<>();
        lines.add(title());
        lines.addAll(chart.legend());
        if (total != null) {
            lines.add("");
            lines.add(scope(total) + ": " + units(total));
            lines.addAll(chart.lines(total, null));
        }
        for (PreviewSeries each : series) {
            lines.add("");
            lines.add(each.name + ", " + each.about + ": " + units(each));
            lines.addAll(chart.lines(each, total));
        }
        return lines;
    }

    private static String units(PreviewSeries shown) {
        double units = shown.unitsADay();
        return Double.isNaN(units) ? "no record of sales" : PreviewChart.number(units) + " units a day";
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.get("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{0,3}")
                ? Math.min(MAX_WIDTH, Integer.parseInt(columns))
                : USUAL_WIDTH;
    }

    /** The locale's character set, by the variables in their order; the first is what the launcher found before it chose another. */
    private static boolean unicode(Map<String, String> environment) {
        for (String name : List.of("FORGE_LOCALE", "LC_ALL", "LC_CTYPE", "LANG")) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
            }
        }
        return false;
    }
}
