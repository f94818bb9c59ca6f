package io.theforge.database.verify;

import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.report.Check;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Plan;
import io.theforge.sink.Ids;
import io.theforge.sink.TableTotals;
import io.theforge.table.Column;
import io.theforge.table.Table;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the database, before the commit, for counts and sums of what it took, and compares them with what was made. */
public final class EssentialChecks {
    private EssentialChecks() {}

    public static List<Check> run(Sql sql, Plan plan, Ids ids, Map<Table, TableTotals> made) throws SQLException {
        List<Check> checks = new ArrayList<>();
        for (Table table : Table.SEVEN) {
            TableTotals totals = made.get(table);
            if (table == Table.CALENDAR) {
                checks.add(calendar(sql, plan));
            } else if (totals != null) {
                checks.add(table(sql, table, ids.block(table), totals));
            }
        }
        TableTotals truth = made.get(AnswerKey.TABLE);
        if (truth != null) {
            checks.add(truth(sql, plan.epochDay(0), truth));
        }
        return checks;
    }

    /** Of the answer key, from a day on. @param firstEpochDay in days since 1970-01-01 */
    public static Check truth(Sql sql, int firstEpochDay, TableTotals made) throws SQLException {
        return table(sql, AnswerKey.TABLE, "date >= ?", List.of(LocalDate.ofEpochDay(firstEpochDay)), made);
    }

    public static Check calendar(Sql sql, Plan plan) throws SQLException {
        return calendar(sql, CalendarDates.firstDay(plan), CalendarDates.lastDay(plan));
    }

    public static Check calendar(Sql sql, LocalDate first, LocalDate last) throws SQLException {
        long days = sql.number("SELECT count(*) FROM calendar WHERE date BETWEEN ? AND ?", first, last);
        return check(Table.CALENDAR, List.of(days), List.of(last.toEpochDay() - first.toEpochDay() + 1));
    }

    public static Check table(Sql sql, Table table, Ids.Block block, TableTotals made) throws SQLException {
        return table(sql, table, "id BETWEEN ? AND ?", List.of(block.first(), block.last()), made);
    }

    private static Check table(Sql sql, Table table, String condition, List<Object> parameters, TableTotals made)
            throws SQLException {
        String query = "SELECT count(*), " + sum(table.columns(Column.Kind.INTEGER)) + ", "
                + sum(table.columns(Column.Kind.CENTS)) + ", " + sum(epochDays(table)) + " FROM "
                + table.qualifiedName() + " WHERE " + condition;
        List<Long> found = sql.list(
                        row -> List.of(row.getLong(1), row.getLong(2), cents(row.getBigDecimal(3)), row.getLong(4)),
                        query,
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

    private static List<String> epochDays(Table table) {
        return table.columns(Column.Kind.DATE).stream()
                .map(date -> date + " - DATE '1970-01-01'")
                .toList();
    }
}
