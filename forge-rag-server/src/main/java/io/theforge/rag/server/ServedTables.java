package io.theforge.rag.server;

import io.theforge.rag.agent.DatasetReader;
import io.theforge.server.rag.RagService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The dataset's database as the server lends it. One that is not there yet is an empty one. What a reading fails with is the agent's to
 * judge, such as a table that is missing; a database that cannot be reached is the server's to say.
 */
record ServedTables(RagService.Tables tables) implements DatasetReader {

    /** What a reading has come to: its value, or what it has failed with. */
    private interface Outcome<T> {
        T get() throws SQLException;
    }

    @Override
    public <T> T read(Reading<T> reading) throws SQLException {
        Outcome<T> outcome;
        try {
            outcome = tables.ask(sql -> sql == null ? fromNothing(reading) : from(sql.connection(), reading));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException(e);
        }
        return outcome.get();
    }

    private static <T> Outcome<T> from(Connection connection, Reading<T> reading) {
        try {
            T value = reading.from(connection);
            return () -> value;
        } catch (SQLException e) {
            return () -> {
                throw e;
            };
        }
    }

    private static <T> Outcome<T> fromNothing(Reading<T> reading) throws SQLException {
        try (Connection empty = DriverManager.getConnection("jdbc:duckdb:")) {
            return from(empty, reading);
        }
    }
}
