package io.theforge.export.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands for stores and products in rows that refer to them.
 *
 * @param codes of stores or SKUs of products, by index
 * @param indices by id
 * @param places indices by code
 */
record Names(List<String> codes, Map<Long, Integer> indices, Map<String, Integer> places) {

    /** Ids from 1 in the order of the codes. */
    static Names inOrder(List<String> codes) {
        Map<Long, Integer> indices = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            indices.put(i + 1L, i);
            places.put(codes.get(i), i);
        }
        return new Names(codes, indices, places);
    }

    /** Reads a table that begins with its code, before it an id where rows have one. */
    static Names read(RowCursor rows, List<String> into, RowFields row) {
        Map<Long, Integer> indices = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        while (rows.next()) {
            rows.write(row);
            indices.put(row.ordinal() + 1, into.size());
            places.putIfAbsent(row.text(0), into.size());
            into.add(row.text(0));
        }
        return new Names(into, indices, places);
    }

    /** @param column for messages */
    int index(long id, String column, RowCursor rows) {
        Integer index = indices.get(id);
        if (index == null) {
            throw new UnreadableException(rows.place() + ": " + column + " is " + id + ", which no row has as its id");
        }
        return index;
    }

    /** @param column for messages @param kind what it is the code of, for messages */
    int index(String code, String column, String kind, RowCursor rows) {
        Integer index = places.get(code);
        if (index == null) {
            throw new UnreadableException(
                    rows.place() + ": " + column + " is \"" + code + "\", which is no " + kind + " of the dataset");
        }
        return index;
    }
}
