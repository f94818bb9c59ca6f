package io.theforge.sink;

import io.theforge.table.Table;
import java.util.EnumMap;
import java.util.Map;

/** Blocks of ids reserved for one run: a row's id is its table's first id plus its ordinal. The calendar has none. */
public record Ids(Map<Table, Block> blocks) {
    /** None have been reserved yet. */
    public static final Ids NONE = new Ids(new EnumMap<>(Table.class));

    /**
     * @param first first id
     * @param last inclusive; {@code first - 1} when the block is empty
     */
    public record Block(long first, long last) {
        public boolean isEmpty() {
            return last < first;
        }
    }

    public Ids {
        blocks = new EnumMap<>(blocks);
    }

    /** Returns ids that count from 1, of rows whose number nobody knows. */
    public static Ids fromOne() {
        Map<Table, Block> blocks = new EnumMap<>(Table.class);
        Table.SEVEN.stream().filter(Table::hasId).forEach(table -> blocks.put(table, new Block(1, 0)));
        return new Ids(blocks);
    }

    public Block block(Table table) {
        Block block = blocks.get(table);
        if (block == null) {
            throw new IllegalArgumentException(table + " has no ids");
        }
        return block;
    }

    /** Id of the table's first ordinal; 0 for the calendar, whose writers ignore it. */
    public int first(Table table) {
        return table.hasId() ? Math.toIntExact(block(table).first()) : 0;
    }
}
