package io.theforge.database.record;

import io.theforge.database.sql.Sql;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.StringJoiner;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code theforge.series_state}: where each series stood at the end of the last day, as the run left it that made that
 * day. It can be computed again, by going through all days; without it an append does so.
 */
public final class SeriesStates {
    /** Its name; databases of the first versions do not have it. */
    public static final String TABLE = "theforge.series_state";

    private static final int SERIES_PER_STATEMENT = 20_000;

    private SeriesStates() {}

    /** Keeps the states that a run has left, and no others. @param ids of stores and products */
    public static void keep(Sql sql, long runId, Plan plan, Ids ids, StockStates states) throws SQLException {
        long store = ids.block(Table.STORE).first();
        long product = ids.block(Table.PRODUCT).first();
        for (int first = 0; first < plan.pairs(); first += SERIES_PER_STATEMENT) {
            int end = Math.min(plan.pairs(), first + SERIES_PER_STATEMENT);
            sql.update( // Both targets take lists as texts; for a row at a time DuckDB needs a third of a millisecond
                    """
                    INSERT INTO theforge.series_state SELECT ?, v.store_id, v.product_id, v.a, v.b, v.c, v.d, v.e FROM (
                        SELECT CAST(unnest(string_to_array(?, ' ')) AS integer) AS store_id,
                            CAST(unnest(string_to_array(?, ' ')) AS integer) AS product_id,
                            CAST(unnest(string_to_array(?, ' ')) AS integer) AS a,
                            CAST(unnest(string_to_array(?, ' ')) AS integer) AS b,
                            CAST(unnest(string_to_array(?, ' ')) AS integer) AS c,
                            CAST(unnest(string_to_array(?, ' ')) AS integer) AS d,
                            CAST(unnest(string_to_array(?, ' ')) AS integer) AS e) v
                    """,
                    runId,
                    list(first, end, pair -> Math.toIntExact(store + plan.storeOf(pair))),
                    list(first, end, pair -> Math.toIntExact(product + plan.productOf(pair))),
                    list(first, end, pair -> states.onHand[pair]),
                    list(first, end, pair -> states.overdue[pair]),
                    list(first, end, pair -> states.onOrder[pair]),
                    list(first, end, pair -> states.backlog[pair]),
                    list(first, end, pair -> states.owedStockoutDays[pair]));
        }
        sql.update("DELETE FROM theforge.series_state WHERE run_id <> ?", runId);
    }

    private static String list(int first, int end, IntUnaryOperator value) {
        StringJoiner list = new StringJoiner(" ");
        for (int pair = first; pair < end; pair++) {
            list.add(Integer.toString(value.applyAsInt(pair)));
        }
        return list.toString();
    }

    /**
     * What the run has left that made the dataset or last extended it.
     *
     * @param storeIndex of an id, outside of the plan's stores where it is none of theirs
     * @param productIndex likewise
     * @return null when there is nothing, or not a state for every series
     */
    public static @Nullable StockStates read(
            Sql sql, Plan plan, IntUnaryOperator storeIndex, IntUnaryOperator productIndex) throws SQLException {
        StockStates states = new StockStates(plan.pairs());
        int[] found = {0};
        sql.each(
                row -> {
                    int store = storeIndex.applyAsInt(row.getInt(1));
                    int product = productIndex.applyAsInt(row.getInt(2));
                    if (store >= 0
                            && store < plan.stores().size()
                            && product >= 0
                            && product < plan.products().size()) {
                        int pair = plan.pair(store, product);
                        states.onHand[pair] = row.getInt(3);
                        states.overdue[pair] = row.getInt(4);
                        states.onOrder[pair] = row.getInt(5);
                        states.backlog[pair] = row.getInt(6);
                        states.owedStockoutDays[pair] = row.getInt(7);
                        found[0]++;
                    }
                },
                """
                SELECT store_id, product_id, on_hand_qty, overdue_qty, on_order_qty, backlog_qty, owed_stockout_days
                FROM theforge.series_state
                WHERE run_id = (SELECT max(id) FROM theforge.run WHERE operation IN (?, ?))
                """,
                Runs.FULL_NEW,
                Runs.APPEND);
        return found[0] == plan.pairs() ? states : null;
    }
}
