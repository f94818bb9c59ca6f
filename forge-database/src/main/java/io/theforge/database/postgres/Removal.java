package io.theforge.database.postgres;

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
import java.util.Set;

/** Removes our rows: a table that holds nothing else, and that nobody watches, is truncated; else row by row, set-based. */
final class Removal {
    /** Facts first, and after all of these the calendar: when the facts that held on to dates are gone. */
    private static final List<Table> ORDER = Table.inDeletingOrder(table -> table != Table.CALENDAR);

    private final Sql sql;
    private final Ownership ours;
    private final Set<Table> fresh;

    /** @param fresh tables that this transaction has created; those that it truncates are added */
    Removal(Sql sql, Ownership ours, Set<Table> fresh) {
        this.sql = sql;
        this.ours = ours;
        this.fresh = fresh;
    }

    Map<Table, Long> run() throws SQLException {
        Map<Table, Long> removed = new EnumMap<>(Table.class);
        boolean hasAnswerKey = AnswerKey.isThere(sql, Catalog.tables(sql));
        for (Table table : ORDER) {
            if (hasAnswerKey || table != Table.TRUTH_DAILY) {
                removed.put(table, fresh.contains(table) ? 0 : remove(table));
            }
        }
        removed.put(Table.CALENDAR, fresh.contains(Table.CALENDAR) ? 0 : removeDates());
        return removed;
    }

    /** These rows instead of all of ours; conditions are on row {@code p}. */
    Map<Table, Long> run(RowsToDelete rows) throws SQLException {
        Map<Table, Long> removed = new EnumMap<>(Table.class);
        for (Table table : ORDER) {
            if (rows.conditions().containsKey(table) && rows.deleted(table) > 0) {
                removed.put(table, remove(table, rows));
            }
        }
        if (rows.deleted(Table.CALENDAR) > 0) {
            removed.put(Table.CALENDAR, delete(Table.CALENDAR, rows));
            forgetDates();
        }
        return removed;
    }

    private long remove(Table table, RowsToDelete rows) throws SQLException {
        if (rows.staying(table) == 0 && mayTruncate(table)) {
            sql.run("TRUNCATE " + table.qualifiedName());
            return rows.deleted(table);
        }
        return delete(table, rows);
    }

    private long delete(Table table, RowsToDelete rows) throws SQLException {
        return sql.update("DELETE FROM " + table.qualifiedName() + " p WHERE "
                + rows.conditions().get(table));
    }

    private long remove(Table table) throws SQLException {
        String name = table.qualifiedName();
        if (table.isSeries() && mayTruncate(table)) {
            String where = condition(table);
            long rows = sql.number("SELECT count(*) FROM " + name);
            if (sql.number("SELECT count(*) FROM " + name + " WHERE " + where) == rows) {
                sql.run("TRUNCATE " + name);
                fresh.add(table);
                return rows;
            }
        }
        return table.hasId() && ours.blocks(table).isEmpty()
                ? 0
                : sql.update("DELETE FROM " + name + " WHERE " + condition(table));
    }

    /** Of the tables without ids here, the answer key, all rows are ours. */
    private String condition(Table table) {
        return table.hasId() ? ours.condition(table, "id") : "true";
    }

    /** True for an ordinary table of our own right that no trigger of the host's and no foreign key watches. */
    private boolean mayTruncate(Table table) throws SQLException {
        return sql.list(row -> row.getBoolean(1), """
                        SELECT relkind = 'r' AND NOT relhassubclass AND has_table_privilege(oid, 'TRUNCATE')
                            AND NOT EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND confrelid = pg_class.oid)
                            AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND NOT tgisinternal
                                AND (tgtype & 8 <> 0 OR tgtype & 32 <> 0))
                            AND NOT EXISTS (SELECT FROM pg_rewrite WHERE ev_class = pg_class.oid)
                        FROM pg_class WHERE oid = to_regclass(?)
                        """, sql.own(table.qualifiedName()))
                .get(0);
    }

    private long removeDates() throws SQLException {
        long removed =
                sql.update("DELETE FROM calendar p WHERE " + CalendarDates.removable(ours, Dependents.onCalendar(sql)));
        forgetDates();
        return removed;
    }

    private void forgetDates() throws SQLException {
        sql.update(
                "DELETE FROM theforge.calendar_day f WHERE NOT EXISTS (SELECT FROM calendar c WHERE c.date = f.date)");
    }
}
