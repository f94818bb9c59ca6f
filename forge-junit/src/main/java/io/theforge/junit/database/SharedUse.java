package io.theforge.junit.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A use of a database that others use too: it ends with its own connections, and the database stays. */
final class SharedUse implements TestDatabase {
    private final OpenConnections connections = new OpenConnections();
    private final TestDatabase database;

    SharedUse(TestDatabase database) {
        this.database = database;
    }

    @Override
    public Connection connect() throws SQLException {
        return connections.add(database::connect);
    }

    @Override
    public void close() {
        connections.close();
    }
}
