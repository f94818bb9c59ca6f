package io.theforge.database.forecast;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A CSV or Parquet file as rows of text, in its order. DuckDB reads it. */
final class TextRows implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern COUNT = Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");

    private final String shown;
    private final Connection connection;
    private final FileStart start;
    private final String source;
    private final String path;
    private final List<String> names = new ArrayList<>();

    /** Takes the values of a row; null where one is empty. */
    interface Action {
        void accept(long line, @Nullable String[] values);
    }

    private TextRows(Path file, String shown) {
        this.shown = shown;
        start = FileStart.of(file, shown);
        path = literally(file);
        source = start.parquet() ? "read_parquet(?, hive_partitioning = false)" : csv();
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("temp_directory", "");
        settings.setProperty("jdbc_stream_results", "true");
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:", settings);
            try (Statement statement = connection.createStatement()) {
                // Else a time with a zone would be a day earlier or later by the host's own zone
                statement.execute("SET TimeZone = 'UTC'");
            }
        } catch (SQLException e) {
            throw explained(e);
        }
        names.addAll(start.names());
    }

    /** Opens it. @param shown the file as it was given, for messages */
    static TextRows of(Path file, String shown) {
        TextRows rows = new TextRows(file, shown);
        try {
            if (rows.parquet()) {
                rows.readNames();
            }
            return rows;
        } catch (ForecastFileException e) {
            rows.close();
            throw e;
        }
    }

    /** DuckDB would take a name with these characters for a pattern that many files may fit. */
    private static String literally(Path file) {
        return file.toAbsolutePath().toString().replaceAll("[\\[\\]*?]", "[$0]");
    }

    /** Nothing is sniffed: a row that does not fit the header is told by its line, not guessed around. */
    private String csv() {
        String columns = IntStream.range(0, start.names().size())
                .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", "));
        return "read_csv(?, auto_detect = false, header = true, quote = '\"', escape = '\"', hive_partitioning = false, "
                + "delim = '" + start.separator() + "', columns = {" + columns + "})";
    }

    private void readNames() {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + source + " LIMIT 0")) {
            statement.setString(1, path);
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData columns = rows.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    names.add(columns.getColumnName(i));
                }
            }
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    boolean parquet() {
        return start.parquet();
    }

    List<String> names() {
        return names;
    }

    /** @param columns places among the names, in the order in which their values are wanted */
    void each(List<Integer> columns, Action action) {
        String wanted = columns.stream()
                .map(i -> start.parquet() ? "\"" + names.get(i).replace("\"", "\"\"") + "\"" : "c" + i)
                .map(column -> "CAST(" + column + " AS VARCHAR)")
                .collect(Collectors.joining(", "));
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + wanted + " FROM " + source)) {
            statement.setString(1, path);
            try (ResultSet rows = statement.executeQuery()) {
                String[] values = new String[columns.size()];
                for (long row = 1; rows.next(); row++) {
                    for (int i = 0; i < values.length; i++) {
                        String value = rows.getString(i + 1);
                        values[i] = value == null || value.isBlank() ? null : value.strip();
                    }
                    action.accept(start.parquet() ? row : row + 1, values);
                }
            }
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    /** "forecast.csv:12"; rows of Parquet count from 1. */
    String place(long line) {
        return ReadForecasts.place(shown, start.parquet(), line);
    }

    private ForecastFileException explained(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (start.parquet()) {
            return new ForecastFileException(
                    shown,
                    "cannot be read as Parquet: " + message.lines().findFirst().orElse("no reason given"),
                    "write it again, or give a CSV file");
        }
        Matcher line = LINE.matcher(message);
        String place = line.find() ? shown + ":" + line.group(1) : shown;
        Matcher count = COUNT.matcher(message);
        if (count.find()) {
            return new ForecastFileException(
                    place,
                    "has " + count.group(2) + " values and the header " + count.group(1) + " names",
                    "write a value for each, and a decimal point or quotes where a comma is in one");
        }
        if (message.contains("not utf-8")) {
            return new ForecastFileException(place, "is not UTF-8 text", "save the file as UTF-8");
        }
        if (message.contains("unterminated quote")) {
            return new ForecastFileException(
                    place, "has a quote that does not end its value", "double a quote within a quoted value");
        }
        return new ForecastFileException(
                place,
                "cannot be read as CSV: " + message.lines().findFirst().orElse("no reason given"),
                "write it as CSV with a header, or as Parquet");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw explained(e);
        }
    }
}
