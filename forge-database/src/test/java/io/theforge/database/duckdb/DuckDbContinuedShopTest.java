package io.theforge.database.duckdb;

import io.theforge.database.ContinuedShopContract;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.sql.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** A shop of somebody else keeps its ways, in the embedded file. */
class DuckDbContinuedShopTest extends ContinuedShopContract {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("forge.duckdb");
    }

    @Override
    protected Warehouse warehouse() {
        return Warehouse.of(new DatabaseUrl(file(), null));
    }

    @Override
    protected Connection host() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file());
    }

    @Override
    protected void createTables(Connection host) throws SQLException {
        Sql.on(host).script(DuckDbTarget.class, "tables.sql");
    }
}
