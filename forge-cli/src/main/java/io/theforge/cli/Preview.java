package io.theforge.cli;

import io.theforge.config.NearestWord;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code forge preview}: what a dataset would look like, drawn without any database. */
final class Preview {
    private static final int SERIES_SHOWN = 3;
    private static final int SERIES_IN_PAGE = 40;
    private static final int USUAL_WIDTH = 80;
    private static final int WIDEST = 500;

    private final Flags flags;
    private final Environment environment;
    private final Surroundings here;

    Preview(Flags flags, Environment environment, Surroundings here) {
        this.flags = flags;
        this.environment = environment;
        this.here = here;
    }

    Result run() {
        Path page = flags.html == null ? null : here.workingDirectory().resolve(flags.html);
        if (page != null) {
            PreviewPage.refuseExisting(page);
        }
        Settings settings = Settings.of(flags, environment, here.workingDirectory());
        Plan plan = settings.plan();
        int store = place(
                "--store", flags.store, plan.stores().stream().map(Store::code).toList(), "stores");
        int product = place(
                "--product",
                flags.product,
                plan.products().stream().map(Product::sku).toList(),
                "products");
        boolean one = store >= 0 && product >= 0;
        int[] pairs = pairs(plan, store, product, page != null || flags.show.json ? SERIES_IN_PAGE : SERIES_SHOWN);
        List<PreviewSeries> series = PreviewMaker.chosen(plan, pairs);
        List<PreviewSeries> shown = new ArrayList<>();
        if (!one) {
            shown.add(PreviewMaker.total(plan, settings.operational().workers()));
        }
        shown.addAll(series);
        Map<String, Object> details = details(plan, one, shown);
        List<String> lines;
        if (page != null) {
            PreviewPage.write(page, details);
            lines = List.of("written: " + page + " (open it in a browser)");
            details = Map.of("file", page.toString());
        } else {
            lines = lines(plan, one, shown);
        }
        return Result.done("completed", details, lines);
    }

    private static int place(String flag, @Nullable String wanted, List<String> known, String things) {
        int found = wanted == null ? -1 : known.indexOf(wanted);
        if (wanted != null && found < 0) {
            throw new UsageException(
                    flag,
                    "\"" + wanted + "\" is not one of the " + Numbers.whole(known.size()) + " " + things,
                    NearestWord.of(wanted, known)
                            .map(nearest -> "did you mean " + nearest + "?")
                            .orElse("they go from " + known.get(0) + " to " + known.get(known.size() - 1)));
        }
        return found;
    }

    private static int[] pairs(Plan plan, int store, int product, int most) {
        int[] all = IntStream.range(0, plan.pairs())
                .filter(pair -> store < 0 || plan.storeOf(pair) == store)
                .filter(pair -> product < 0 || plan.productOf(pair) == product)
                .toArray();
        int count = Math.min(most, all.length);
        // From the middle of equal parts, so that they are not all of the first store
        return IntStream.range(0, count)
                .map(i -> all[(int) ((2L * i + 1) * all.length / (2L * count))])
                .toArray();
    }

    private static Map<String, Object> details(Plan plan, boolean one, List<PreviewSeries> shown) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("start", plan.config().dateRange().start().toString());
        json.put("days", plan.days());
        json.put("all_series", plan.pairs());
        json.put("series_in_total", one ? 0 : PreviewMaker.sampled(plan));
        json.put("lines", shown.stream().map(PreviewSeries::json).toList());
        return json;
    }

    private List<String> lines(Plan plan, boolean one, List<PreviewSeries> shown) {
        PreviewChart chart =
                new PreviewChart(width(), unicode(), plan.config().dateRange().start());
        List<String> lines = new ArrayList<>();
        for (PreviewSeries each : shown) {
            boolean total = !one && lines.isEmpty();
            lines.addAll(chart.lines(each, total ? plan.pairs() : 1));
            lines.add("");
        }
        lines.add("columns: units sold a day; dashes: expected, before noise, anomalies and stockouts");
        int sampled = PreviewMaker.sampled(plan);
        if (!one && sampled < plan.pairs()) {
            lines.add("the total stands on " + Numbers.whole(sampled) + " of " + Numbers.whole(plan.pairs())
                    + " series, evenly spread and scaled up");
        }
        return lines;
    }

    private int width() {
        String columns = here.environment().get("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{0,3}")
                ? Math.min(WIDEST, Integer.parseInt(columns))
                : USUAL_WIDTH;
    }

    /** The locale's character set, by the variables in their order. */
    private boolean unicode() {
        for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String value = here.environment().getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
            }
        }
        return false;
    }
}
