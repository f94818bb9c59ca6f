package io.theforge.database.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What promotions sell and where it comes from, found in a database of 240 series and two years that has noise and nothing else. A day
 * that a category has in common is off by 3.3 per cent (a tenth of the noise variance), and a promotion of the chain has 8.5 days in 20
 * stores at once; the standard errors below follow from the days that each figure rests on. Seeds are fixed.
 */
class PromotionsAreFoundAgainTest {
    static final String SHOP = """
            dimensions:
              stores: {count: 20, size_spread: 0.15}
              products: {count: 12, demand_spread: 0.3, categories: [Dairy, Snack]}
            date_range: {start: 2023-01-01, end: 2024-12-31}
            time_series:
              {base_demand: 300, trend: none, weekly_seasonality: [1, 1, 1, 1, 1, 1, 1], noise_sigma: 0.1, anomaly_probability: 0}
            retail: {weekend_spike: 1, price_elasticity: 0, price_change_probability: 0, stockout_probability: 0, %s}
            """;

    /** The last weeks are left out: who waits for a promotion that begins after the last day has no row that says so. */
    static final String DAYS = """
            WITH reach AS (
                SELECT m.product_id, st.id AS store_id, c.date, count(*) AS near,
                    count(*) FILTER (c.date BETWEEN m.start_date AND m.end_date) AS running,
                    max(m.discount_pct) FILTER (c.date BETWEEN m.start_date AND m.end_date) AS pct,
                    coalesce(max(m.name) FILTER (c.date BETWEEN m.start_date AND m.end_date), max(m.name)) AS name
                FROM promotion m JOIN store st ON m.store_id IS NULL OR m.store_id = st.id
                JOIN calendar c ON c.date BETWEEN m.start_date - CAST(m.end_date - m.start_date + 1 AS integer)
                    AND m.end_date + CAST(2 * (m.end_date - m.start_date + 1) AS integer)
                GROUP BY m.product_id, st.id, c.date),
            day AS (
                SELECT s.store_id, s.product_id, p.category, s.date, s.quantity AS units, coalesce(r.near, 0) AS near,
                    coalesce(r.running, 0) AS running, r.pct, r.name
                FROM sales_daily s JOIN product p ON p.id = s.product_id
                LEFT JOIN reach r ON r.product_id = s.product_id AND r.store_id = s.store_id AND r.date = s.date
                WHERE s.date < DATE '2024-11-15'),
            """;

    static final String FAR_FROM_PROMOTIONS = DAYS + """
            usual AS (SELECT store_id, product_id, avg(units) AS units FROM day WHERE near = 0 GROUP BY store_id, product_id),
            known AS (SELECT day.*, usual.units AS usual FROM day JOIN usual USING (store_id, product_id))
            """;

    @TempDir
    Path folder;

    private LoadedShop shop(String retail, long seed) throws Exception {
        return new LoadedShop(folder, SHOP.formatted(retail) + "seed: " + seed + "\n");
    }

    /**
     * A depth of one in ten offers has some 40 days of a category: a standard error of 0.6 per cent, as six other seeds show too. Seven of
     * them within 3 per cent, five standard errors: one chance in 250,000.
     */
    @Test
    void theLiftOfEachDepth() throws Exception {
        LoadedShop shop = shop(
                "promotion_probability: 0.3, lift_by_depth: {0.05: 1.1, 0.1: 1.3, 0.2: 1.8, 0.25: 2, 0.3: 2.6, 0.4: 4}",
                11);
        double[][] lifts = {{0.05, 1.1}, {0.1, 1.3}, {0.15, 1.55}, {0.2, 1.8}, {0.25, 2}, {0.3, 2.6}, {0.4, 4}};

        for (double[] lift : lifts) {
            double found = shop.figures(FAR_FROM_PROMOTIONS
                    + "SELECT sum(units) / sum(usual) FROM known WHERE running = 1 AND pct = " + lift[0])[0];
            assertThat(found).as("%s off", lift[0]).isCloseTo(lift[1], within(0.03 * lift[1]));
        }
    }

    /** On days with one promotion in a category. A standard error of 0.003, that of six other seeds; within five of it: one chance in 10,000. */
    @Test
    void theShareThatComesFromSiblings() throws Exception {
        LoadedShop shop = shop("promotion_probability: 0.3, promotion_lift: 3, lift_from_siblings: 0.4", 12);

        double[] found = shop.figures(DAYS + """
                shelf AS (SELECT *, sum(running) OVER (PARTITION BY store_id, category, date) AS together FROM day),
                usual AS (SELECT store_id, product_id, avg(units) AS units FROM shelf WHERE together = 0
                    GROUP BY store_id, product_id)
                SELECT sum(CASE WHEN running = 0 THEN usual.units - shelf.units END)
                        / sum(CASE WHEN running = 1 THEN shelf.units - usual.units END)
                FROM shelf JOIN usual USING (store_id, product_id) WHERE together = 1""");

        assertThat(found[0]).isCloseTo(0.4, within(0.015));
    }

    /** On days within reach of one promotion only. A standard error of 0.003, that of six other seeds, as above; the lift has 0.3 per cent. */
    @Test
    void theShareThatComesFromOtherWeeks() throws Exception {
        LoadedShop shop = shop("promotion_probability: 0.15, promotion_lift: 3, lift_from_other_weeks: 0.5", 13);

        double[] found = shop.figures(FAR_FROM_PROMOTIONS + """
                SELECT sum(units) FILTER (running = 1) / sum(usual) FILTER (running = 1),
                    sum(units) FILTER (running = 0) / sum(usual) FILTER (running = 0)
                FROM known WHERE near = 1""");

        assertThat(found[0]).isCloseTo(3, within(0.03 * 3));
        assertThat(3 * (1 - found[1]) / (found[0] - 1)).isCloseTo(0.5, within(0.015));
    }
}
