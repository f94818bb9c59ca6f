package io.theforge.export.dirt.undo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Records of Parquet, as DuckDB reads them: in their order, in memory that does not grow with them. */
final class ParquetRecords implements Records {
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private long number;

    ParquetRecords(Path file) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("temp_directory", "");
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        String name = file.toAbsolutePath()
                .toString()
                .replaceAll("[\\[\\]*?]", "[$0]")
                .replace("'", "''");
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:", settings);
            statement = connection.createStatement();
            rows = statement.executeQuery(
                    "SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet('" + name + "', hive_partitioning = false)");
        } catch (SQLException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public boolean next() throws IOException {
        try {
            number++;
            return rows.next();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public long line() {
        return number;
    }

    @Override
    public Map<String, @Nullable String> fields() throws IOException {
        try {
            Map<String, @Nullable String> fields = new LinkedHashMap<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                fields.put(rows.getMetaData().getColumnLabel(i), rows.getString(i));
            }
            return fields;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Connection closed = connection;
                Statement ended = statement) {
            rows.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
