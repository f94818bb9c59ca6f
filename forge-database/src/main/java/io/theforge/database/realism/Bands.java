package io.theforge.database.realism;

import java.util.HashSet;
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
    private static final String TWO_YEARS = "M5, 28 items in 10 stores, 728 days";
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
            "elasticity_per_series",
            "elasticity_pooled",
            "lift_05_10",
            "lift_10_20",
            "lift_20_30",
            "lift_30_40",
            "advertising_lift",
            "temporary_price_share");
    /** Figures of two years, with what they are. */
    static final Map<String, String> MOVEMENT = Map.of(
            "best_smoothing_alpha", "weekly units, 4 weeks ahead, constant with the smallest squared error",
            "smoothing_error_ratio", "its squared error over that of the mean of all weeks before",
            "weekly_autocorrelation", "of weekly units, lag 1, median of series",
            "year_on_year_sd", "of the log change of a series' level, less sampling error",
            "long_zero_run_share", "share of series with 21 days without a sale on end",
            "zero_clustering", "share of zeros after a zero, less that after a sale",
            "same_product_correlation", "of weekly residuals in two stores, mean",
            "unrelated_correlation", "of weekly residuals, other product and other store, mean");

    private static final Promise NO_PROMISE = new Promise(Set.of(), Set.of(), 0, 0);
    private static final Map<String, Promise> PROMISES = Map.of(
            "m5_like",
            new Promise(M5_LIKE, MOVEMENT.keySet(), 6000, 182),
            "grocery_promo",
            new Promise(GROCERY_PROMO, Set.of(), 500, 364),
            FreshBands.SCENARIO,
            new Promise(FreshBands.PROMISED, Set.of(), 1000, 182));

    /**
     * What a scenario promises.
     *
     * @param figures their names
     * @param ofTwoYears names of those that take {@link TimeFigures#DAYS}
     * @param series so many store-product pairs it takes, or chance decides
     * @param days and so many days
     */
    record Promise(Set<String> figures, Set<String> ofTwoYears, int series, int days) {
        /** Returns the names of what is promised of so many days. */
        Set<String> figures(int daysThere) {
            Set<String> all = new HashSet<>(figures);
            all.addAll(daysThere >= TimeFigures.DAYS ? ofTwoYears : Set.of());
            return all;
        }
    }

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
        bands.put("advertising_lift", around(1.9, 0.4, "Dominick's orange juice, feature advertisement"));
        bands.put("temporary_price_share", around(0.95, 0.03, "Anderson et al. 2015"));
        bands.put("price_changes_a_month", new Band(0.03, 0.12, "M5: 0.046; Nakamura, Steinsson 2008: 9 to 12 %"));
        bands.put("price_change_size", around(0.058, 0.03, "M5, median"));
        bands.put("prices_ending_in_9", around(0.49, 0.2, "Dominick's, 64 oz juice"));
        bands.put("best_smoothing_alpha", new Band(0.15, 0.4, TWO_YEARS));
        bands.put("smoothing_error_ratio", new Band(0.5, 0.75, TWO_YEARS));
        bands.put("weekly_autocorrelation", new Band(0.35, 0.65, TWO_YEARS));
        bands.put("year_on_year_sd", new Band(0.25, 0.6, TWO_YEARS));
        bands.put("long_zero_run_share", new Band(0.2, 0.5, TWO_YEARS));
        bands.put("zero_clustering", new Band(0.12, 0.4, TWO_YEARS));
        bands.put("same_product_correlation", new Band(0.2, 0.45, TWO_YEARS));
        bands.put("unrelated_correlation", new Band(-0.02, 0.1, TWO_YEARS));
        bands.put("out_of_stock_share", around(0.083, 0.04, "Gruen and Corsten, 2008, of items"));
        bands.putAll(FreshBands.ALL);
        bands.put("stock_cover_days", new Band(24, 28, "grocers' company reports"));
        return bands;
    }

    static Band around(double published, double width, String source) {
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
