package io.theforge.rag.server;

import io.theforge.rag.agent.DatasetReader;
import io.theforge.server.rag.RagService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The dataset's database as the server lends it. One that is not there yet is an empty one. */
record ServedTables(RagService.Tables tables) implements DatasetReader {

    @Override
    public <T> T read(Reading<T> reading) throws SQLException {
        try {
            return tables.ask(sql -> sql == null ? fromNothing(reading) : reading.from(sql.connection()));
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    private static <T> T fromNothing(Reading<T> reading) throws SQLException {
        try (Connection empty = DriverManager.getConnection("jdbc:duckdb:")) {
            return reading.from(empty);
        }
    }
}
