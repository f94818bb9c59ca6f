package io.theforge.export.dirt.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of CSV as far as that can be done: a quote that is never closed is part of its field, which ends at the next comma. An empty
 * field is null, an empty text is quoted.
 */
public final class CsvLine {
    private CsvLine() {}

    /** Returns the fields of a line, its end left out. */
    public static List<@Nullable String> fields(String line) {
        List<@Nullable String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            int end = at < line.length() && line.charAt(at) == '"' ? closing(line, at) : -1;
            if (end > 0) {
                fields.add(line.substring(at + 1, end).replace("\"\"", "\""));
                end++;
            } else {
                int comma = line.indexOf(',', at);
                end = comma < 0 ? line.length() : comma;
                fields.add(end == at ? null : line.substring(at, end));
            }
            if (end >= line.length()) {
                return fields;
            }
            at = end + 1;
        }
    }

    /** Returns where the quote is that ends a field; -1 where there is none that a comma or the line's end follows. */
    private static int closing(String line, int opening) {
        int at = opening + 1;
        while (at < line.length()) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                return -1;
            }
            if (quote + 1 == line.length() || line.charAt(quote + 1) == ',') {
                return quote;
            }
            if (line.charAt(quote + 1) != '"') {
                return -1;
            }
            at = quote + 2;
        }
        return -1;
    }
}
