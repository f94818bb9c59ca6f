package io.theforge.database.postgres;

import io.theforge.database.AppendContract;
import io.theforge.database.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A dataset goes on, in PostgreSQL. */
class PostgresAppendTest extends AppendContract {
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
