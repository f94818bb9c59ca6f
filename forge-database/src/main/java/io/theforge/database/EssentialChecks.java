package io.theforge.database;

import io.theforge.database.load.Ids;
import io.theforge.database.load.TableTotals;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the database, before the commit, for counts and sums of what it took, and compares them with what was made. */
final class EssentialChecks {
    private EssentialChecks() {}

    static List<Check> run(Connection connection, Plan plan, Ids ids, Map<Table, TableTotals> made)
            throws SQLException {
        List<Check> checks = new ArrayList<>();
        for (Table table : Table.SEVEN) {
            TableTotals totals = made.get(table);
            if (table == Table.CALENDAR) {
                checks.add(calendar(connection, plan));
            } else if (totals != null) {
                checks.add(table(connection, table, ids.block(table), totals));
            }
        }
        TableTotals truth = made.get(AnswerKey.TABLE);
        if (truth != null) {
            checks.add(truth(connection, plan.epochDay(0), truth));
        }
        return checks;
    }

    /** Of the answer key, from a day on. @param firstEpochDay in days since 1970-01-01 */
    static Check truth(Connection connection, int firstEpochDay, TableTotals made) throws SQLException {
        return table(connection, AnswerKey.TABLE, "date >= ?", List.of(LocalDate.ofEpochDay(firstEpochDay)), made);
    }

    static Check calendar(Connection connection, Plan plan) throws SQLException {
        return calendar(connection, CalendarDates.firstDay(plan), CalendarDates.lastDay(plan));
    }

    static Check calendar(Connection connection, LocalDate first, LocalDate last) throws SQLException {
        long days = Sql.number(connection, "SELECT count(*) FROM calendar WHERE date BETWEEN ? AND ?", first, last);
        return check(Table.CALENDAR, List.of(days), List.of(last.toEpochDay() - first.toEpochDay() + 1));
    }

    static Check table(Connection connection, Table table, Ids.Block block, TableTotals made) throws SQLException {
        return table(connection, table, "id BETWEEN ? AND ?", List.of(block.first(), block.last()), made);
    }

    private static Check table(
            Connection connection, Table table, String condition, List<Object> parameters, TableTotals made)
            throws SQLException {
        String sql = "SELECT count(*), " + sum(integers(table)) + ", " + sum(money(table)) + ", "
                + sum(epochDays(table)) + " FROM " + table.sqlName() + " WHERE " + condition;
        List<Long> found = Sql.list(
                        connection,
                        row -> List.of(row.getLong(1), row.getLong(2), cents(row.getBigDecimal(3)), row.getLong(4)),
                        sql,
                        parameters.toArray())
                .get(0);
        return check(table, found, List.of(made.rows(), made.integers(), made.cents(), made.epochDays()));
    }

    /** Column by column: the sum of sums is cheaper than the sum of a sum per row. */
    private static String sum(List<String> expressions) {
        if (expressions.isEmpty()) {
            return "0";
        }
        return String.join(
                " + ",
                expressions.stream()
                        .map(expression -> "coalesce(sum(" + expression + "), 0)")
                        .toList());
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

    private static List<String> integers(Table table) {
        return switch (table) {
            case SALES_DAILY -> List.of("quantity");
            case INVENTORY_SNAPSHOT_DAILY -> List.of("on_hand_qty", "on_order_qty");
            case TRUTH_DAILY -> List.of("latent_demand", "available_qty", "units_sold", "units_lost", "backlog_qty");
            default -> List.of();
        };
    }

    private static List<String> money(Table table) {
        return switch (table) {
            case PRODUCT -> List.of("base_price", "base_cost");
            case PRICE_HISTORY -> List.of("price");
            case PROMOTION -> List.of("discount_amount");
            case SALES_DAILY -> List.of("unit_price", "total_amount");
            case TRUTH_DAILY -> List.of("regular_price", "unit_price");
            default -> List.of();
        };
    }

    private static List<String> epochDays(Table table) {
        List<String> dates = switch (table) {
            case PRICE_HISTORY -> List.of("valid_from", "valid_to");
            case PROMOTION -> List.of("start_date", "end_date");
            case SALES_DAILY, INVENTORY_SNAPSHOT_DAILY, TRUTH_DAILY -> List.of("date");
            default -> List.of();
        };
        return dates.stream().map(date -> date + " - DATE '1970-01-01'").toList();
    }
}
