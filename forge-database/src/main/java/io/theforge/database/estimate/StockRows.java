package io.theforge.database.estimate;

import io.theforge.database.estimate.window.Window;
import io.theforge.database.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads what the recent snapshots say, whoever made them. */
final class StockRows {
    /** The pair with these ids; null when there is none. */
    interface Pairs {
        @Nullable
        PairHistory of(int storeId, int productId);
    }

    /** So many days before a shelf runs empty, what is on order may be late, and does not tell how long orders usually take. */
    private static final int LATE_DAYS = 14;

    private StockRows() {}

    /** Pairs without a snapshot in the level's days stay without. */
    static void read(Sql sql, Window window, Pairs pairs) throws SQLException {
        readDays(sql, window, pairs);
        readLast(sql, window, pairs);
    }

    private static void readDays(Sql sql, Window window, Pairs pairs) throws SQLException {
        sql.each(
                row -> {
                    PairHistory pair = pairs.of(row.getInt(1), row.getInt(2));
                    if (pair != null) {
                        StockHistory stock = pair.stock == null ? new StockHistory() : pair.stock;
                        pair.stock = stock;
                        add(row, stock);
                    }
                },
                """
                SELECT store_id, product_id, weekday, count(CASE WHEN in_level THEN 1 END),
                    CAST(coalesce(sum(CASE WHEN in_level THEN position END), 0) AS bigint),
                    CAST(coalesce(sum(CASE WHEN in_level AND NOT runs_out THEN on_order_qty END), 0) AS bigint),
                    count(CASE WHEN in_level AND NOT runs_out THEN 1 END),
                    coalesce(min(CASE WHEN in_level THEN day END), 2147483647),
                    count(*), count(CASE WHEN ordered > 0 THEN 1 END),
                    coalesce(max(CASE WHEN ordered > 0 THEN day END), -2147483648),
                    count(CASE WHEN on_hand_qty = 0 THEN 1 END),
                    count(CASE WHEN on_hand_qty = 0 AND hand_before > 0 THEN 1 END),
                    string_agg(CASE WHEN ordered > 0 THEN CAST(ordered AS varchar) END, ' ')
                FROM (SELECT i.store_id, i.product_id, CAST(extract(isodow FROM i.date) AS integer) - 1 AS weekday,
                        i.date >= CAST(? AS date) AS in_level, %1$s AS day, on_hand_qty, on_order_qty, hand_before,
                        runs_out, position, position + coalesce(s.quantity, 0) - position_before AS ordered
                    FROM (SELECT date, store_id, product_id, on_hand_qty, on_order_qty,
                            CAST(on_hand_qty AS bigint) + on_order_qty AS position,
                            coalesce(min(CASE WHEN on_hand_qty = 0 THEN date END) OVER backwards <= date + %2$s, false)
                                AS runs_out,
                            CASE WHEN lead(date) OVER backwards = date - 1
                                THEN lead(on_hand_qty) OVER backwards END AS hand_before,
                            CASE WHEN lead(date) OVER backwards = date - 1
                                THEN lead(CAST(on_hand_qty AS bigint) + on_order_qty) OVER backwards END AS position_before
                        FROM inventory_snapshot_daily WHERE date BETWEEN ? AND ?
                        WINDOW backwards AS (PARTITION BY store_id, product_id ORDER BY date DESC)) i
                    LEFT JOIN (SELECT date, store_id, product_id, quantity FROM sales_daily
                        WHERE date BETWEEN ? AND ?) s
                        ON s.date = i.date AND s.store_id = i.store_id AND s.product_id = i.product_id) snapshots
                GROUP BY store_id, product_id, weekday""".formatted(Window.DAY.formatted("i.date"), LATE_DAYS),
                Window.date(window.levelStart()),
                Window.date(window.profileStart()),
                Window.date(window.lastDay()),
                Window.date(window.profileStart()),
                Window.date(window.lastDay()));
    }

    private static void add(ResultSet row, StockHistory stock) throws SQLException {
        int weekday = row.getInt(3);
        stock.rows[weekday] = row.getInt(4);
        stock.position += row.getLong(5);
        stock.onOrder += row.getLong(6);
        stock.regularDays += row.getInt(7);
        stock.firstDay = Math.min(stock.firstDay, row.getInt(8));
        stock.snapshots += row.getInt(9);
        stock.orderDays[weekday] = row.getInt(10);
        stock.lastOrderDay[weekday] = row.getInt(11);
        stock.emptyDays += row.getInt(12);
        stock.stockouts += row.getInt(13);
        String orders = row.getString(14);
        if (orders != null) {
            for (String order : orders.split(" ")) {
                stock.addOrder(Long.parseLong(order));
            }
        }
    }

    private static void readLast(Sql sql, Window window, Pairs pairs) throws SQLException {
        sql.each(
                row -> {
                    PairHistory pair = pairs.of(row.getInt(1), row.getInt(2));
                    if (pair != null && pair.stock != null) {
                        pair.stock.lastDay = row.getInt(3);
                        pair.stock.lastOnHand = row.getInt(4);
                        pair.stock.lastOnOrder = row.getInt(5);
                    }
                },
                """
                SELECT store_id, product_id, %s, on_hand_qty, on_order_qty FROM (
                    SELECT date, store_id, product_id, on_hand_qty, on_order_qty,
                        row_number() OVER (PARTITION BY store_id, product_id ORDER BY date DESC) AS place
                    FROM inventory_snapshot_daily WHERE date BETWEEN ? AND ?) snapshots
                WHERE place = 1""".formatted(Window.DAY.formatted("date")),
                Window.date(window.levelStart()),
                Window.date(window.lastDay()));
    }
}
