package io.theforge.database.session;

import io.theforge.database.ownership.Counts;
import io.theforge.table.Table;
import java.util.Map;

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

    /** True when nothing would go. */
    public boolean isEmpty() {
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
