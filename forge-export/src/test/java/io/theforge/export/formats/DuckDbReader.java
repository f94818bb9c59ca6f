package io.theforge.export.formats;

import io.theforge.export.layout.ExportTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** DuckDB reads files. */
final class DuckDbReader {
    private DuckDbReader() {}

    /** Returns the rows of a query. @param database a file; empty for none */
    static List<List<@Nullable String>> query(String database, String sql, ExportTable table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return Rows.of(found, table.columns());
        }
    }

    /** Returns the rows of a CSV file, compressed or not. */
    static List<List<@Nullable String>> csv(Path file, ExportTable table) throws SQLException {
        String columns = table.columns().stream()
                .map(column -> "'" + column.name() + "': '" + column.sqlType() + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        return query(
                "",
                "FROM read_csv('" + file + "', header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '',"
                        + " allow_quoted_nulls = false, auto_detect = false, new_line = '\\n', parallel = false, columns = "
                        + columns + ")",
                table);
    }
}
