package io.theforge.database.estimate;

import io.theforge.database.estimate.promotion.PromotedDays;
import io.theforge.database.estimate.window.Window;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads the regular prices that pairs go on with. */
final class PriceRows {
    private PriceRows() {}

    /** The regular price is looked for in the level's days, and where a pair was on promotion on all of them, in those before. */
    static void read(Sql sql, Window window, List<PairHistory> all, StockRows.Pairs pairs) throws SQLException {
        read(sql, window.levelStart(), window.lastDay(), pairs, (pair, cents, promoted) -> {
            pair.priceCents = cents;
            pair.onlyPromoted = promoted;
            pair.hasRegularPrice = !promoted;
        });
        if (all.stream().anyMatch(pair -> pair.onlyPromoted)) {
            read(sql, window.promotionStart(), window.levelStart() - 1, pairs, (pair, cents, promoted) -> {
                // a promotion that stands in its table alone leaves the price as it is
                if (pair.onlyPromoted && !promoted) {
                    pair.priceCents = Math.max(pair.priceCents, cents);
                    pair.hasRegularPrice = true;
                }
            });
        }
    }

    private interface PriceReader {
        void read(PairHistory pair, long cents, boolean promoted);
    }

    /** Of the prices of a pair's last week with sales the most frequent one, the latest among equals; off promotion where there are any. */
    private static void read(Sql sql, int firstDay, int lastDay, StockRows.Pairs pairs, PriceReader reader)
            throws SQLException {
        LocalDate first = Window.date(firstDay);
        LocalDate last = Window.date(lastDay);
        sql.each(
                row -> {
                    PairHistory pair = pairs.of(row.getInt(1), row.getInt(2));
                    if (pair != null) {
                        reader.read(pair, row.getLong(3), row.getBoolean(4));
                    }
                },
                """
                WITH %s
                SELECT store_id, product_id, CAST(unit_price * 100 AS bigint), promoted FROM (
                    SELECT store_id, product_id, unit_price, promoted, row_number() OVER (PARTITION BY store_id, product_id
                        ORDER BY promoted, CASE WHEN last_day > pair_last_day - 7 THEN 0 ELSE 1 END,
                            times DESC, last_day DESC, unit_price) AS place
                    FROM (SELECT s.store_id, s.product_id, unit_price, r.date IS NOT NULL AS promoted, count(*) AS times,
                            max(s.date) AS last_day,
                            max(max(s.date)) OVER (PARTITION BY s.store_id, s.product_id, r.date IS NOT NULL) AS pair_last_day
                        FROM sales_daily s
                        LEFT JOIN promoted r
                            ON r.date = s.date AND r.store_id = s.store_id AND r.product_id = s.product_id
                        WHERE s.date BETWEEN ? AND ?
                        GROUP BY s.store_id, s.product_id, unit_price, r.date IS NOT NULL) prices) ranked
                WHERE place = 1""".formatted(PromotedDays.WITH),
                first,
                last,
                first,
                last,
                first,
                last);
    }
}
