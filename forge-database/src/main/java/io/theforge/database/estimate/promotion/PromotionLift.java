package io.theforge.database.estimate.promotion;

import io.theforge.database.estimate.window.Window;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What promotions make of sales, by the share off in steps of ten per cent: what was sold on promoted days over what those
 * pairs sell else, at the level and on the weekday of the whole shop; without days that ended with an empty shelf, of which nobody
 * knows how much could have been sold. A product's own are drawn towards the shop's.
 */
public final class PromotionLift {
    private static final int STEPS = 5;

    /** Units that count towards no lift in each step, and towards the shop's in each product. */
    private static final double PSEUDO_UNITS = 50;

    /** Units on hand that no shelf is down to: where every promoted day ended with an empty shelf, all of them count. */
    private static final int NO_SHELF = -1;

    private static final double SMALLEST = 0.2;
    private static final double LARGEST = 20;

    private final double[] sold = new double[STEPS];
    private final double[] usual = new double[STEPS];

    /** Units sold, and usual ones times the shop's lift, by product. */
    private final Map<Integer, double[]> products = new HashMap<>();

    private double paid;
    private double fullPrices;
    private double reducedPrices;

    private record Row(int product, int step, double sold, double usual) {}

    public static PromotionLift read(Sql sql, Window window) throws SQLException {
        PromotionLift lift = read(sql, window, 0);
        boolean isKnown = Arrays.stream(lift.usual).sum() > 0;
        return isKnown ? lift : read(sql, window, NO_SHELF);
    }

    /** @param empty days that end with so many units on hand or less do not count */
    private static PromotionLift read(Sql sql, Window window, int empty) throws SQLException {
        PromotionLift lift = new PromotionLift();
        Object[] days = {Window.date(window.promotionStart()), Window.date(window.lastDay())};
        Iterable<Row> rows = sql.list(
                row -> {
                    Row found = new Row(row.getInt(1), row.getInt(2), row.getDouble(3), row.getDouble(4));
                    lift.sold[found.step] += found.sold;
                    lift.usual[found.step] += found.usual;
                    lift.paid += row.getDouble(5);
                    lift.fullPrices += row.getDouble(6);
                    lift.reducedPrices += row.getDouble(7);
                    return found;
                },
                """
                WITH %s,
                apart AS (SELECT date, store_id, product_id, max(depth) AS depth, max(ran_out) AS ran_out FROM (
                    SELECT date, store_id, product_id, depth, 0 AS ran_out FROM promoted
                    UNION ALL SELECT i.date, i.store_id, i.product_id, NULL AS depth, 1 AS ran_out
                        FROM inventory_snapshot_daily i
                        JOIN pair p ON p.store_id = i.store_id AND p.product_id = i.product_id
                        WHERE i.date BETWEEN ? AND ? AND i.date >= p.first_day AND i.on_hand_qty <= ?) days
                    GROUP BY date, store_id, product_id),
                sold AS (SELECT r.date, r.store_id, r.product_id, r.depth, r.ran_out, coalesce(s.quantity, 0) AS quantity,
                        s.unit_price
                    FROM apart r
                    LEFT JOIN sales_daily s
                        ON s.date = r.date AND s.store_id = r.store_id AND s.product_id = r.product_id
                    WHERE r.date BETWEEN ? AND ?),
                usual AS (SELECT p.store_id, p.product_id, (p.units - coalesce(s.units, 0))
                        / greatest(1, CAST(? AS date) - p.first_day + 1 - coalesce(s.days, 0)) AS mean
                    FROM pair p
                    LEFT JOIN (SELECT store_id, product_id, sum(quantity) AS units, count(*) AS days FROM sold
                        GROUP BY store_id, product_id) s ON s.store_id = p.store_id AND s.product_id = p.product_id),
                away AS (SELECT s.date, sum(s.quantity) AS units, sum(u.mean) AS mean
                    FROM sold s JOIN usual u ON u.store_id = s.store_id AND u.product_id = s.product_id GROUP BY s.date),
                shop AS (SELECT d.date, (d.units - coalesce(y.units, 0)) / nullif(w.mean - coalesce(y.mean, 0), 0) AS ratio
                    FROM (SELECT date, sum(quantity) AS units FROM sales_daily WHERE date BETWEEN ? AND ? GROUP BY date) d
                    CROSS JOIN (SELECT sum(mean) AS mean FROM usual) w
                    LEFT JOIN away y ON y.date = d.date)
                SELECT s.product_id, CAST(least(%s, floor(s.depth * 10 + 0.001)) AS integer) AS step,
                    CAST(coalesce(sum(CASE WHEN s.ran_out = 0 THEN s.quantity END), 0) AS double precision),
                    CAST(coalesce(sum(CASE WHEN s.ran_out = 0 THEN u.mean * h.ratio END), 0) AS double precision),
                    CAST(coalesce(sum(s.unit_price), 0) AS double precision),
                    CAST(coalesce(sum(CASE WHEN s.unit_price IS NOT NULL THEN p.top_price END), 0) AS double precision),
                    CAST(coalesce(sum(CASE WHEN s.unit_price IS NOT NULL THEN p.top_price * (1 - s.depth) END), 0)
                        AS double precision)
                FROM sold s
                JOIN usual u ON u.store_id = s.store_id AND u.product_id = s.product_id
                JOIN pair p ON p.store_id = s.store_id AND p.product_id = s.product_id
                JOIN shop h ON h.date = s.date
                WHERE s.depth IS NOT NULL
                GROUP BY s.product_id, step ORDER BY s.product_id, step""".formatted(PromotedDays.WITH, STEPS - 1),
                days[0],
                days[1],
                days[0],
                days[1],
                days[0],
                days[1],
                empty,
                days[0],
                days[1],
                days[1],
                days[0],
                days[1]);
        for (Row row : rows) {
            double[] sums = lift.products.computeIfAbsent(row.product, id -> new double[2]);
            sums[0] += row.sold;
            sums[1] += row.usual * lift.ofShop(row.step);
        }
        return lift;
    }

    private double ofShop(int step) {
        return (sold[step] + PSEUDO_UNITS) / (usual[step] + PSEUDO_UNITS);
    }

    /** Factor on the sales of a product at a share off. */
    double of(int productId, double depth) {
        double[] sums = products.getOrDefault(productId, new double[2]);
        int step = (int) Math.min(STEPS - 1, Math.floor(depth * 10 + 0.001));
        double own = (sums[0] + PSEUDO_UNITS) / (sums[1] + PSEUDO_UNITS);
        return Math.max(SMALLEST, Math.min(LARGEST, ofShop(step) * own));
    }

    /** Whether the price that was paid had come down, and not only the promotion's row says so. */
    boolean lowersPrices() {
        return fullPrices - paid >= (fullPrices - reducedPrices) / 2;
    }
}
