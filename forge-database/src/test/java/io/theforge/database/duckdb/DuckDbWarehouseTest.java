package io.theforge.database.duckdb;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.WarehouseContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by the embedded file. */
class DuckDbWarehouseTest extends WarehouseContract {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("with space").resolve("forge.duckdb");
    }

    @BeforeEach
    void createFolder() throws IOException {
        Files.createDirectories(file().getParent());
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
