package io.theforge.database.append;

import io.theforge.database.record.IdReservation;
import io.theforge.database.report.Progress;
import io.theforge.database.session.AppendSession;
import io.theforge.plan.Plan;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of new ids, behind everything that is in use or has been handed out. A block begins with the ids of rows that were
 * missing among those that should be there; behind them is room for the days that are new. Stores and products get none.
 */
final class AppendedIds {
    static final List<Table> SERIES =
            Table.inLoadingOrder(table -> table.isSeries() && table.group() == Table.Group.FACT);
    static final List<Table> TABLES = Table.inLoadingOrder(table -> table.group() == Table.Group.FACT);

    private AppendedIds() {}

    static Ids reserve(AppendSession session, @Nullable Plan fresh, AppendDifferences differences) throws SQLException {
        Map<Table, Ids.Block> blocks = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            if (!table.hasId()) {
                continue;
            }
            long size = differences.of(table).missing() + (table.isSeries() && fresh != null ? freshSize(fresh) : 0);
            blocks.put(table, block(session, table, size));
        }
        return new Ids(blocks);
    }

    /** Makes again what was dropped for the load. */
    static void restoreIndexes(AppendSession session, Progress progress) throws SQLException {
        progress.begin("checking references", null);
        session.restoreIndexes();
        progress.end();
    }

    /** Sets the sequences behind the blocks. */
    static void restart(AppendSession session, Ids blocks) throws SQLException {
        for (Map.Entry<Table, Ids.Block> entry : blocks.blocks().entrySet()) {
            if (!entry.getValue().isEmpty()) {
                session.restartIds(entry.getKey(), entry.getValue().last() + 1);
            }
        }
    }

    /** Room for so many rows of one table. */
    static Ids.Block block(AppendSession session, Table table, long size) throws SQLException {
        long highest = session.sql().number("SELECT coalesce(max(id), 0) FROM " + table.qualifiedName());
        long first = Math.max(session.nextId(table), highest + 1);
        IdReservation.checkRoom(table, size, first + size - 1);
        return new Ids.Block(first, first + size - 1);
    }

    /** For the rows of the new days: their part of the blocks, and the ids of stores and products. */
    static Ids behindMissing(Ids blocks, Ids keys, AppendDifferences differences) {
        Map<Table, Ids.Block> direct = new EnumMap<>(keys.blocks());
        for (Table table : SERIES) {
            Ids.Block block = blocks.block(table);
            direct.put(
                    table, new Ids.Block(block.first() + differences.of(table).missing(), block.last()));
        }
        return new Ids(direct);
    }

    /** Returns how many of these rows are in the two large tables. */
    static long seriesRows(Map<Table, Long> rows) {
        return SERIES.stream().mapToLong(table -> rows.getOrDefault(table, 0L)).sum();
    }

    /** Rows that the new days have at most, in each of the two large tables. */
    static long freshSize(Plan fresh) {
        return (long) fresh.pairs() * (fresh.days() - fresh.firstNewDay());
    }
}
