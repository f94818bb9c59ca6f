package io.theforge.series;

import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Small configurations of every kind, the edges of each range more often than its middle. */
final class Configurations {
    private static final String[] PROBABILITIES = {"0", "1", "0.02", "0.3", "0.5"};

    private final Random random;
    final LocalDate start;
    final int days;
    final int blockDays;
    final int stores;
    final int products;
    final boolean sparse;
    final boolean siblings;
    private final String body;

    private Configurations(long seed) {
        random = new Random(seed);
        start = LocalDate.of(2023, 11, 1).plusDays(random.nextInt(500));
        days = 1 + (random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(120));
        blockDays = 1 + random.nextInt(150);
        stores = 1 + random.nextInt(4);
        products = 1 + random.nextInt(6);
        String missing = pick("0", "0", "0.29", "0.5", "1");
        sparse = !missing.equals("0");
        siblings = random.nextBoolean();
        boolean campaigns = random.nextBoolean();
        int gaps = random.nextInt(3);
        int longestGap = gaps == 0 ? 1 : Math.max(0, blockDays / gaps - 1);
        body = "seed: " + random.nextInt(1_000_000) + "\n"
                + "time_series:\n"
                + "  base_demand: " + pick("0.01", "0.5", "3", "40", "1000") + "\n"
                + trend()
                + "  weekly_seasonality: " + pick("[0.8, 0.9, 1, 1, 1.1, 1.3, 1.2]", "[0, 0, 0, 0, 0, 1, 1]") + "\n"
                + "  monthly_seasonality: " + pick("{}", "{12: 0}", "{1: 3, 7: 0.2}") + "\n"
                + "  noise_sigma: " + pick("0", "0.1", "1", "3") + "\n"
                + "  noise_spread: " + pick("0", "0.5") + "\n"
                + "  noise_store_share: " + pick("0", "0.1", "1") + "\n"
                + "  noise_category_share: 0\n"
                + movement()
                + "  anomaly_probability: " + pick(PROBABILITIES) + "\n"
                + (random.nextBoolean() ? "" : absences())
                + (random.nextBoolean() ? "" : stock())
                + "retail:\n"
                + "  promotion_probability: " + (campaigns ? pick("0", "0.1", "0.8") : pick(PROBABILITIES)) + "\n"
                + "  price_change_probability: " + pick(PROBABILITIES) + "\n"
                + "  price_change_size: " + pick("0", "0", "0.06", "0.2") + "\n"
                + "  stockout_probability: " + pick(PROBABILITIES) + "\n"
                + "  stockout_behavior: " + pick("zero", "backlog") + "\n"
                + "  price_elasticity: " + pick("0", "-0.5", "-10") + "\n"
                + "  elasticity_spread: " + pick("0", "1") + "\n"
                + "  lift_by_depth: " + pick("{}", "{0.1: 1.2, 0.3: 4}") + "\n"
                + "  lift_from_siblings: " + (siblings ? "0.5" : "0") + "\n"
                + "  lift_from_other_weeks: " + pick("0", "0.5") + "\n"
                + "  new_product_share: " + pick(PROBABILITIES) + "\n"
                + "  discontinued_share: " + pick(PROBABILITIES) + "\n"
                + "  new_product_ramp_days: " + pick("0", "1", "30") + "\n"
                + "  decline_days: " + pick("0", "1", "60") + "\n"
                + (campaigns ? campaigns() : "")
                + "sparsity:\n"
                + "  missing_combinations_pct: " + missing + "\n"
                + "  random_gaps_per_series: " + (longestGap < 1 ? 0 : gaps) + "\n"
                + "  gap_max_days: " + Math.max(1, longestGap) + "\n"
                + "  missing_days_pct: " + pick("0", "0", "0.2", "1") + "\n"
                + "  applies_to: " + pick("sales", "all") + "\n"
                + "holidays:\n"
                + "  - {every: \"12-24\", name: Christmas Eve, multiplier: " + pick("0", "1.5", "20") + "}\n"
                + "data_gaps:\n"
                + "  - {start: " + start.plusDays(5) + ", end: " + start.plusDays(7) + "}\n"
                + "shocks:\n"
                + "  - {name: flood, start: " + start.plusDays(10) + ", end: " + start.plusDays(20) + ", factor: "
                + pick("0", "0.3", "3") + "}\n";
    }

