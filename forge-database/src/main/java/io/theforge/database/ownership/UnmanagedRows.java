package io.theforge.database.ownership;

import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows in the seven tables that the Forge did not make, looked for without reading those that it did. */
public final class UnmanagedRows {
    private UnmanagedRows() {}

    public static Map<Table, Long> count(Sql sql, Ownership ours) throws SQLException {
        Map<Table, Long> counts = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            String condition =
                    table.hasId() ? outside("id", ours.blocks(table)) : "NOT " + ours.condition(table, "date");
            counts.put(table, sql.number("SELECT count(*) FROM " + table.qualifiedName() + " WHERE " + condition));
        }
        return counts;
    }

    /** Before, between and behind the blocks: ranges that an index answers. NULL is in none. */
    public static String outside(String column, List<Ids.Block> blocks) {
        List<String> ranges = new ArrayList<>();
        long next = Integer.MIN_VALUE;
        for (Ids.Block block : blocks) {
            if (block.first() > next) {
                ranges.add(column + " BETWEEN " + next + " AND " + (block.first() - 1));
            }
            next = block.last() + 1;
        }
        ranges.add(column + " >= " + next);
        return String.join(" OR ", ranges);
    }

    /** Rows of ours that the record says there are, and those of others: what there is when nobody has removed any of ours. */
    public static Map<Table, Long> withOurs(Sql sql, Map<Table, Long> others, Map<Table, TableFingerprint> recorded)
            throws SQLException {
        Map<Table, Long> counts = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            TableFingerprint ours = recorded.get(table);
            counts.put(
                    table,
                    table.isSeries() && ours != null
                            ? ours.rows() + others.getOrDefault(table, 0L)
                            : sql.number("SELECT count(*) FROM " + table.qualifiedName()));
        }
        return counts;
    }

    /**
     * Refuses when one of them stands where a new row of the plan belongs.
     *
     * @param others how many there are
     * @param states where each pair stood when the first of the new days began; null to find that out
     */
    public static void refuseInTheWay(
            Sql sql, Map<Table, Long> others, Plan fresh, @Nullable StockStates states, Ownership ours, Ids ids)
            throws SQLException {
        SeriesGenerator generator = new SeriesGenerator(fresh, states);
        SeriesBlock block = new SeriesBlock(fresh.days());
        for (Table table : Table.inLoadingOrder(each -> each.isSeries() && Table.SEVEN.contains(each))) {
            if (others.getOrDefault(table, 0L) == 0) {
                continue;
            }
            int[] generated = {-1};
            InTheWay inTheWay = new InTheWay();
            sql.each(
                    row -> {
                        int store =
                                (int) (row.getLong(2) - ids.block(Table.STORE).first());
                        int product =
                                (int) (row.getLong(3) - ids.block(Table.PRODUCT).first());
                        int pair = fresh.pair(store, product);
                        if (generated[0] != pair) {
                            generator.generate(store, product, block);
                            generated[0] = pair;
                        }
                        LocalDate date = row.getObject(4, LocalDate.class);
                        int day = Math.toIntExact(date.toEpochDay()) - fresh.firstEpochDay();
                        boolean sales = table == Table.SALES_DAILY;
                        int[] days = sales ? block.salesDay : block.inventoryDay;
                        int count = sales ? block.salesCount : block.inventoryCount;
                        if (Arrays.binarySearch(days, 0, count, day) >= 0) {
                            inTheWay.add(row.getLong(1), date);
                        }
                    },
                    // found first and sorted then: without statistics the order would decide which index is walked
                    "WITH found AS MATERIALIZED (SELECT id, store_id, product_id, date FROM " + table.qualifiedName()
                            + " WHERE date BETWEEN ? AND ? AND NOT " + ours.condition(table, "id") + " AND "
                            + ours.condition(Table.STORE, "store_id") + " AND "
                            + ours.condition(Table.PRODUCT, "product_id")
                            + ") SELECT id, store_id, product_id, date FROM found ORDER BY store_id, product_id, date",
                    LocalDate.ofEpochDay(fresh.epochDay(fresh.firstNewDay())),
                    CalendarDates.lastDay(fresh));
            inTheWay.refuse(table, LocalDate.ofEpochDay(fresh.epochDay(fresh.firstNewDay())));
        }
    }

    /** Which of them are, so that the advice really makes room: an append leaves no hole, so that later days are none to choose. */
    private static final class InTheWay {
        private long rows;
        private long firstId;
        private LocalDate first = LocalDate.MAX;
        private LocalDate last = LocalDate.MIN;

        void add(long id, LocalDate date) {
            rows++;
            if (date.isBefore(first)) {
                first = date;
                firstId = id;
            }
            last = date.isAfter(last) ? date : last;
        }

        void refuse(Table table, LocalDate firstNewDay) {
            if (rows > 0) {
                throw new RefusedException(
                        table.sqlName() + " holds " + rows + (rows == 1 ? " row" : " rows")
                                + " that the Forge did not make where its own would come, from " + first + " (id "
                                + firstId + ") to " + last + "; nothing has been changed",
                        roomBefore(first, firstNewDay) + "remove " + (rows == 1 ? "that row" : "those rows"));
            }
        }
    }

    /** The beginning of an advice: the days that are free before a date, if there are any. */
    public static String roomBefore(LocalDate taken, LocalDate firstNewDay) {
        return taken.isAfter(firstNewDay)
                ? "append up to the day before: --append --end-date " + taken.minusDays(1) + ", or "
                : "";
    }
}
