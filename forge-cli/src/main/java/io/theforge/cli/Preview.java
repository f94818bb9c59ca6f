package io.theforge.cli;

import io.theforge.config.ConfigReader;
import io.theforge.config.model.ForgeConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.text.NearestWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code forge preview}: what a dataset would look like, drawn without any database. */
final class Preview {
    private static final int SERIES_SHOWN = 3;
    private static final int MOST_SERIES = 40;
    /** So that the page of twenty years is not far larger than that of one. */
    private static final int MOST_SERIES_DAYS = 40_000;

    /** What a total stands on: a fifth of a second on two processors, more than a year of the default shop. */
    private static final int SERIES_DAYS_ON_SCREEN = 200_000;
    /** Nobody waits for a page as for the screen. */
    private static final int SERIES_DAYS_IN_PAGE = 2_000_000;

    private static final int USUAL_WIDTH = 80;
    private static final int WIDEST = 500;

    private final Flags flags;
    private final Environment environment;
    private final Surroundings here;
    private final Console console;

    Preview(Flags flags, Environment environment, Surroundings here, Console console) {
        this.flags = flags;
        this.environment = environment;
        this.here = here;
        this.console = console;
    }

    Result run() {
        Path page = flags.html == null ? null : Page.newFile(here.workingDirectory(), flags.html);
        Settings settings = Settings.of(flags, environment, here.workingDirectory());
        Plan plan = settings.plan();
        ConfigReader.warnings(settings.config()).forEach(console::warn);
        PreviewPairs pairs = new PreviewPairs(
                plan,
                place(
                        "--store",
                        flags.store,
                        plan.stores().stream().map(Store::code).toList()),
                place(
                        "--product",
                        flags.product,
                        plan.products().stream().map(Product::sku).toList()));
        boolean many = page != null || flags.show.json;
        PreviewSeries total = pairs.count() == 1
                ? null
                : PreviewMaker.total(
                        plan,
                        pairs,
                        many ? SERIES_DAYS_IN_PAGE : SERIES_DAYS_ON_SCREEN,
                        settings.operational().workers());
        PreviewMaker maker = new PreviewMaker(plan);
        int most = many ? Math.min(MOST_SERIES, Math.max(SERIES_SHOWN, MOST_SERIES_DAYS / plan.days())) : SERIES_SHOWN;
        List<PreviewSeries> series = pairs.few(most, maker::series);
        if (page != null) {
            Page.write(page, "preview.html", details(plan, pairs, total, series));
            return Result.done(
                    "completed", Map.of("file", page.toString()), List.of(page + " written; open it in a browser"));
        }
        return flags.show.json
                ? Result.done("completed", details(plan, pairs, total, series), List.of())
                : Result.done("completed", Map.of(), lines(plan, pairs, total, series));
    }

    /** "holiday_rush, seed 42: 10 stores x 50 products, 2024-10-01 to 2024-12-31". */
    private String title(Plan plan) {
        ForgeConfig config = plan.config();
        String what = flags.dataset.config != null ? flags.dataset.config : config.scenario();
        return (what == null ? "" : what + ", ") + "seed " + config.seed() + ": "
                + things(plan.stores().size(), "store") + " x "
                + things(plan.products().size(), "product") + ", "
                + config.dateRange().start() + " to " + config.dateRange().end()
                + (flags.dataset.without.isEmpty() ? "" : ", without " + String.join(", ", flags.dataset.without));
    }

    /** "1 store", "2 stores". */
    private static String things(int count, String thing) {
        return Numbers.whole(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /** "all 500 series", "the 50 series of S00003". */
    private String scope(PreviewPairs pairs, PreviewSeries total) {
        String only = flags.store != null ? flags.store : flags.product;
        return (only == null ? "all " : "the ") + Numbers.whole(pairs.count()) + " series"
                + (only == null ? "" : " of " + only)
                + (total.series < pairs.count()
                        ? ", scaled up from " + Numbers.whole(total.series) + " evenly spread ones"
                        : "");
    }

    private static int place(String flag, @Nullable String wanted, List<String> known) {
        int found = wanted == null ? -1 : known.indexOf(wanted);
        if (wanted != null && found < 0) {
            throw new UsageException(
                    flag,
                    "\"" + wanted + "\" is not one of the " + things(known.size(), flag.substring(2)),
                    NearestWord.of(wanted, known)
                            .map(nearest -> "did you mean " + nearest + "?")
                            .orElse("they go from " + known.get(0) + " to " + known.get(known.size() - 1)));
        }
        return found;
    }

    private Map<String, Object> details(
            Plan plan, PreviewPairs pairs, @Nullable PreviewSeries total, List<PreviewSeries> series) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", title(plan));
        json.put("start", plan.config().dateRange().start().toString());
        json.put("days", plan.days());
        if (total != null) {
            json.put("total", scope(pairs, total));
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

    private List<String> lines(
            Plan plan, PreviewPairs pairs, @Nullable PreviewSeries total, List<PreviewSeries> series) {
        PreviewChart chart =
                new PreviewChart(width(), unicode(), plan.config().dateRange().start(), plan.days());
        List<String> lines = new ArrayList<>();
        lines.add(title(plan));
        lines.addAll(chart.legend());
        if (total != null) {
            lines.add("");
            lines.add(scope(pairs, total) + ": " + units(total));
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

    private int width() {
        String columns = here.environment().get("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{0,3}")
                ? Math.min(WIDEST, Integer.parseInt(columns))
                : USUAL_WIDTH;
    }

    /** The locale's character set, by the variables in their order; the first is what the launcher found before it chose another. */
    private boolean unicode() {
        for (String name : List.of("FORGE_LOCALE", "LC_ALL", "LC_CTYPE", "LANG")) {
            String value = here.environment().getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
            }
        }
        return false;
    }
}
