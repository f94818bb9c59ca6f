package io.theforge.database.realism;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bands of the card with their sources, and the table of what each scenario promises. */
final class Bands {
    static final double[] WEEKDAYS = {0.96, 0.88, 0.85, 0.88, 0.96, 1.24, 1.23};
    static final String[] DAY_NAMES = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    static final String WEEKDAY_SOURCE = "M5, sample of 100 series";
    static final double WEEKDAY_TOLERANCE = 0.02;
    static final String[] DEPTHS = {"05_10", "10_20", "20_30", "30_40"};
    static final String POOLED_SOURCE = "M5: pooled -0.34, one item alone -2.02";

    private static final String CLASSES = "M5, Q2 2015, 91 days";
    private static final String JUICE = "Dominick's orange juice, ";
    private static final double[] LIFTS = {1.22, 1.65, 2.71, 5.09};
    /** A lift that is found may be off by so much of the one in the source. */
    private static final double LIFT_TOLERANCE = 0.25;

    private static final Map<String, Band> ALL = all();

    private static final Set<String> M5_LIKE = Set.of(
            "zero_share",
            "not_listed_share",
            "class_intermittent",
            "class_smooth",
            "class_lumpy",
            "class_erratic",
            "weekday_monday",
            "weekday_tuesday",
            "weekday_wednesday",
            "weekday_thursday",
            "weekday_friday",
            "weekday_saturday",
            "weekday_sunday");
    private static final Set<String> GROCERY_PROMO = Set.of(
            "elasticity_per_series", "elasticity_pooled", "lift_05_10", "lift_10_20", "lift_20_30", "lift_30_40");
    private static final Promise NO_PROMISE = new Promise(Set.of(), 0, 0);
    private static final Map<String, Promise> PROMISES =
            Map.of("m5_like", new Promise(M5_LIKE, 6000, 182), "grocery_promo", new Promise(GROCERY_PROMO, 500, 364));

    /**
     * What a scenario promises.
     *
     * @param figures their names
     * @param series so many store-product pairs it takes, or chance decides
     * @param days and so many days
     */
    record Promise(Set<String> figures, int series, int days) {}

    private Bands() {}

    private static Map<String, Band> all() {
        Map<String, Band> bands = new LinkedHashMap<>();
        bands.put("zero_share", new Band(0.55, 0.67, "M5, listed days, derived"));
        bands.put("not_listed_share", new Band(0.15, 0.25, "M5: 20.4 % of store-item-weeks have no price"));
        bands.put("class_intermittent", new Band(0.65, 0.77, CLASSES));
        bands.put("class_smooth", new Band(0.10, 0.18, CLASSES));
        bands.put("class_lumpy", new Band(0.06, 0.12, CLASSES));
        bands.put("class_erratic", new Band(0.01, 0.06, CLASSES));
        bands.put("elasticity_per_series", new Band(-3.72, -2.25, JUICE + "quartiles of 913 series"));
        bands.put("overdispersion_k", new Band(0.9, 19, JUICE + "weekly, deciles 1 and 9"));
        for (int i = 0; i < LIFTS.length; i++) {
            double lift = LIFTS[i];
            bands.put(
                    "lift_" + DEPTHS[i],
                    new Band(
                            lift * (1 - LIFT_TOLERANCE),
                            lift * (1 + LIFT_TOLERANCE),
                            JUICE + "median x" + lift + " (a quarter off either way)"));
        }
        // Of these only one number is published each; how far a dataset may be from it is ours
        bands.put("class_too_little_data", around(0.03, 0.03, CLASSES));
        bands.put("prices_ending_in_9", around(0.49, 0.2, "Dominick's, 64 oz juice"));
        bands.put("autocorrelation_lag_1", around(0.13, 0.13, JUICE + "weekly, median"));
        bands.put("out_of_stock_share", around(0.083, 0.04, "Gruen and Corsten, 2008, of items"));
        bands.put("stock_cover_days", new Band(24, 28, "grocers' company reports"));
        return bands;
    }

    private static Band around(double published, double width, String source) {
        return new Band(
                published - width,
                published + width,
                source + ": " + published + " (the width, " + width + ", is ours)");
    }

    static @Nullable Band of(String name) {
        return ALL.get(name);
    }

    /** What a scenario promises; most promise no figure. */
    static Promise promise(@Nullable String scenario) {
        return scenario == null ? NO_PROMISE : PROMISES.getOrDefault(scenario, NO_PROMISE);
    }
}
