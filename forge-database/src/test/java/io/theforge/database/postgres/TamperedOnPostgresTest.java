package io.theforge.database.postgres;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.TamperedContract;
import io.theforge.database.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract, kept by PostgreSQL. */
class TamperedOnPostgresTest extends TamperedContract {
    private TestServer.Database database;

    @BeforeEach
    void createDatabase() throws SQLException {
        database = TestServer.create();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        database.close();
    }

    @Override
    protected Warehouse warehouse() {
        return Warehouse.of(DatabaseUrl.parse(database.url(), Path.of("")));
    }

    @Override
    protected Connection host() throws SQLException {
        return database.connect();
    }
}
