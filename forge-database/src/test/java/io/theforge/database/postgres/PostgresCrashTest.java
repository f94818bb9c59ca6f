package io.theforge.database.postgres;

import io.theforge.database.crash.CrashContract;
import io.theforge.database.crash.Place;
import java.sql.SQLException;

/** The contract, kept by PostgreSQL. */
class PostgresCrashTest extends CrashContract {
    @Override
    protected Place emptyPlace() throws SQLException {
        return new PostgresPlace(TestServer.create());
    }
}
