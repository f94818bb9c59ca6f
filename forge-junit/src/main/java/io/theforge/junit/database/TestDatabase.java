package io.theforge.junit.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A database of one use. Threads may share it. */
public interface TestDatabase extends AutoCloseable {
    /** A new connection, which ends with the database at the latest. */
    Connection connect() throws SQLException;

    /** Ends all connections and removes the database. */
    @Override
    void close();
}