    static Arbitrary<Configurations> all() {
        return Arbitraries.longs().withoutEdgeCases().map(Configurations::new);
    }

    private String trend() {
        return switch (random.nextInt(4)) {
            case 0 -> "  trend: none\n";
            case 1 -> "  trend: exponential\n  trend_slope: " + pick("-5", "0.1", "1") + "\n";
            case 2 ->
                "  trend: step\n  trend_steps: [{date: " + start.plusDays(30) + ", factor: " + pick("0", "1.5")
                        + "}]\n";
            default -> "  trend: linear\n  trend_slope: " + pick("-5", "0.1", "5") + "\n";
        };
    }

    /** Half of the shops stand still. */
    private String movement() {
        if (random.nextBoolean()) {
            return "";
        }
        return "  drift: {product_sigma: " + pick("0", "0.3", "2") + ", series_sigma: " + pick("0", "0.3") + "}\n"
                + "  weekly_noise: {series_sigma: " + pick("0", "0.2", "2") + ", product_sigma: " + pick("0", "0.1")
                + ", store_sigma: " + pick("0", "0.1") + "}\n"
                + "  weekday_spread: {category_sigma: " + pick("0", "0.1", "1") + ", store_sigma: " + pick("0", "0.1")
                + ", series_sigma: " + pick("0", "0.1") + "}\n"
                + "  season_spread: {category_sigma: " + pick("0", "0.3", "1") + "}\n";
    }

    private String campaigns() {
        return "promotions: {campaigns_per_month: 20, advertised_share: " + pick(PROBABILITIES) + ", advertising_lift: "
                + pick("1", "1.9") + ", depth_mean: " + pick("0", "0.3")
                + ", by_category: [{category: Snack, probability: "
                + pick("0", "0.2") + "}]}\n";
    }

    private String absences() {
        return "absences: {series_probability: " + pick(PROBABILITIES) + ", product_probability: " + pick(PROBABILITIES)
                + ", median_days: " + pick("1", "28", "364") + ", length_spread: " + pick("0", "0.8", "2")
                + ", cleared_share: " + pick(PROBABILITIES) + "}\n"
                + "calendar_effects: [{name: pay days, days_of_month: [1, 31], factors: {0: " + pick("0.5", "1.2")
                + ", 1: 1.1}, categories: [Snack]}]\n";
    }

    /** Ways to order of every kind. */
    private String stock() {
        return "stock: {case_packs: " + pick("{}", "{6: 1}", "{1: 1, 4: 2, 24: 1}", "{1000: 1}") + ", min_cover_days: "
                + pick("1", "14") + ", max_cover_days: " + pick("14", "42") + ", stockout_spread: "
                + pick("0", "0.3", "1")
                + pick("", ", sold_before_stockout: 0.9", ", sold_before_stockout: 1")
                + pick(
                        "",
                        ", partial_stockout_share: 0.1",
                        ", partial_stockout_share: 0.9",
                        ", partial_stockout_share: 1")
                + ", supply: "
                + pick(
                        "[]",
                        "[{order_days: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1, cover_days: 1}]",
                        "[{categories: [Snack, Dairy], order_days: [1, 4]}, {categories: [Frozen], lead_time_days: 7}]",
                        "[{order_days: [2], lead_time_days: 7, cover_days: 42}]")
                + "}\n";
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    /** The same configuration for so many days, stores and products, with the same horizon. */
    String yaml(int days, int stores, int products) {
        return "dimensions: {stores: {count: " + stores + "}, products: {count: " + products + "}}\n"
                + "date_range: {start: " + start + ", end: " + start.plusDays(days - 1L) + ", horizon: "
                + start.plusDays(blockDays - 1L) + "}\n" + body;
    }

    @Override
    public String toString() {
        return yaml(days, stores, products);
    }
}
