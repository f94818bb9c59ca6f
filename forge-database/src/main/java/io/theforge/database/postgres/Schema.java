package io.theforge.database.postgres;

import io.theforge.database.DatabaseException;
import io.theforge.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The schema that the connection works in. */
final class Schema {
    private Schema() {}

    /** @throws DatabaseException if there is none: the first table would be refused in the middle of the work */
    static void require(Connection connection, PostgresAddress address) throws SQLException {
        List<String> path = Sql.list(
                connection,
                row -> row.getString(1),
                "SELECT current_setting('search_path') WHERE current_schema() IS NULL");
        if (!path.isEmpty()) {
            throw new DatabaseException(
                    address.display() + ": no schema of the search path (" + path.get(0)
                            + ") is there, or this user may not use it",
                    "create it (CREATE SCHEMA ...), grant USAGE on it, or correct its name; currentSchema takes a name with"
                            + " capitals in quotes, schema takes it as it is",
                    null);
        }
    }
}
