package io.theforge.database.record;

import io.theforge.config.model.ConfigException;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.session.LoadSession;
import io.theforge.database.sql.Sql;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.plan.Plan;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reserves a block of ids per table, behind everything that is in use or that others have been handed out. When nothing came
 * after our own blocks, which are deleted or about to be replaced, their ids are used again: a dataset that is made anew every
 * night never runs out of them. A table without rows starts at 1.
 */
public final class IdReservation {
    /** One less than an int4 holds, so that the sequence has somewhere to stand. */
    private static final long LAST_ID = Integer.MAX_VALUE - 1L;

    private IdReservation() {}

    public static Ids reserve(LoadSession session, Plan plan, Ownership ours) throws SQLException {
        Map<Table, Ids.Block> blocks = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            if (table.hasId()) {
                long size = size(plan, table);
                long first = first(session, table, ours);
                long last = first + size - 1;
                checkRoom(table, size, last);
                blocks.put(table, new Ids.Block(first, last));
            }
        }
        return new Ids(blocks);
    }

    /** Returns those of a dataset that is alone in its database. */
    public static Ids fromOne(Plan plan) {
        Map<Table, Ids.Block> blocks = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            if (table.hasId()) {
                long size = size(plan, table);
                checkRoom(table, size, size);
                blocks.put(table, new Ids.Block(1, size));
            }
        }
        return new Ids(blocks);
    }

    /** Number of ordinals. */
    public static long size(Plan plan, Table table) {
        if (table.isSeries()) {
            return (long) plan.pairs() * plan.days();
        }
        FingerprintWriter counter = new FingerprintWriter(plan);
        new TableRows(plan).write(table, counter);
        return counter.fingerprint().rows();
    }

    private static long first(LoadSession session, Table table, Ownership ours) throws SQLException {
        Sql sql = session.sql();
        long highest = sql.number("SELECT coalesce(max(id), 0) FROM " + table.qualifiedName());
        boolean empty =
                sql.number("SELECT count(*) FROM (SELECT 1 FROM " + table.qualifiedName() + " LIMIT 1) row") == 0;
        if (empty && session.mayStartAnew(table)) {
            return 1;
        }
        long next = Math.max(session.nextId(table), highest + 1);
        for (Ids.Block block : Runs.blocksNewestFirst(sql, table)) {
            if (block.last() != next - 1) {
                return next;
            }
            long unmanaged = ours.contains(table, block) ? 0 : highestUnmanaged(sql, table, block, ours);
            if (unmanaged > 0) {
                return unmanaged + 1;
            }
            next = block.first();
        }
        return next;
    }

    /** Whoever restores rows of his own gives them the ids that they had. */
    private static long highestUnmanaged(Sql sql, Table table, Ids.Block block, Ownership ours) throws SQLException {
        return sql.number(
                "SELECT coalesce(max(id), 0) FROM " + table.qualifiedName() + " WHERE id BETWEEN ? AND ? AND NOT "
                        + ours.condition(table, "id"),
                block.first(),
                block.last());
    }

    public static void checkRoom(Table table, long size, long last) {
        if (size > LAST_ID) {
            throw new ConfigException(
                    table.sqlName() + " would need " + size + " ids, and an integer holds " + LAST_ID,
                    "take fewer stores, fewer products or a shorter date range",
                    null);
        }
        if (last > LAST_ID) {
            throw new DatabaseException(
                    table.sqlName() + " would need ids up to " + last + ", and an integer holds " + LAST_ID,
                    "its sequence has come too far: use another database, or reset the sequence",
                    null);
        }
    }
}
