package io.theforge.database;

import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a deletion takes, and how many they are.
 *
 * @param conditions by table in scope: an SQL condition on its row {@code p}
 * @param before all rows, by table
 * @param deleted rows that go, by table; 0 for tables out of scope
 * @param unmanagedDeleted how many of those that go the Forge did not make
 * @param unmanagedRows rows that the Forge did not make and that stay, with dates of ours that others hold on to
 */
public record RowsToDelete(
        Map<Table, String> conditions,
        Map<Table, Long> before,
        Map<Table, Long> deleted,
        long unmanagedDeleted,
        long unmanagedRows) {

    /**
     * Looks, and changes nothing.
     *
     * @param ours null when nothing has ever been recorded in this database; then only rows of others can go
     */
    static RowsToDelete find(Target target, Connection connection, @Nullable Ownership ours, Deletion deletion)
            throws SQLException {
        Ownership going = deletion.includeUnmanaged() ? Ownership.EVERYTHING : Objects.requireNonNull(ours);
        Map<Table, Long> before = Counts.all(connection);
        Map<Table, String> conditions = new EnumMap<>(Table.class);
        Map<Table, Long> deleted = Counts.none();
        long unmanagedDeleted = 0;
        long unmanagedRows = 0;
        for (Table table : Table.values()) {
            long rows = before.getOrDefault(table, 0L);
            String own = ours == null ? "(false)" : ours.ours(table, table.hasId() ? "p.id" : "p.date");
            if (!deletion.scope().tables().contains(table)) {
                unmanagedRows += rows - count(connection, table, own);
                continue;
            }
            String condition = table == Table.CALENDAR
                    ? CalendarDates.removable(going, target.calendarReferences(connection))
                    : going.ours(table, "p.id");
            long gone = count(connection, table, condition);
            conditions.put(table, condition);
            deleted.put(table, gone);
            unmanagedRows += rows - gone;
            if (deletion.includeUnmanaged()) {
                unmanagedDeleted += count(connection, table, condition + " AND NOT " + own);
            }
        }
        return new RowsToDelete(conditions, before, deleted, unmanagedDeleted, unmanagedRows);
    }

    private static long count(Connection connection, Table table, String condition) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM " + table.sqlName() + " p WHERE " + condition);
    }

    /** True when nothing would go. */
    boolean isEmpty() {
        return Counts.sum(deleted) == 0;
    }

    /** How many of the table's rows go. */
    public long deleted(Table table) {
        return deleted.getOrDefault(table, 0L);
    }

    /** How many of the table's rows stay. */
    public long staying(Table table) {
        return before.getOrDefault(table, 0L) - deleted(table);
    }
}
