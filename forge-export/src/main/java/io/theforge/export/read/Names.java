package io.theforge.export.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the ids of stores and products stand for.
 *
 * @param codes of stores or SKUs of products, by index
 * @param indices by id
 */
record Names(List<String> codes, Map<Long, Integer> indices) {

    /** Ids from 1 in the order of the codes. */
    static Names inOrder(List<String> codes) {
        Map<Long, Integer> indices = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            indices.put(i + 1L, i);
        }
        return new Names(codes, indices);
    }

    /** Reads a table that begins with id and code. */
    static Names read(RowCursor rows, List<String> into, RowFields row) {
        Map<Long, Integer> indices = new HashMap<>();
        while (rows.next()) {
            rows.write(row);
            indices.put(row.ordinal() + 1, into.size());
            into.add(row.text(0));
        }
        return new Names(into, indices);
    }

    /** @param column for messages */
    int index(long id, String column, RowCursor rows) {
        Integer index = indices.get(id);
        if (index == null) {
            throw new UnreadableException(rows.place() + ": " + column + " is " + id + ", which no row has as its id");
        }
        return index;
    }
}
