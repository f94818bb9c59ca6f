package io.theforge.database.duckdb;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.EarlierVersionContract;
import io.theforge.database.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier version has made, in the embedded file. */
class DuckDbEarlierVersionTest extends EarlierVersionContract {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("with space").resolve("forge.duckdb");
    }

    @Override
    protected Warehouse warehouse() {
        return Warehouse.of(new DatabaseUrl(file(), null));
    }

    @Override
    protected Connection host() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file());
    }
}
