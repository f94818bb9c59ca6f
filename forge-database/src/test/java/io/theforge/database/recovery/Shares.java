package io.theforge.database.recovery;

import static org.assertj.core.api.Assertions.within;

import io.theforge.config.model.SparsityConfig;
import java.sql.SQLException;
import org.assertj.core.api.SoftAssertions;

/**
 * Shares that plain counting finds.
 *
 * @param stockout of inventory rows
 * @param stockoutError standard error, from the spread between series
 * @param sparse of store-product combinations without a row of sales
 * @param missing of the days of the other combinations
 */
record Shares(LoadedShop shop, double stockout, double stockoutError, double sparse, double missing, double days) {

    static Shares of(LoadedShop shop) throws SQLException {
        double[] stockouts = shop.figures("""
                SELECT avg(share), coalesce(stddev_samp(share), 0) / sqrt(count(*)) FROM (
                    SELECT avg(CASE WHEN on_hand_qty = 0 THEN 1.0 ELSE 0.0 END) AS share
                    FROM inventory_snapshot_daily GROUP BY store_id, product_id) t""");
        double[] records = shop.figures(
                """
                SELECT (SELECT count(*) FROM store), (SELECT count(*) FROM product), (SELECT count(*) FROM sold),
                    (SELECT sum(days) FROM sold),
                    (SELECT count(*) FROM inventory_snapshot_daily i JOIN sold
                        ON sold.store_id = i.store_id AND sold.product_id = i.product_id)
                FROM (SELECT 1) t""".replace("FROM sold", "FROM (" + SOLD + ") sold").replace("JOIN sold", "JOIN (" + SOLD + ") sold"));
        return new Shares(
                shop,
                stockouts[0],
                stockouts[1],
                1 - records[2] / (records[0] * records[1]),
                1 - records[3] / records[4],
                records[4]);
    }

    private static final String SOLD =
            "SELECT store_id, product_id, count(*) AS days FROM sales_daily GROUP BY store_id, product_id";

    void assertAsConfigured(SoftAssertions softly) {
        double stockouts = shop.config.retail().stockoutProbability();
        softly.assertThat(stockout).as("stockouts").isCloseTo(stockouts, within(3 * stockoutError));
        SparsityConfig sparsity = shop.config.sparsity();
        double combinations =
                shop.config.stores().count() * shop.config.products().count();
        softly.assertThat(sparse)
                .as("sparse")
                .isCloseTo(Math.floor(sparsity.missingCombinations() * combinations) / combinations, within(1e-9));
        double length = (sparsity.gapMinDays() + sparsity.gapMaxDays()) / 2.0;
        double spread = sparsity.gapMaxDays() - sparsity.gapMinDays() + 1;
        double gapShare = sparsity.randomGapsPerSeries()
                * length
                / shop.config.dateRange().blockDays();
        double single = sparsity.missingDays();
        double variance = (single * (1 - single) + gapShare / length * (spread * spread - 1) / 12) / days;
        softly.assertThat(missing)
                .as("missing records")
                .isCloseTo(1 - (1 - single) * (1 - gapShare), within(3 * Math.sqrt(variance)));
    }
}
