package io.theforge.export.dirt.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A DuckDB of one score: what does not fit into memory goes into a folder for temporary files, until it is closed. */
final class Scratch implements AutoCloseable {
    private static final String MEMORY = "256MB";

    private final Path folder;
    private final Connection connection;

    /** Makes something of a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Scratch(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    static Scratch open() throws SQLException {
        try {
            Path folder = Files.createTempDirectory("forge-score-");
            Properties settings = new Properties();
            settings.setProperty("autoinstall_known_extensions", "false");
            settings.setProperty("autoload_known_extensions", "false");
            settings.setProperty("threads", "1");
            settings.setProperty("memory_limit", MEMORY);
            settings.setProperty("temp_directory", folder.toString());
            return new Scratch(folder, DriverManager.getConnection("jdbc:duckdb:", settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns all rows, which are few. */
    <T> List<T> rows(String sql, Row<T> row) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(row.read(found));
            }
        }
        return rows;
    }

    /** Returns the first row; null where there is none. */
    <T> @Nullable T first(String sql, Row<T> row) throws SQLException {
        List<T> rows = rows(sql + " LIMIT 1", row);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** Returns the one number that a query gives. */
    long number(String sql) throws SQLException {
        return rows(sql, row -> row.getLong(1)).get(0);
    }

    /** Returns the share of rows for which a condition holds; null where there are no rows. */
    @Nullable
    Double share(String condition, String rows) throws SQLException {
        long all = number("SELECT count(*) FROM " + rows);
        long some = number("SELECT count(*) FILTER (" + condition + ") FROM " + rows);
        return all == 0 ? null : (Double) ((double) some / all);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        try (var left = Files.walk(folder)) {
            left.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
