package io.theforge.database.postgres;

import io.theforge.database.ContinuedShopContract;
import io.theforge.database.Warehouse;
import io.theforge.database.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shop of somebody else keeps its ways, in PostgreSQL; the same in DuckDB is tried every time. */
@EnabledIfSystemProperty(named = "forge.exhaustive", matches = "true", disabledReason = "as in DuckDB")
class PostgresContinuedShopTest extends ContinuedShopContract {
    @RegisterExtension
    final OwnDatabase database = OwnDatabase.empty();

    @Override
    protected Warehouse warehouse() {
        return database.warehouse();
    }

    @Override
    protected Connection host() throws SQLException {
        return database.connect();
    }

    @Override
    protected void createTables(Connection host) throws SQLException {
        Sql.on(host).script(PostgresTarget.class, "tables.sql");
    }
}
