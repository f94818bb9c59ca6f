package io.theforge.database.forecast;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Rows that are left out for one reason: how many, of how many things, and the first three of these. */
final class Examples {
    private static final int SHOWN = 3;
    private final Set<String> all = new HashSet<>();
    private final Set<String> first = new LinkedHashSet<>();
    private long rows;

    void add(String thing) {
        rows++;
        if (all.add(thing) && first.size() < SHOWN) {
            first.add(thing);
        }
    }

    long rows() {
        return rows;
    }

    int things() {
        return all.size();
    }

    /** "S00009 SKU-000001, ...". */
    String shown() {
        return String.join(", ", first) + (all.size() > first.size() ? ", ..." : "");
    }
}
