package io.theforge.database.realism;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The bands of fresh food: one number is published each, and how far a dataset may be from it is ours. */
final class FreshBands {
    /** The scenario that promises them. */
    static final String SCENARIO = "fresh";

    private static final String SOURCE = "FreshRetailNet-50K, public analyses";
    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();
    static final Map<String, Band> ALL = new LinkedHashMap<>();

    static {
        put("stockout_day_share", 0.44, 0.04, "share of days that end with nothing on hand");
        put("stockout_share_q25", 0.34, 0.04, "the same by series, first quartile");
        put("stockout_share_median", 0.42, 0.04, "the same by series, median");
        put("stockout_share_q75", 0.52, 0.05, "the same by series, third quartile");
        put("partial_stockout_share", 0.92, 0.04, "share of these days on which something was sold before");
        put("no_sale_day_share", 0.044, 0.015, "share of days without a sale");
        put("no_sale_stockout_share", 0.76, 0.1, "share of these that end with nothing on hand");
        put("sales_over_mean_q50", 0.7, 0.1, "units of a day over the mean of all, median");
        put("sales_over_mean_q90", 2.0, 0.3, "the same, ninth decile");
        put("sales_over_mean_q99", 5.9, 1.5, "the same, 99th percentile");
        put("wape_naive", 0.429, 0.05, "absolute error over units, a week ahead, the last day");
        put("wape_weekly_naive", 0.418, 0.05, "the same, the day a week before");
        put("wape_mean_28", 0.389, 0.05, "the same, mean of 28 days");
        put("wape_smoothing", 0.36, 0.05, "the same, exponential smoothing");
        put(
                "products_of_80_percent",
                0.14,
                0.05,
                "share of products that makes 80 % of units; the source's differ in the stores that list them");
    }

    /** Which stores list a product is not a matter of sales here, so the last is not promised. */
    static final Set<String> PROMISED = promised();

    private FreshBands() {}

    private static void put(String name, double published, double width, String meaning) {
        ALL.put(name, Bands.around(published, width, SOURCE));
        MEANINGS.put(name, meaning);
    }

    private static Set<String> promised() {
        Set<String> promised = new HashSet<>(ALL.keySet());
        promised.remove("products_of_80_percent");
        return Set.copyOf(promised);
    }

    static String meaning(String name) {
        return MEANINGS.getOrDefault(name, "");
    }
}
