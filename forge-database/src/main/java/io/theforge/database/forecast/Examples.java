package io.theforge.database.forecast;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Rows of one kind: how many, and the first three of the things that they are about. */
final class Examples {
    private static final int SHOWN = 3;
    private final Set<String> first = new LinkedHashSet<>();
    private boolean more;
    private long rows;

    void add(String thing) {
        rows++;
        if (first.size() < SHOWN) {
            first.add(thing);
        } else {
            more |= !first.contains(thing);
        }
    }

    long rows() {
        return rows;
    }

    /** "3 (S00009 SKU-000001, ...)". */
    String counted() {
        return String.format(Locale.ROOT, "%,d (%s)", rows, shown());
    }

    /** Of things that are numbers of lines: "3 forecasts (f.csv, lines 2, 5, 9)". */
    String inLines(String file, String format, String one) {
        String lines = format.equals("parquet") ? ", row" : ", line";
        return String.format(
                Locale.ROOT,
                "%,d %s%s (%s%s%s %s)",
                rows,
                one,
                rows == 1 ? "" : "s",
                file,
                lines,
                first.size() == 1 ? "" : "s",
                shown());
    }

    /** "S00009 SKU-000001, ...". */
    String shown() {
        return String.join(", ", first) + (more ? ", ..." : "");
    }
}
