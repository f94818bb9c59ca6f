package io.theforge.export.read;

import io.theforge.table.Column;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What DuckDB is asked for the rows of a file, which has columns that are known. */
public final class FileQuery {
    /** As our CSV is written: an empty field is NULL, an empty text stands in quotes. */
    private static final String CSV =
            "delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, "
                    + "header = true, auto_detect = false, max_line_size = 16777216";

    private FileQuery() {}

    /** Returns the query for the names of a Parquet file's columns. */
    static String names(Path file) {
        return "SELECT name FROM parquet_schema(" + literal(file) + ") WHERE num_children IS NULL";
    }

    /** Returns the query for the lines of a text, in their order. */
    static String lines(Path file) {
        return "SELECT line FROM read_csv(" + literal(file)
                + ", header = false, auto_detect = false, delim = E'\\x01', "
                + "quote = '', escape = '', columns = {'line': 'VARCHAR'}, max_line_size = 16777216" + compression(file)
                + ")";
    }

    /** Returns the query for the first line of a text. */
    static String firstLine(Path file) {
        return lines(file) + " LIMIT 1";
    }

    /** Returns the query for the rows, in the order of the columns. @param inFile the columns of the file, in its order */
    static String rows(Path file, String format, List<Column> columns, List<String> inFile) {
        String source = switch (format) {
            case "csv" ->
                "read_csv(" + literal(file) + ", " + CSV + ", columns = " + texts(inFile) + compression(file) + ")";
            case "jsonl" -> json(file, "newline_delimited", columns);
            case "json" -> json(file, "array", columns);
            default -> "read_parquet(" + literal(file) + ", hive_partitioning = false)";
        };
        return StrictSelect.of(columns, source, format.equals("csv"));
    }

    private static String texts(List<String> inFile) {
        return inFile.stream().map(name -> text(name) + ": 'VARCHAR'").collect(Collectors.joining(", ", "{", "}"));
    }

    private static String json(Path file, String format, List<Column> columns) {
        return "read_json(" + literal(file) + ", format = '" + format + "', auto_detect = false, columns = "
                + jsonTypes(columns) + compression(file) + ")";
    }

    /** Numbers with all their decimals, and days as they are written: nothing is rounded before it is looked at. */
    private static String jsonTypes(List<Column> columns) {
        return columns.stream()
                .map(column -> text(column.name()) + ": " + text(jsonType(column)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String jsonType(Column column) {
        return switch (column.kind()) {
            case TEXT, DATE -> "VARCHAR";
            case BOOL -> "BOOLEAN";
            case STORE, PRODUCT, INTEGER, CENTS, BASIS_POINTS, REAL -> "DOUBLE";
        };
    }

    /** Returns the type of its values. */
    static String type(Column column) {
        return switch (column.kind()) {
            case STORE, PRODUCT -> "BIGINT";
            case INTEGER -> column.role() == Column.Role.ID ? "BIGINT" : "INTEGER";
            case TEXT -> "VARCHAR";
            case REAL -> "DOUBLE";
            case DATE, CENTS, BASIS_POINTS, BOOL -> column.sqlType();
        };
    }

    /** Returns the option that says how a file is compressed, with a comma before it. */
    public static String compression(Path file) {
        String name = file.toString();
        return ", compression = '" + (name.endsWith(".gz") ? "gzip" : name.endsWith(".zst") ? "zstd" : "uncompressed")
                + "'";
    }

    /** Returns a file as a text: DuckDB would take a name with these characters for a pattern that many files may fit. */
    public static String literal(Path file) {
        return text(file.toAbsolutePath().toString().replaceAll("[\\[\\]*?]", "[$0]"));
    }

    /** Returns a text in quotes. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** Returns a name in quotes. */
    public static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }
}
