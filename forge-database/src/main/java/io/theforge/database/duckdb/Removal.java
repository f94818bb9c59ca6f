package io.theforge.database.duckdb;

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
        Map<Table, Long> removed = new EnumMap<>(Table.class);
        for (Table table : ORDER) {
            String condition = ours.ours(table, table.hasId() ? "id" : "date");
            if (table == Table.CALENDAR) {
                condition += unused(connection);
            }
            removed.put(table, Sql.update(connection, "DELETE FROM " + table.sqlName() + " WHERE " + condition));
        }
        Sql.update(connection, "DELETE FROM forge_calendar_day WHERE date NOT IN (SELECT date FROM calendar)");
        return removed;
    }

    /** A date that somebody's rows refer to stays. */
    private static String unused(Connection connection) throws SQLException {
        StringBuilder condition = new StringBuilder();
        for (Catalog.Reference reference : Catalog.references(connection)) {
            if (reference.to().equals(Table.CALENDAR.sqlName())) {
                String column = Catalog.quoted(reference.column());
                condition.append(" AND date NOT IN (SELECT ").append(column);
                condition.append(" FROM ").append(reference.sqlTable());
                condition.append(" WHERE ").append(column).append(" IS NOT NULL)");
            }
        }
        return condition.toString();
    }
}
