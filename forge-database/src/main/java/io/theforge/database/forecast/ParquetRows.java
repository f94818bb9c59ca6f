package io.theforge.database.forecast;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Parquet file. DuckDB reads it, from its end and here and there, so that it has to be a file on a disk. */
final class ParquetRows implements TextRows {
    private static final String SOURCE = "read_parquet(?, hive_partitioning = false)";

    private final String shown;
    private final String path;
    private final @Nullable SpooledFile spooled;
    private final Connection connection;
    private final List<String> names = new ArrayList<>();
    private @Nullable PreparedStatement query;
    private @Nullable ResultSet rows;
    private long row;

    private ParquetRows(Path file, @Nullable SpooledFile spooled, String shown) throws SQLException {
        this.shown = shown;
        this.spooled = spooled;
        path = literally(file);
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("temp_directory", "");
        settings.setProperty("jdbc_stream_results", "true");
        connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    /** Reads a file where it is. @param shown the file as it was given, for messages */
    static ParquetRows of(Path file, String shown) {
        return opened(file, null, shown);
    }

    /** Reads what can be read only once. */
    static ParquetRows spooled(InputStream stream, String shown) {
        SpooledFile spooled = SpooledFile.of(stream, shown);
        return opened(spooled.path(), spooled, shown);
    }

    private static ParquetRows opened(Path file, @Nullable SpooledFile spooled, String shown) {
        ParquetRows rows = null;
        try {
            rows = new ParquetRows(file, spooled, shown);
            rows.readNames();
            return rows;
        } catch (SQLException e) {
            if (rows != null) {
                rows.close();
            } else if (spooled != null) {
                spooled.close();
            }
            throw unreadable(shown, literally(file), e);
        }
    }

    /** DuckDB would take a name with these characters for a pattern that many files may fit. */
    private static String literally(Path file) {
        return file.toAbsolutePath().toString().replaceAll("[\\[\\]*?]", "[$0]");
    }

    private void readNames() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Else a time with a zone would be a day earlier or later by the host's own zone
            statement.execute("SET TimeZone = 'UTC'");
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + SOURCE + " LIMIT 0")) {
            statement.setString(1, path);
            try (ResultSet none = statement.executeQuery()) {
                ResultSetMetaData columns = none.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    names.add(columns.getColumnName(i));
                }
            }
        }
    }

    @Override
    public String format() {
        return "parquet";
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public void select(List<Integer> columns) {
        String selected = columns.stream()
                .map(i -> "CAST(\"" + names.get(i).replace("\"", "\"\"") + "\" AS VARCHAR)")
                .collect(Collectors.joining(", "));
        try {
            query = connection.prepareStatement("SELECT " + selected + " FROM " + SOURCE);
            query.setString(1, path);
            rows = query.executeQuery();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public boolean next() {
        row++;
        try {
            return current().next();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public @Nullable String value(int i) {
        try {
            String value = current().getString(i + 1);
            return value == null || value.isBlank() ? null : value.strip();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private ResultSet current() {
        if (rows == null) {
            throw new IllegalStateException("no columns selected");
        }
        return rows;
    }

    @Override
    public long line() {
        return row;
    }

    @Override
    public long line(int i) {
        return row;
    }

    @Override
    public String place(long line) {
        return ReadForecasts.place(shown, format(), line);
    }

    @Override
    public boolean endsWithinLine() {
        return false;
    }

    private ForecastFileException unreadable(SQLException failure) {
        return unreadable(shown, path, failure);
    }

    /** DuckDB names the file that it was given, which may be one that nobody else knows. */
    private static ForecastFileException unreadable(String shown, String path, SQLException failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
        return new ForecastFileException(
                shown,
                "cannot be read as Parquet: " + message.replace(path, shown),
                "write it again, or give a CSV file");
    }

    @Override
    public void close() {
        try (Connection closed = connection) {
            if (rows != null) {
                rows.close();
            }
            if (query != null) {
                query.close();
            }
        } catch (SQLException e) {
            throw unreadable(e);
        } finally {
            if (spooled != null) {
                spooled.close();
            }
        }
    }
}
