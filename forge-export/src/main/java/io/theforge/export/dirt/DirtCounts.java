package io.theforge.export.dirt;

import io.theforge.config.model.DirtKind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** How often each kind has hit, and which tables. */
final class DirtCounts {
    private final long[] counts = new long[DirtKind.values().length];
    private final Set<String> tables = new LinkedHashSet<>();

    void add(String table, long[] more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more[i];
            if (more[i] > 0) {
                tables.add(table);
            }
        }
    }

    void add(String table, DirtKind kind) {
        counts[kind.ordinal()]++;
        tables.add(table);
    }

    /** Returns the tables of which something is not as it was. */
    Set<String> tables() {
        return tables;
    }

    /** Returns how often a kind has hit. */
    long of(DirtKind kind) {
        return counts[kind.ordinal()];
    }

    /** Returns how often each of the kinds has hit that has. */
    Map<String, Long> byKind() {
        Map<String, Long> byKind = new LinkedHashMap<>();
        for (DirtKind kind : DirtKind.values()) {
            if (counts[kind.ordinal()] > 0) {
                byKind.put(kind.word(), counts[kind.ordinal()]);
            }
        }
        return byKind;
    }
}
