package io.theforge.export.read;

import java.util.ArrayList;
import java.util.List;

/** The first line of a CSV file. */
final class CsvHeader {
    private CsvHeader() {}

    /** Returns the names in it; those in quotes may hold commas. */
    static List<String> names(String line) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    name.append(c);
                    i++;
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (c == ',' && !isQuoted) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return names;
    }
}
