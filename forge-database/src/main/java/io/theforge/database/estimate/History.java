package io.theforge.database.estimate;

import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the recent rows say, whoever made them: sums by pair and weekday, some dozens of numbers a pair. */
final class History {
    private static final String DAY = "CAST(%s - DATE '1970-01-01' AS integer)";

    private final Sql sql;
    private final Window window;
    private final Map<Long, PairHistory> pairs = new HashMap<>();

    /** In the order of their ids. */
    private final List<PairHistory> ordered = new ArrayList<>();

    private History(Sql sql, Window window) {
        this.sql = sql;
        this.window = window;
    }

    /** @return every pair with sales since the lookback, in the order of ids */
    static List<PairHistory> read(Sql sql, Window window) throws SQLException {
        History history = new History(sql, window);
        history.readSales();
        history.readPrices();
        history.readStock();
        history.readLastSnapshots();
        return history.ordered;
    }

    private void readSales() throws SQLException {
        LocalDate profile = Window.date(window.profileStart());
        LocalDate level = Window.date(window.levelStart());
        sql.each(
                row -> {
                    PairHistory pair = pairs.computeIfAbsent(key(row.getInt(1), row.getInt(2)), key -> {
                        PairHistory added = new PairHistory((int) (key >> 32), key.intValue());
                        ordered.add(added);
                        return added;
                    });
                    int weekday = row.getInt(3);
                    pair.rows[weekday] = row.getInt(4);
                    pair.positives[weekday] = row.getInt(5);
                    pair.units[weekday] = row.getLong(6);
                    pair.squares[weekday] = row.getDouble(7);
                    pair.levelRows += row.getInt(8);
                    pair.levelUnits += row.getLong(9);
                    pair.firstDay = Math.min(pair.firstDay, row.getInt(10));
                    pair.lastDay = Math.max(pair.lastDay, row.getInt(11));
                },
                """
                SELECT store_id, product_id, weekday,
                    count(CASE WHEN in_profile THEN 1 END),
                    count(CASE WHEN in_profile AND quantity > 0 THEN 1 END),
                    CAST(coalesce(sum(CASE WHEN in_profile THEN quantity END), 0) AS bigint),
                    CAST(coalesce(sum(CASE WHEN in_profile THEN CAST(quantity AS bigint) * quantity END), 0)
                        AS double precision),
                    count(CASE WHEN in_level THEN 1 END),
                    CAST(coalesce(sum(CASE WHEN in_level THEN quantity END), 0) AS bigint),
                    min(day), max(day)
                FROM (SELECT store_id, product_id, quantity, CAST(extract(isodow FROM date) AS integer) - 1 AS weekday,
                        date >= CAST(? AS date) AS in_profile, date >= CAST(? AS date) AS in_level, %s AS day
                    FROM sales_daily WHERE date BETWEEN ? AND ?) recent
                GROUP BY store_id, product_id, weekday ORDER BY store_id, product_id, weekday""".formatted(DAY.formatted("date")),
                profile,
                level,
                Window.date(window.lookback()),
                Window.date(window.lastDay()));
    }

    /** Of the prices of a pair's last week with sales the most frequent one of the level's days, the latest among equals. */
    private void readPrices() throws SQLException {
        sql.each(
                row -> {
                    PairHistory pair = pairs.get(key(row.getInt(1), row.getInt(2)));
                    if (pair != null) {
                        pair.priceCents = row.getLong(3);
                    }
                },
                """
                SELECT store_id, product_id, CAST(unit_price * 100 AS bigint) FROM (
                    SELECT store_id, product_id, unit_price, row_number() OVER (PARTITION BY store_id, product_id
                        ORDER BY CASE WHEN last_day > pair_last_day - 7 THEN 0 ELSE 1 END,
                            times DESC, last_day DESC, unit_price) AS place
                    FROM (SELECT store_id, product_id, unit_price, count(*) AS times, max(date) AS last_day,
                            max(max(date)) OVER (PARTITION BY store_id, product_id) AS pair_last_day
                        FROM sales_daily WHERE date BETWEEN ? AND ?
                        GROUP BY store_id, product_id, unit_price) prices) ranked
                WHERE place = 1""",
                Window.date(window.levelStart()),
                Window.date(window.lastDay()));
    }

    private void readStock() throws SQLException {
        sql.each(
                row -> {
                    PairHistory pair = pairs.get(key(row.getInt(1), row.getInt(2)));
                    if (pair == null) {
                        return;
                    }
                    StockHistory stock = pair.stock == null ? new StockHistory() : pair.stock;
                    pair.stock = stock;
                    stock.rows[row.getInt(3)] = row.getInt(4);
                    stock.position += row.getLong(5);
                    stock.onOrder += row.getLong(6);
                    stock.firstDay = Math.min(stock.firstDay, row.getInt(7));
                    stock.orderDays += row.getInt(8);
                    int lastOrder = row.getInt(9);
                    if (!row.wasNull()) {
                        stock.lastOrderDay = Math.max(stock.lastOrderDay, lastOrder);
                    }
                },
                """
                SELECT i.store_id, i.product_id, CAST(extract(isodow FROM i.date) AS integer) - 1 AS weekday, count(*),
                    CAST(sum(i.position) AS bigint), CAST(sum(i.on_order_qty) AS bigint), min(%1$s),
                    count(CASE WHEN i.position + coalesce(s.quantity, 0) > i.position_before THEN 1 END),
                    max(CASE WHEN i.position + coalesce(s.quantity, 0) > i.position_before THEN %1$s END)
                FROM (SELECT date, store_id, product_id, on_order_qty,
                        CAST(on_hand_qty AS bigint) + on_order_qty AS position,
                        CASE WHEN lag(date) OVER series = date - 1
                            THEN lag(CAST(on_hand_qty AS bigint) + on_order_qty) OVER series END AS position_before
                    FROM inventory_snapshot_daily WHERE date BETWEEN ? AND ?
                    WINDOW series AS (PARTITION BY store_id, product_id ORDER BY date)) i
                LEFT JOIN (SELECT date, store_id, product_id, quantity FROM sales_daily WHERE date BETWEEN ? AND ?) s
                    ON s.date = i.date AND s.store_id = i.store_id AND s.product_id = i.product_id
                GROUP BY i.store_id, i.product_id, weekday""".formatted(DAY.formatted("i.date")),
                Window.date(window.levelStart()),
                Window.date(window.lastDay()),
                Window.date(window.levelStart()),
                Window.date(window.lastDay()));
    }

    private void readLastSnapshots() throws SQLException {
        sql.each(
                row -> {
                    PairHistory pair = pairs.get(key(row.getInt(1), row.getInt(2)));
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
                WHERE place = 1""".formatted(DAY.formatted("date")),
                Window.date(window.levelStart()),
                Window.date(window.lastDay()));
    }

    private static long key(int storeId, int productId) {
        return (long) storeId << 32 | productId & 0xFFFFFFFFL;
    }
}
