package io.theforge.export.read;

import io.theforge.table.Column;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What DuckDB is asked for the rows of a file, which has columns that are known. */
final class FileQuery {
    /** As our CSV is written: an empty field is NULL, an empty text stands in quotes. */
    private static final String CSV =
            "delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, "
                    + "header = true, auto_detect = false, max_line_size = 16777216";

    private FileQuery() {}

    /** Returns the query for the names of a file's columns. @param format "csv", "jsonl", "json", "parquet" */
    static String names(Path file, String format) {
        return format.equals("csv")
                ? "SELECT * FROM read_csv(" + literal(file) + ", header = true, all_varchar = true, delim = ',', "
                        + "quote = '\"', escape = '\"', max_line_size = 16777216" + compression(file) + ") LIMIT 0"
                : "SELECT * FROM read_parquet(" + literal(file) + ", hive_partitioning = false) LIMIT 0";
    }

    /** Returns the query for the lines of a text, in their order. */
    static String lines(Path file) {
        return "SELECT line FROM read_csv(" + literal(file)
                + ", header = false, auto_detect = false, delim = E'\\x01', "
                + "quote = '', escape = '', columns = {'line': 'VARCHAR'}, max_line_size = 16777216" + compression(file)
                + ")";
    }

    /** Returns the query for the rows, in the order of the columns. @param inFile the columns of the file, in its order */
    static String rows(Path file, String format, List<Column> columns, List<String> inFile) {
        String source = switch (format) {
            case "csv" ->
                "read_csv(" + literal(file) + ", " + CSV + ", columns = " + types(columns, inFile) + compression(file)
                        + ")";
            case "jsonl" -> json(file, "newline_delimited", columns);
            case "json" -> json(file, "array", columns);
            default -> "read_parquet(" + literal(file) + ", hive_partitioning = false)";
        };
        return select(columns) + source;
    }

    private static String json(Path file, String format, List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        return "read_json(" + literal(file) + ", format = '" + format + "', auto_detect = false, columns = "
                + types(columns, names) + compression(file) + ")";
    }

    /** Returns the columns as whole numbers where they are days or amounts. */
    static String select(List<Column> columns) {
        return columns.stream().map(FileQuery::expression).collect(Collectors.joining(", ", "SELECT ", " FROM "));
    }

    private static String expression(Column column) {
        String name = name(column.name());
        return switch (column.kind()) {
            case DATE -> "CAST(CAST(" + name + " AS DATE) - DATE '1970-01-01' AS INTEGER)";
            case CENTS -> "CAST(CAST(" + name + " AS " + type(column) + ") * 100 AS BIGINT)";
            case BASIS_POINTS -> "CAST(CAST(" + name + " AS " + type(column) + ") * 10000 AS INTEGER)";
            case TEXT, REAL, BOOL, STORE, PRODUCT, INTEGER -> "CAST(" + name + " AS " + type(column) + ")";
        };
    }

    private static String types(List<Column> columns, List<String> inFile) {
        return inFile.stream()
                .map(name -> text(name) + ": "
                        + text(columns.stream()
                                .filter(column -> column.name().equals(name))
                                .map(FileQuery::type)
                                .findFirst()
                                .orElse("VARCHAR")))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String type(Column column) {
        return switch (column.kind()) {
            case STORE, PRODUCT -> "BIGINT";
            case INTEGER -> column.role() == Column.Role.ID ? "BIGINT" : "INTEGER";
            case TEXT -> "VARCHAR";
            case REAL -> "DOUBLE";
            case DATE, CENTS, BASIS_POINTS, BOOL -> column.sqlType();
        };
    }

    private static String compression(Path file) {
        String name = file.toString();
        return ", compression = '" + (name.endsWith(".gz") ? "gzip" : name.endsWith(".zst") ? "zstd" : "uncompressed")
                + "'";
    }

    /** DuckDB would take a name with these characters for a pattern that many files may fit. */
    static String literal(Path file) {
        return text(file.toAbsolutePath().toString().replaceAll("[\\[\\]*?]", "[$0]"));
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }
}
