package io.theforge.database.ownership;

import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows are the Forge's: those whose id lies in a block of a run that no later run has replaced. Calendar dates are
 * listed one by one in {@code theforge.calendar_day}.
 *
 * @param blocks by table, ascending, empty ones left out
 * @param everything every row counts as ours, whoever made it; the blocks then hold every id
 * @param dates false where all sales of ours have been removed by somebody else: he may have entered the calendar anew as well,
 *     and dates have no ids by which that could be told
 */
public record Ownership(Map<Table, List<Ids.Block>> blocks, boolean everything, boolean dates) {
    /** Nothing is ours. */
    public static final Ownership NONE = new Ownership(Map.of());

    /** For operations that are widened to the rows of others. */
    public static final Ownership EVERYTHING = everything(Table.SEVEN);

    public Ownership(Map<Table, List<Ids.Block>> blocks) {
        this(blocks, false, true);
    }

    /** The same without dates. */
    public Ownership withoutDates() {
        return new Ownership(blocks, everything, false);
    }

    public Ownership {
        Map<Table, List<Ids.Block>> copy = new EnumMap<>(Table.class);
        copy.putAll(blocks);
        blocks = copy;
    }

    private static Ownership everything(List<Table> tables) {
        Map<Table, List<Ids.Block>> blocks = new EnumMap<>(Table.class);
        for (Table table : tables) {
            if (table.hasId()) {
                blocks.put(table, List.of(new Ids.Block(Integer.MIN_VALUE, Long.MAX_VALUE)));
            }
        }
        return new Ownership(blocks, true, true);
    }

    /** As if the other tables were not there. */
    public Ownership within(List<Table> tables) {
        Map<Table, List<Ids.Block>> kept = new EnumMap<>(Table.class);
        blocks.forEach((table, ofTable) -> {
            if (tables.contains(table)) {
                kept.put(table, ofTable);
            }
        });
        return new Ownership(kept, everything, dates);
    }

    public List<Ids.Block> blocks(Table table) {
        return blocks.getOrDefault(table, List.of());
    }

    /** Whether all ids of a block are ours. */
    public boolean contains(Table table, Ids.Block block) {
        return blocks(table).stream().anyMatch(own -> own.first() <= block.first() && block.last() <= own.last());
    }

    /**
     * An SQL condition that holds for our rows; the numbers in it are our own longs.
     *
     * @param column the id, or the foreign key to it: quoted by the caller where it needs to be
     */
    public String condition(Table table, String column) {
        if (everything) {
            return "(true)";
        }
        if (table == Table.CALENDAR && !dates) {
            return "(false)";
        }
        if (table == Table.CALENDAR) {
            return column + " IN (SELECT date FROM theforge.calendar_day)";
        }
        StringBuilder sql = new StringBuilder("(false");
        for (Ids.Block block : blocks(table)) {
            sql.append(" OR ").append(column).append(" BETWEEN ").append(block.first());
            sql.append(" AND ").append(block.last());
        }
        return sql.append(')').toString();
    }
}
