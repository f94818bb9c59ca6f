package io.theforge.documents.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Things of a category in a month; of each group the first ones are kept. */
final class Groups<T> {
    private static final int KEPT = 12;

    private final TreeMap<Integer, List<T>> groups = new TreeMap<>();
    private final int categories;
    private List<Integer> keys = List.of();

    Groups(int categories) {
        this.categories = categories;
    }

    void add(int month, int category, T thing) {
        List<T> group = groups.computeIfAbsent(month * categories + category, key -> new ArrayList<>());
        if (group.size() < KEPT) {
            group.add(thing);
        }
    }

    /** Ends the collection. */
    void close() {
        keys = List.copyOf(groups.keySet());
    }

    int size() {
        return groups.size();
    }

    int month(int group) {
        return keys.get(group) / categories;
    }

    int category(int group) {
        return keys.get(group) % categories;
    }

    List<T> of(int group) {
        return groups.getOrDefault(keys.get(group), List.of());
    }
}
