package io.theforge.junit.database;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.postgres.PostgresAddress;
import io.theforge.database.report.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;

/** A copy of a template on a server. */
final class PostgresDatabase implements TestDatabase {
    private final OpenConnections connections = new OpenConnections();
    private final PostgresServer server;
    private final PostgresAddress address;
    private final String name;

    PostgresDatabase(PostgresServer server, PostgresAddress address, String name) {
        this.server = server;
        this.address = address;
        this.name = name;
    }

    static DatabaseUrl url(PostgresAddress address) {
        return new DatabaseUrl(null, address);
    }

    @Override
    public Connection connect() throws SQLException {
        return connections.add(address::connect);
    }

    @Override
    public void close() {
        connections.close();
        try {
            server.drop(name);
        } catch (SQLException e) {
            throw new DatabaseException(
                    "the test's database " + name + " could not be dropped: " + e.getMessage(),
                    "the next run drops it",
                    e);
        }
    }
}
