package io.theforge.database.duckdb;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.DeleteContract;
import io.theforge.database.Warehouse;
import io.theforge.database.sql.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** The contract of a deletion, kept by the embedded file. */
class DeleteOnDuckDbTest extends DeleteContract {
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
    protected void restore(String sql) throws SQLException {
        try (Connection connection = host()) {
            Sql.on(connection).run(sql);
        }
    }
}
