package io.theforge.junit.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A database, as one use of it has it. Threads may share it. */
public interface TestDatabase extends AutoCloseable {
    /** A new connection, which ends with the use at the latest. */
    Connection connect() throws SQLException;

    /** Ends all connections of this use, and removes the database where nobody else uses it. */
    @Override
    void close();
}
