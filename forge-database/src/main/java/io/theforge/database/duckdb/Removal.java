package io.theforge.database.duckdb;

import io.theforge.database.AnswerKey;
import io.theforge.database.CalendarDates;
import io.theforge.database.Ownership;
import io.theforge.database.Sql;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes our rows out of a file that holds others too. Facts first; each table in a transaction of its own. */
final class Removal {
    private static final List<Table> ORDER = List.of(
            Table.TRUTH_DAILY,
            Table.INVENTORY_SNAPSHOT_DAILY,
            Table.SALES_DAILY,
            Table.PROMOTION,
            Table.PRICE_HISTORY,
            Table.CALENDAR,
            Table.PRODUCT,
            Table.STORE);

    private Removal() {}

    /** @return rows removed */
    static Map<Table, Long> run(Connection connection, Ownership ours) throws SQLException {
        Map<Table, String> conditions = new EnumMap<>(Table.class);
        boolean hasAnswerKey = AnswerKey.isThere(connection, Catalog.tables(connection));
        for (Table table : ORDER) {
            switch (table) {
                case CALENDAR ->
                    conditions.put(table, CalendarDates.removable(ours, Catalog.calendarReferences(connection)));
                case TRUTH_DAILY -> {
                    if (hasAnswerKey) {
                        conditions.put(table, "true");
                    }
                }
                default -> conditions.put(table, ours.ours(table, "p.id"));
            }
        }
        return run(connection, conditions);
    }

    /** @param conditions on row {@code p}, by table that is to lose rows */
    static Map<Table, Long> run(Connection connection, Map<Table, String> conditions) throws SQLException {
        Map<Table, Long> removed = new EnumMap<>(Table.class);
        for (Table table : ORDER) {
            String condition = conditions.get(table);
            if (condition != null) {
                removed.put(
                        table, Sql.update(connection, "DELETE FROM " + table.sqlName() + " AS p WHERE " + condition));
            }
        }
        Sql.update(connection, "DELETE FROM forge_calendar_day WHERE date NOT IN (SELECT date FROM calendar)");
        return removed;
    }
}
