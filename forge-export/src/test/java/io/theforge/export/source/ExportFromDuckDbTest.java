package io.theforge.export.source;

import io.theforge.database.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Exports from a DuckDB file")
class ExportFromDuckDbTest extends DatabaseExportContract {
    @TempDir
    Path place;

    @Override
    DatabaseUrl url() {
        return DatabaseUrl.parse("duckdb:" + place.resolve("shop.duckdb"), place);
    }

    @Override
    Connection host() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + place.resolve("shop.duckdb"));
    }
}
