package io.theforge.database.duckdb;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.TamperedContract;
import io.theforge.database.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by the embedded file. */
class TamperedOnDuckDbTest extends TamperedContract {
    @TempDir
    Path folder;

    @Override
    protected Warehouse warehouse() {
        return Warehouse.of(new DatabaseUrl(folder.resolve("forge.duckdb"), null));
    }

    @Override
    protected Connection host() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("forge.duckdb"));
    }
}
