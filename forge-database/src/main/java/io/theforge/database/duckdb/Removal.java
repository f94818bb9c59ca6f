package io.theforge.database.duckdb;

import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.session.RowsToDelete;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes our rows out of a file that holds others too. Facts first; each table in a transaction of its own. */
final class Removal {
    private static final List<Table> ORDER = Table.inDeletingOrder(table -> true);

    private Removal() {}

    /** @return rows removed */
    static Map<Table, Long> run(Sql sql, Ownership ours) throws SQLException {
        Map<Table, String> conditions = new EnumMap<>(Table.class);
        boolean hasAnswerKey = AnswerKey.isThere(sql, Catalog.tables(sql));
        for (Table table : ORDER) {
            switch (table) {
                case CALENDAR -> conditions.put(table, CalendarDates.removable(ours, Catalog.calendarReferences(sql)));
                case TRUTH_DAILY -> {
                    if (hasAnswerKey) {
                        conditions.put(table, "true");
                    }
                }
                default -> conditions.put(table, ours.condition(table, "p.id"));
            }
        }
        return run(sql, conditions);
    }

    /** @param conditions on row {@code p}, by table that is to lose rows */
    static Map<Table, Long> run(Sql sql, Map<Table, String> conditions) throws SQLException {
        Map<Table, Long> removed = new EnumMap<>(Table.class);
        for (Table table : ORDER) {
            String condition = conditions.get(table);
            if (condition != null) {
                removed.put(table, sql.update("DELETE FROM " + table.qualifiedName() + " AS p WHERE " + condition));
            }
        }
        sql.update("DELETE FROM theforge.calendar_day WHERE date NOT IN (SELECT date FROM calendar)");
        return removed;
    }

    /** Copies what stays into the new file; what goes is never written. @param old names the old one */
    static void takeOverAllBut(Sql sql, String old, RowsToDelete rows) throws SQLException {
        sql.run("USE " + old);
        for (Table table : Table.SEVEN) {
            if (rows.staying(table) > 0) {
                String condition = rows.conditions().get(table);
                sql.run("INSERT INTO " + NewFile.NAME + ".main." + table.sqlName() + " SELECT p.* FROM "
                        + table.sqlName() + " p"
                        + (condition == null ? "" : " WHERE (" + condition + ") IS NOT TRUE"));
            }
        }
        sql.run("USE " + NewFile.NAME);
        sql.run("INSERT INTO theforge.calendar_day SELECT * FROM " + old
                + ".theforge.calendar_day WHERE date IN (SELECT date FROM calendar)");
    }
}
