package io.theforge.database.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One-line queries over a connection. Values are bound, never written into the text. Where the text names a table of the Forge's own
 * as {@code theforge.run}, the schema that this database has for them takes the place of {@code theforge}.
 */
public final class Sql implements AutoCloseable {
    /** The schema of the Forge's own tables, where the seven are in {@code public} or, in DuckDB, in {@code main}. */
    public static final String OWN_SCHEMA = "theforge";

    /** As our statements name it: not within another name, nor within a text in quotes that a host has written. */
    private static final Pattern OWN = Pattern.compile("(?<![\\w\"'.])theforge\\.");

    private final Connection connection;
    private final String ownSchema;

    /** @param ownSchema the schema of the Forge's own tables, quoted where it needs to be */
    public Sql(Connection connection, String ownSchema) {
        this.connection = connection;
        this.ownSchema = ownSchema;
    }

    /** Over a connection to a database whose own tables are in {@code theforge}, or do not matter. */
    public static Sql on(Connection connection) {
        return new Sql(connection, OWN_SCHEMA);
    }

    /** Turns the current row into a value. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with the current row. */
    public interface RowAction {
        void accept(ResultSet row) throws SQLException;
    }

    /** For what is not a one-line query. */
    public Connection connection() {
        return connection;
    }

    public void each(RowAction action, String query, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(query, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                action.accept(rows);
            }
        }
    }

    public <T> List<T> list(Row<T> row, String query, Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        each(current -> found.add(row.read(current)), query, values);
        return found;
    }

    /** Returns the number in the first column of the only row. */
    public long number(String query, Object... values) throws SQLException {
        return list(row -> row.getLong(1), query, values).get(0);
    }

    /** Returns the first column. */
    public List<String> texts(String query, Object... values) throws SQLException {
        return list(row -> row.getString(1), query, values);
    }

    /** Returns how many rows have changed. */
    public long update(String query, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(query, values)) {
            return statement.executeLargeUpdate();
        }
    }

    /** Runs a statement without values, as DDL is. */
    public void run(String query) throws SQLException {
        runAsFound(own(query));
    }

    /** Runs a statement that the catalog has given, word for word. */
    public void runAsFound(String definition) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(definition);
        }
    }

    /** Runs the statements of a resource beside a class, in the transaction that is open and in one round trip. */
    public void script(Class<?> beside, String resource) throws SQLException {
        run(SqlScript.text(beside, resource));
    }

    /** Whether the connection is to PostgreSQL, and not to DuckDB. */
    public boolean isPostgres() throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** Returns the schema of the Forge's own tables, quoted where it needs to be. */
    public String ownSchema() {
        return ownSchema;
    }

    /** Returns a text in which {@code theforge.} is this database's schema of the Forge's own tables. */
    public String own(String query) {
        return ownSchema.equals(OWN_SCHEMA)
                ? query
                : OWN.matcher(query).replaceAll(Matcher.quoteReplacement(ownSchema + "."));
    }

    private PreparedStatement prepared(String query, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(own(query));
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
