package io.theforge.cli.score;

import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Numbers;
import io.theforge.config.Effect;
import io.theforge.uplift.TrueUplift;
import io.theforge.uplift.UpliftLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an effect truly did, for people and for programs. */
final class UpliftText {
    private static final int PROMOTIONS_SHOWN = 10;

    private static final Set<Effect> AROUND_ONE = Set.of(Effect.DRIFT, Effect.WEEKLY_NOISE, Effect.NOISE);

    private UpliftText() {}

    static List<String> promotions(TrueUplift uplift) {
        Columns columns = new Columns(
                "promotion days",
                "series-days",
                "units",
                "true uplift",
                "before-after",
                "true revenue",
                "before-after");
        add(columns, uplift.total());
        uplift.byCategory().forEach(line -> add(columns, line));
        uplift.byDepth().forEach(line -> add(columns, line));
        List<UpliftLine> largest = uplift.byPromotion().stream()
                .sorted(Comparator.comparingLong((UpliftLine line) -> -line.trueUnits)
                        .thenComparing(line -> line.name))
                .limit(PROMOTIONS_SHOWN)
                .toList();
        largest.forEach(line -> add(columns, line));
        List<String> lines = new ArrayList<>(columns.lines());
        UpliftLine total = uplift.total();
        lines.add("");
        lines.add("on other days: " + Numbers.whole(total.otherDaysUnits) + " units, "
                + money(total.otherDaysRevenueCents)
                + " (customers who waited, stocked up or bought a sibling; shelves)");
        lines.add("net effect: " + Numbers.whole(total.netUnits()) + " units, " + money(total.netRevenueCents()));
        int more = uplift.byPromotion().size() - largest.size();
        if (more > 0) {
            lines.add(Numbers.whole(more) + " more promotions: see --json");
        }
        long without = total.seriesDays - total.estimatedSeriesDays;
        if (without > 0) {
            lines.add(Numbers.whole(without)
                    + " series-days have nothing recorded before them and are not in before-after");
        }
        lines.add("before-after is what a team without the twin would compute: the days of the promotion against the "
                + TrueUplift.BEFORE_DAYS + " days before it");
        return lines;
    }

    private static void add(Columns columns, UpliftLine line) {
        columns.add(
                line.name,
                Numbers.whole(line.seriesDays),
                Numbers.whole(line.units),
                Numbers.whole(line.trueUnits),
                line.estimatedSeriesDays == 0 ? "-" : Numbers.whole(Math.round(line.beforeAfterMilliUnits / 1e3)),
                money(line.trueRevenueCents),
                line.estimatedSeriesDays == 0 ? "-" : money(line.beforeAfterRevenueCents));
    }

    static List<String> others(Effect effect, TrueUplift uplift) {
        Columns columns = new Columns(
                "all days", "units with", "without " + effect.word(), "true uplift", "revenue with", "true revenue");
        addWhole(columns, uplift.total());
        uplift.byCategory().forEach(line -> addWhole(columns, line));
        List<String> lines = new ArrayList<>(columns.lines());
        if (AROUND_ONE.contains(effect)) {
            lines.add("");
            lines.add("it multiplies demand by 1 on average, so that gains and losses nearly cancel in sums;"
                    + " by day it is in preview, and with --truth in theforge.truth_daily");
        }
        return lines;
    }

    private static void addWhole(Columns columns, UpliftLine line) {
        columns.add(
                line.name,
                Numbers.whole(line.units),
                Numbers.whole(line.units - line.trueUnits),
                Numbers.whole(line.trueUnits),
                money(line.revenueCents),
                money(line.trueRevenueCents));
    }

    private static String money(long cents) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(cents, 2));
    }

    static Map<String, Object> json(Effect effect, TrueUplift uplift) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("of", effect.word());
        json.put("total", json(uplift.total(), effect));
        json.put(
                "by_category",
                uplift.byCategory().stream().map(line -> json(line, effect)).toList());
        if (effect == Effect.PROMOTIONS) {
            json.put(
                    "by_depth",
                    uplift.byDepth().stream().map(line -> json(line, effect)).toList());
            json.put(
                    "by_promotion",
                    uplift.byPromotion().stream()
                            .map(line -> json(line, effect))
                            .toList());
        }
        return json;
    }

    private static Map<String, Object> json(UpliftLine line, Effect effect) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", line.name);
        json.put("series_days", line.seriesDays);
        json.put("units", line.units);
        json.put("revenue", BigDecimal.valueOf(line.revenueCents, 2));
        json.put("true_units", line.trueUnits);
        json.put("true_revenue", BigDecimal.valueOf(line.trueRevenueCents, 2));
        if (effect == Effect.PROMOTIONS) {
            json.put("other_days_units", line.otherDaysUnits);
            json.put("other_days_revenue", BigDecimal.valueOf(line.otherDaysRevenueCents, 2));
            json.put("estimated_series_days", line.estimatedSeriesDays);
            json.put("before_after_units", BigDecimal.valueOf(line.beforeAfterMilliUnits, 3));
            json.put("before_after_revenue", BigDecimal.valueOf(line.beforeAfterRevenueCents, 2));
        }
        return json;
    }
}
