package io.theforge.database.estimate.season;

import io.theforge.database.estimate.promotion.PromotedDays;
import io.theforge.database.estimate.window.Window;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sales of the year before, by category and day, of pairs that sold then and still sell, on days without a promotion. */
final class SeasonRows {
    /** Of a category or the shop, by day. */
    static final class Sums {
        final double[] units;

        /** What the pairs sell on an average day: those that were not on promotion. */
        final double[] usual;

        double pairs;

        Sums(int days) {
            units = new double[days];
            usual = new double[days];
        }
    }

    private final int from;
    private final double[] week = new double[7];
    private final Map<String, List<Integer>> products = new LinkedHashMap<>();
    final Map<String, Sums> categories = new LinkedHashMap<>();
    final Sums shop;

    private SeasonRows(int from, int days) {
        this.from = from;
        shop = new Sums(days);
    }

    /** @param base first of the days that are the last weeks now, a year before */
    static SeasonRows read(Sql sql, Window window, int base, int from, int to) throws SQLException {
        int days = to - from + 1;
        SeasonRows rows = new SeasonRows(from, days);
        sql.each(
                row -> {
                    Sums sums = rows.categories.computeIfAbsent(row.getString(1), category -> new Sums(days));
                    int day = row.getInt(2) - from;
                    sums.units[day] = row.getDouble(3);
                    sums.usual[day] = row.getDouble(4);
                    sums.pairs = row.getDouble(5);
                    rows.shop.units[day] += sums.units[day];
                    rows.shop.usual[day] += sums.usual[day];
                },
                """
                WITH %s,
                lasting AS (SELECT store_id, product_id FROM sales_daily WHERE date BETWEEN ? AND ?
                    INTERSECT SELECT store_id, product_id FROM sales_daily WHERE date BETWEEN ? AND ?),
                sold AS (SELECT s.date, s.store_id, s.product_id, s.quantity
                    FROM sales_daily s
                    JOIN lasting b ON b.store_id = s.store_id AND b.product_id = s.product_id
                    LEFT JOIN promoted r ON r.date = s.date AND r.store_id = s.store_id AND r.product_id = s.product_id
                    WHERE s.date BETWEEN ? AND ? AND r.date IS NULL),
                usual AS (SELECT b.store_id, b.product_id, coalesce(a.category, '') AS category,
                        coalesce(s.units, 0) / greatest(1, %s - coalesce(r.days, 0)) AS mean
                    FROM lasting b
                    JOIN product a ON a.id = b.product_id
                    LEFT JOIN (SELECT store_id, product_id, CAST(sum(quantity) AS double precision) AS units FROM sold
                        GROUP BY store_id, product_id) s ON s.store_id = b.store_id AND s.product_id = b.product_id
                    LEFT JOIN (SELECT store_id, product_id, count(*) AS days FROM promoted
                        GROUP BY store_id, product_id) r ON r.store_id = b.store_id AND r.product_id = b.product_id),
                whole AS (SELECT category, sum(mean) AS mean, count(*) AS pairs FROM usual GROUP BY category),
                away AS (SELECT u.category, r.date, sum(u.mean) AS mean
                    FROM promoted r JOIN usual u ON u.store_id = r.store_id AND u.product_id = r.product_id
                    GROUP BY u.category, r.date)
                SELECT w.category, %s, d.units, greatest(0, w.mean - coalesce(y.mean, 0)), w.pairs
                FROM (SELECT u.category, s.date, CAST(sum(s.quantity) AS double precision) AS units
                    FROM sold s JOIN usual u ON u.store_id = s.store_id AND u.product_id = s.product_id
                    GROUP BY u.category, s.date) d
                JOIN whole w ON w.category = d.category
                LEFT JOIN away y ON y.category = d.category AND y.date = d.date
                ORDER BY w.category, d.date""".formatted(PromotedDays.WITH, days, Window.DAY.formatted("d.date")),
                Window.date(from),
                Window.date(to),
                Window.date(from),
                Window.date(to),
                Window.date(base),
                Window.date(base + Window.LEVEL_DAYS - 1),
                Window.date(window.levelStart()),
                Window.date(window.lastDay()),
                Window.date(from),
                Window.date(to));
        rows.categories.values().forEach(sums -> rows.shop.pairs += sums.pairs);
        rows.readProducts(sql);
        rows.profile();
        return rows;
    }

    private void readProducts(Sql sql) throws SQLException {
        sql.each(
                row -> products.computeIfAbsent(row.getString(2), category -> new ArrayList<>())
                        .add(row.getInt(1)),
                "SELECT id, coalesce(category, '') FROM product ORDER BY id");
    }

    List<Integer> productsOf(String category) {
        return products.getOrDefault(category, List.of());
    }

    /** The whole shop's week: what a weekday sells over an average day. */
    private void profile() {
        double[] usual = new double[7];
        for (int i = 0; i < shop.units.length; i++) {
            if (shop.units[i] > 0) {
                week[Window.weekday(from + i)] += shop.units[i];
                usual[Window.weekday(from + i)] += shop.usual[i];
            }
        }
        for (int weekday = 0; weekday < 7; weekday++) {
            week[weekday] = usual[weekday] > 0 ? week[weekday] / usual[weekday] : 1;
        }
    }

    /** Whether nobody sold anything on a day. */
    boolean isClosed(int day) {
        int i = day - from;
        return i >= 0 && i < shop.units.length && shop.units[i] == 0;
    }

    /** Units sold over what is usual on these weekdays; days on which the whole shop was closed do not count. */
    double ratio(Sums sums, int first, int last) {
        double units = 0;
        double usual = 0;
        for (int day = first; day <= last; day++) {
            int i = day - from;
            if (i >= 0 && i < sums.units.length && shop.units[i] > 0) {
                units += sums.units[i];
                usual += sums.usual[i] * week[Window.weekday(day)];
            }
        }
        return usual > 0 ? units / usual : 1;
    }
}
