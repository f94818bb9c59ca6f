package io.theforge.database.delete;

import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.session.RowsToDelete;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the rows that a deletion takes; changes nothing. */
final class DeletionScan {
    private static final List<Table> FACTS_FIRST = Table.inDeletingOrder(Table.SEVEN::contains);

    private DeletionScan() {}

    /**
     * Looks, and changes nothing.
     *
     * @param tables that there are
     */
    static RowsToDelete find(Target target, Sql sql, Set<String> tables, Ownership ours, Deletion deletion)
            throws SQLException {
        Ownership going = deletion.includeUnmanaged() ? Ownership.EVERYTHING : ours;
        Map<Table, Long> before = Counts.none();
        Map<Table, Long> deleted = Counts.none();
        Map<Table, String> conditions = new EnumMap<>(Table.class);
        long unmanagedDeleted = 0;
        long unmanagedRows = 0;
        for (Table table : FACTS_FIRST) {
            boolean inScope = deletion.scope().tables().contains(table);
            String own = ours.condition(table, table.hasId() ? "p.id" : "p.date");
            String condition = inScope ? condition(target, sql, going, table, before, deleted) : own;
            long[] counts = count(sql, table, condition);
            before.put(table, counts[0]);
            unmanagedRows += counts[0] - counts[1];
            if (inScope) {
                conditions.put(table, condition);
                deleted.put(table, counts[1]);
                if (deletion.includeUnmanaged()) {
                    unmanagedDeleted += count(sql, table, condition + " AND NOT " + own)[1];
                }
            }
        }
        long truth = AnswerKey.rows(sql, tables);
        if (truth > 0) {
            conditions.put(AnswerKey.TABLE, "true");
            before.put(AnswerKey.TABLE, truth);
            deleted.put(AnswerKey.TABLE, truth);
        }
        return new RowsToDelete(conditions, before, deleted, unmanagedDeleted, unmanagedRows);
    }

    /** Once the facts have been counted: dates that facts hold on to stay, and so the facts that stay are looked through. */
    private static String condition(
            Target target, Sql sql, Ownership going, Table table, Map<Table, Long> before, Map<Table, Long> deleted)
            throws SQLException {
        if (table.hasId()) {
            return going.condition(table, "p.id");
        }
        List<Table> dated = Table.SEVEN.stream()
                .filter(Table::isSeries)
                .filter(facts -> before.getOrDefault(facts, 0L) > deleted.getOrDefault(facts, 0L))
                .toList();
        return CalendarDates.removable(going, target.calendarReferences(sql), dated);
    }

    /** @return all rows, and those for which the condition holds: in one pass where that is possible */
    private static long[] count(Sql sql, Table table, String condition) throws SQLException {
        String from = " FROM " + table.qualifiedName() + " p";
        if (table.hasId()) {
            String query = "SELECT count(*), count(CASE WHEN " + condition + " THEN 1 END)" + from;
            return sql.list(row -> new long[] {row.getLong(1), row.getLong(2)}, query)
                    .get(0);
        }
        return new long[] {
            sql.number("SELECT count(*)" + from), sql.number("SELECT count(*)" + from + " WHERE " + condition)
        };
    }

    /** Whether there is any row to look at more closely; cheap, and without regard to who holds on to dates. */
    static boolean any(Sql sql, Ownership ours, Deletion deletion) throws SQLException {
        for (Table table : deletion.scope().tables()) {
            Ownership going = deletion.includeUnmanaged() ? Ownership.EVERYTHING : ours;
            String condition = going.condition(table, table.hasId() ? "p.id" : "p.date");
            String query = "SELECT count(*) FROM (SELECT 1 FROM " + table.qualifiedName() + " p WHERE " + condition
                    + " LIMIT 1) any_row";
            if (sql.number(query) > 0) {
                return true;
            }
        }
        return false;
    }
}
