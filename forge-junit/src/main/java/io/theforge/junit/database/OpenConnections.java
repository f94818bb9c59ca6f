package io.theforge.junit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The connections that are to end with a database, or with one use of it. */
final class OpenConnections implements AutoCloseable {
    interface Way {
        Connection connect() throws SQLException;
    }

    private final List<Connection> open = new ArrayList<>();
    private boolean closed;

    synchronized Connection add(Way way) throws SQLException {
        if (closed) {
            throw new SQLException(
                    "this test's database has been removed: it lives as long as the test or the class that it was"
                            + " made for");
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).isClosed()) {
                open.remove(i);
            }
        }
        Connection connection = way.connect();
        open.add(connection);
        return connection;
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Connection connection : open) {
            try {
                connection.close();
            } catch (SQLException e) {
                // whoever broke it has been told already
                continue;
            }
        }
        open.clear();
    }
}
