package io.theforge.database;

import io.theforge.database.load.Ids;
import io.theforge.database.load.TableTotals;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the database, before the commit, for counts and sums of what it took, and compares them with what was made. */
final class EssentialChecks {
    private static final String NONE = "0";

    private EssentialChecks() {}

    static List<Check> run(Connection connection, Plan plan, Ids ids, Map<Table, TableTotals> made)
            throws SQLException {
        List<Check> checks = new ArrayList<>();
        for (Table table : Table.values()) {
            TableTotals totals = made.get(table);
            if (table == Table.CALENDAR) {
                checks.add(calendar(connection, plan));
            } else if (totals != null) {
                checks.add(table(connection, table, ids.block(table), totals));
            }
        }
        return checks;
    }

    private static Check calendar(Connection connection, Plan plan) throws SQLException {
        long days = Sql.number(
                connection,
                "SELECT count(*) FROM calendar WHERE date BETWEEN ? AND ?",
                CalendarDates.firstDay(plan),
                CalendarDates.lastDay(plan));
        return check(Table.CALENDAR, List.of(days), List.of((long) plan.days()));
    }

    private static Check table(Connection connection, Table table, Ids.Block block, TableTotals made)
            throws SQLException {
        String sql = "SELECT count(*), coalesce(sum(" + integers(table) + "), 0), coalesce(sum(" + money(table)
                + "), 0), coalesce(sum(" + epochDays(table) + "), 0) FROM " + table.sqlName()
                + " WHERE id BETWEEN ? AND ?";
        List<Long> found = Sql.list(
                        connection,
                        row -> List.of(
                                row.getLong(1), row.getLong(2), cents(row.getBigDecimal(3)), row.getLong(4)),
                        sql,
                        block.first(),
                        block.last())
                .get(0);
        return check(table, found, List.of(made.rows(), made.integers(), made.cents(), made.epochDays()));
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    private static Check check(Table table, List<Long> found, List<Long> made) {
        boolean same = found.equals(made);
        return new Check(
                "load." + table.sqlName(),
                same ? Check.Status.PASSED : Check.Status.FAILED,
                found.get(0) + " of " + made.get(0) + " rows",
                same
                        ? "the database holds what was made"
                        : "rows, whole numbers, cents and days add up to " + found + " and should to " + made,
                List.of());
    }

    private static String integers(Table table) {
        return switch (table) {
            case SALES_DAILY -> "quantity";
            case INVENTORY_SNAPSHOT_DAILY -> "on_hand_qty + on_order_qty";
            default -> NONE;
        };
    }

    private static String money(Table table) {
        return switch (table) {
            case PRODUCT -> "base_price + base_cost";
            case PRICE_HISTORY -> "price";
            case PROMOTION -> "discount_amount";
            case SALES_DAILY -> "unit_price + total_amount";
            default -> NONE;
        };
    }

    private static String epochDays(Table table) {
        String epoch = " - DATE '1970-01-01'";
        return switch (table) {
            case PRICE_HISTORY -> "(valid_from" + epoch + ") + coalesce(valid_to" + epoch + ", 0)";
            case PROMOTION -> "(start_date" + epoch + ") + (end_date" + epoch + ")";
            case SALES_DAILY, INVENTORY_SNAPSHOT_DAILY -> "date" + epoch;
            default -> NONE;
        };
    }
}
