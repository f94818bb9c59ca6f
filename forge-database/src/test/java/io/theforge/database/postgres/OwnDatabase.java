package io.theforge.database.postgres;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.sql.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database for each test of a class, there before its set-up and gone after its tear-down. */
final class OwnDatabase implements BeforeEachCallback, AfterEachCallback {
    private final boolean withTables;
    private TestServer.Database database;

    private OwnDatabase(boolean withTables) {
        this.withTables = withTables;
    }

    static OwnDatabase empty() {
        return new OwnDatabase(false);
    }

    /** With the seven tables as the application makes them, and no rows. */
    static OwnDatabase ofTheApplication() {
        return new OwnDatabase(true);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        database = TestServer.create();
        if (withTables) {
            try (Connection connection = database.connect()) {
                Sql.on(connection).script(PostgresSession.class, "tables.sql");
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        database.close();
    }

    Warehouse warehouse() {
        return warehouse("");
    }

    /** The same database, with settings behind the URL: "?currentSchema=..." */
    Warehouse warehouse(String settings) {
        return Warehouse.of(DatabaseUrl.parse(url() + settings, Path.of("")));
    }

    /** The same database, as another role whose password is "pw". */
    Warehouse warehouseOf(String role) {
        return Warehouse.of(addressOf(role));
    }

    DatabaseUrl addressOf(String role) {
        return DatabaseUrl.parse(url().replaceFirst("://[^@]*@", "://" + role + ":pw@"), Path.of(""));
    }

    String name() {
        return database.name();
    }

    String url() {
        return database.url();
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    void run(String... statements) throws SQLException {
        database.run(statements);
    }

    long number(String sql) throws SQLException {
        return database.number(sql);
    }
}
