package io.theforge.database.postgres;

import io.theforge.database.MovingDemandContract;
import io.theforge.database.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Demand that moves, in PostgreSQL. */
class PostgresMovingDemandTest extends MovingDemandContract {
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
}
