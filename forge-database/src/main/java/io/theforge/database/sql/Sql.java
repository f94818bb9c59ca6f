package io.theforge.database.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One-line queries. Values are bound, never written into the text. */
public final class Sql {
    private Sql() {}

    /** Turns the current row into a value. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with the current row. */
    public interface RowAction {
        void accept(ResultSet row) throws SQLException;
    }

    public static void each(Connection connection, RowAction action, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                action.accept(rows);
            }
        }
    }

    public static <T> List<T> list(Connection connection, Row<T> row, String sql, Object... values)
            throws SQLException {
        List<T> found = new ArrayList<>();
        each(connection, current -> found.add(row.read(current)), sql, values);
        return found;
    }

    /** The number in the first column of the only row. */
    public static long number(Connection connection, String sql, Object... values) throws SQLException {
        return list(connection, row -> row.getLong(1), sql, values).get(0);
    }

    public static List<String> texts(Connection connection, String sql, Object... values) throws SQLException {
        return list(connection, row -> row.getString(1), sql, values);
    }

    /** @return rows changed */
    public static long update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeLargeUpdate();
        }
    }

    /** Whether the connection is to PostgreSQL, and not to DuckDB. */
    public static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** A statement without values, as DDL is. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
