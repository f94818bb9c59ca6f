package io.theforge.database.postgres;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.EstimatedAppendContract;
import io.theforge.database.SqlScript;
import io.theforge.database.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Rows of somebody else go on, in PostgreSQL. */
class PostgresEstimatedAppendTest extends EstimatedAppendContract {
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

    @Override
    protected void createTables(Connection host) throws SQLException {
        SqlScript.run(host, PostgresTarget.class, "tables.sql");
    }
}
