package io.theforge.database.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The command that makes a file of other columns one that can be read, as far as their names tell what they are. */
final class Conversion {
    private static final Pattern ID = Pattern.compile("unique_id|(item|series|ts)_?id|id|series");
    private static final Pattern STORE = Pattern.compile(".*(store|shop|branch|location).*");
    private static final Pattern SKU = Pattern.compile(".*(sku|product|item|article).*");
    private static final Pattern DAY = Pattern.compile("ds|.*(date|day|time).*");
    private static final Pattern UNITS = Pattern.compile(".*(forecast|hat|pred|mean|units|quantity|value|target).*");

    private Conversion() {}

    /** Returns the second line of a remedy. @param names of the columns that are there */
    static String line(String shown, List<String> names) {
        List<String> left = new ArrayList<>(names);
        String day = take(left, DAY, "DAY");
        String store = take(left, STORE, "");
        String id;
        if (store.isEmpty()) {
            String whole = take(left, ID, "");
            id = whole.isEmpty() ? "STORE || '/' || " + take(left, SKU, "SKU") : whole;
        } else {
            id = store + " || '/' || " + take(left, SKU, "SKU");
        }
        String units = take(left, UNITS, left.isEmpty() ? "UNITS" : quoted(left.get(0)));
        String file = shown.equals("-") ? "FILE" : shown.replace("'", "''");
        return "; DuckDB converts it:\n  duckdb -csv -c \"SELECT " + id + " AS unique_id, " + day + " AS ds, " + units
                + " AS model FROM '" + file + "'\" > converted.csv";
    }

    private static String take(List<String> left, Pattern pattern, String otherwise) {
        for (String name : left) {
            if (pattern.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                left.remove(name);
                return quoted(name);
            }
        }
        return otherwise;
    }

    /** As SQL takes it within a shell's double quotes. */
    private static String quoted(String name) {
        return name.matches("[A-Za-z_]\\w*") ? name : "\\\"" + name.replace("\"", "\\\"\\\"") + "\\\"";
    }
}
