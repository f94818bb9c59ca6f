package io.theforge.database.estimate;

import io.theforge.database.estimate.promotion.PromotedDays;
import io.theforge.database.estimate.window.Window;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the recent rows say, whoever made them: sums by pair and weekday, some dozens of numbers a pair. */
final class History {

    /** Days that are told apart: those on promotion, and the others that ended with an empty shelf. Takes two days, three times. */
    private static final String APART =
            PromotedDays.WITH + """
            , apart AS (SELECT date, store_id, product_id, min(kind) AS kind FROM (
                SELECT date, store_id, product_id, %s AS kind FROM promoted
                UNION ALL SELECT date, store_id, product_id, %s AS kind FROM inventory_snapshot_daily
                WHERE date BETWEEN ? AND ? AND on_hand_qty = 0) days
                GROUP BY date, store_id, product_id)""".formatted(PairHistory.PROMOTED, PairHistory.EMPTY_SHELF);

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
        history.readDaysApart();
        PriceRows.read(sql, window, history.ordered, history::pair);
        StockRows.read(sql, window, history::pair);
        history.ordered.forEach(PairHistory::settle);
        return history.ordered;
    }

    /** On promotion there is more sold than else, and of a shelf that ends the day empty nobody knows how much could have been. */
    private void readSales() throws SQLException {
        LocalDate profile = Window.date(window.profileStart());
        LocalDate level = Window.date(window.levelStart());
        LocalDate last = Window.date(window.lastDay());
        sql.each(
                row -> {
                    PairHistory pair = pairs.computeIfAbsent(key(row.getInt(1), row.getInt(2)), key -> {
                        PairHistory added = new PairHistory((int) (key >> 32), key.intValue());
                        ordered.add(added);
                        return added;
                    });
                    SalesHistory sales = pair.of(row.getInt(4));
                    int weekday = row.getInt(3);
                    sales.rows[weekday] = row.getInt(5);
                    sales.positives[weekday] = row.getInt(6);
                    sales.units[weekday] = row.getLong(7);
                    sales.squares[weekday] = row.getDouble(8);
                    sales.levelRows += row.getInt(9);
                    sales.levelPositives += row.getInt(10);
                    sales.levelUnits += row.getLong(11);
                    pair.firstDay = Math.min(pair.firstDay, row.getInt(12));
                    pair.lastDay = Math.max(pair.lastDay, row.getInt(13));
                },
                """
                WITH %s
                SELECT store_id, product_id, weekday, kind,
                    count(CASE WHEN in_profile THEN 1 END),
                    count(CASE WHEN in_profile AND quantity > 0 THEN 1 END),
                    CAST(coalesce(sum(CASE WHEN in_profile THEN quantity END), 0) AS bigint),
                    CAST(coalesce(sum(CASE WHEN in_profile THEN CAST(quantity AS bigint) * quantity END), 0)
                        AS double precision),
                    count(CASE WHEN in_level THEN 1 END),
                    count(CASE WHEN in_level AND quantity > 0 THEN 1 END),
                    CAST(coalesce(sum(CASE WHEN in_level THEN quantity END), 0) AS bigint),
                    min(day), max(day)
                FROM (SELECT s.store_id, s.product_id, s.quantity,
                        CAST(extract(isodow FROM s.date) AS integer) - 1 AS weekday,
                        s.date >= CAST(? AS date) AS in_profile, s.date >= CAST(? AS date) AS in_level, %s AS day,
                        coalesce(a.kind, 0) AS kind
                    FROM sales_daily s
                    LEFT JOIN apart a
                        ON a.date = s.date AND a.store_id = s.store_id AND a.product_id = s.product_id
                    WHERE s.date BETWEEN ? AND ?) recent
                GROUP BY store_id, product_id, weekday, kind
                ORDER BY store_id, product_id, weekday, kind""".formatted(APART, Window.DAY.formatted("s.date")),
                profile,
                last,
                profile,
                last,
                profile,
                last,
                profile,
                level,
                Window.date(window.lookback()),
                last);
    }

    private void readDaysApart() throws SQLException {
        LocalDate profile = Window.date(window.profileStart());
        LocalDate last = Window.date(window.lastDay());
        sql.each(
                row -> {
                    PairHistory pair = pairs.get(key(row.getInt(1), row.getInt(2)));
                    if (pair != null) {
                        pair.daysApart[row.getInt(3)] = row.getInt(4);
                        pair.levelDaysApart[row.getInt(3)] = row.getInt(5);
                    }
                },
                """
                WITH %s
                SELECT store_id, product_id, CAST(extract(isodow FROM date) AS integer) - 1 AS weekday, count(*),
                    count(CASE WHEN date >= CAST(? AS date) THEN 1 END)
                FROM apart GROUP BY store_id, product_id, weekday""".formatted(APART),
                profile,
                last,
                profile,
                last,
                profile,
                last,
                Window.date(window.levelStart()));
    }

    private @Nullable PairHistory pair(int storeId, int productId) {
        return pairs.get(key(storeId, productId));
    }

    private static long key(int storeId, int productId) {
        return (long) storeId << 32 | productId & 0xFFFFFFFFL;
    }
}
