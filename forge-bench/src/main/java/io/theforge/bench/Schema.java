package io.theforge.bench;

import io.theforge.database.postgres.PostgresTarget;
import io.theforge.database.sql.SqlScript;
import io.theforge.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The seven tables of PostgreSQL taken apart, as somebody does by hand who loads much: tables with their checks alone, and
 * what is added after the load. Taken from the very script that the Forge creates them with.
 */
final class Schema {
    private static final Pattern KEY = Pattern.compile("(\\w+) (serial|date) PRIMARY KEY");
    private static final Pattern REFERENCE = Pattern.compile("(\\w+) (.*) REFERENCES (\\w+ \\(\\w+\\))");

    private final List<String> whole = new ArrayList<>();
    private final List<String> bareTables = new ArrayList<>();
    private final List<String> indexes = new ArrayList<>();
    private final List<String> references = new ArrayList<>();

    Schema() {
        String script = SqlScript.text(PostgresTarget.class, "tables.sql").replaceAll("(?m)^--.*\\R", "");
        for (String statement : script.strip().split(";\\R?")) {
            whole.add(statement);
            if (statement.startsWith("CREATE TABLE ")) {
                takeApart(statement);
            } else {
                indexes.add(statement);
            }
        }
    }

    private void takeApart(String createTable) {
        int open = createTable.indexOf('(');
        String table = createTable.substring("CREATE TABLE ".length(), open).strip();
        String add = "ALTER TABLE " + table + " ADD ";
        List<String> kept = new ArrayList<>();
        for (String line :
                createTable.substring(open + 1, createTable.lastIndexOf(')')).split(",\\R")) {
            String item = line.strip();
            Matcher key = KEY.matcher(item);
            Matcher reference = REFERENCE.matcher(item);
            if (key.matches()) {
                indexes.add(add + "PRIMARY KEY (" + key.group(1) + ")");
                kept.add(key.group(1) + " " + key.group(2) + " NOT NULL");
            } else if (reference.matches()) {
                references.add(add + "FOREIGN KEY (" + reference.group(1) + ") REFERENCES " + reference.group(3));
                kept.add(reference.group(1) + " " + reference.group(2));
            } else if (item.contains(" UNIQUE ")) {
                indexes.add(add + item);
            } else {
                kept.add(item);
            }
        }
        bareTables.add("CREATE TABLE " + table + " (" + String.join(", ", kept) + ")");
    }

    /** Tables with everything in place. */
    List<String> whole() {
        return whole;
    }

    /** Tables without indexes and foreign keys. */
    List<String> bareTables() {
        return bareTables;
    }

    /** What then is missing, references last because they need the primary keys. */
    List<String> indexesAndReferences() {
        List<String> all = new ArrayList<>(indexes);
        all.addAll(references);
        return all;
    }

    /** {@code COPY} of each table from its file, as the server itself reads it. */
    static List<String> copies(Path files) {
        return Table.SEVEN.stream()
                .map(table -> copy(table, fileInQuotes(table, files)))
                .toList();
    }

    static String copy(Table table, String from) {
        return "COPY " + table.sqlName() + " (" + columns(table) + ") FROM " + from + " (FORMAT binary)";
    }

    /** {@code COPY} of a table's rows, in the order of its key, without the first ones. */
    static String copyBehind(Table table, long first, String to) {
        return "COPY (SELECT " + columns(table) + " FROM " + table.sqlName() + " ORDER BY "
                + table.columns().get(0) + " OFFSET " + first + ") TO " + to + " (FORMAT binary)";
    }

    private static String columns(Table table) {
        return String.join(", ", table.columns());
    }

    static String fileInQuotes(Table table, Path files) {
        return Scratch.quoted(file(table, files));
    }

    static Path file(Table table, Path files) {
        return files.resolve(table.sqlName() + ".copy");
    }
}
