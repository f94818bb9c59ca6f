package io.theforge.database;

import io.theforge.database.load.Ids;
import io.theforge.table.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows are the Forge's: those whose id lies in a block of a run that no later run has replaced. Calendar dates are
 * listed one by one in {@code forge_calendar_day}.
 *
 * @param blocks by table, ascending, empty ones left out
 */
public record Ownership(Map<Table, List<Ids.Block>> blocks) {
    /** Nothing is ours. */
    public static final Ownership NONE = new Ownership(Map.of());

    public Ownership {
        Map<Table, List<Ids.Block>> copy = new EnumMap<>(Table.class);
        copy.putAll(blocks);
        blocks = copy;
    }

    public List<Ids.Block> blocks(Table table) {
        return blocks.getOrDefault(table, List.of());
    }

    /**
     * An SQL condition that holds for our rows; the numbers in it are our own longs.
     *
     * @param column the id, or the foreign key to it: quoted by the caller where it needs to be
     */
    public String ours(Table table, String column) {
        if (table == Table.CALENDAR) {
            return column + " IN (SELECT date FROM forge_calendar_day)";
        }
        StringBuilder sql = new StringBuilder("(false");
        for (Ids.Block block : blocks(table)) {
            sql.append(" OR ").append(column).append(" BETWEEN ").append(block.first());
            sql.append(" AND ").append(block.last());
        }
        return sql.append(')').toString();
    }
}
