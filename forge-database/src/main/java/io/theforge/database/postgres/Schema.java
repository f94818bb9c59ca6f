package io.theforge.database.postgres;

import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** The schema that a connection works in. */
final class Schema {
    private Schema() {}

    /** @param usable whether one of the path is there for this user */
    private record Found(String path, boolean usable) {}

    /**
     * Asks before anything is done whether it is the one that the URL names.
     *
     * @throws DatabaseException if there is none, in which the first table would be refused, or another, because a pooler has
     *     ignored what the URL says
     */
    static void require(Connection connection, PostgresAddress address) throws SQLException {
        Found found = Sql.list(
                        connection,
                        row -> new Found(row.getString(1), row.getBoolean(2)),
                        "SELECT current_setting('search_path'), current_schema() IS NOT NULL")
                .get(0);
        String path = found.path;
        String wanted = address.searchPath();
        if (!wanted.isEmpty() && !wanted.equals(path)) {
            throw new DatabaseException(
                    address.display() + " is a connection pooler that ignores a setting of the URL: the search path is "
                            + path + " instead of " + wanted,
                    AddressMistakes.withoutPooler(address),
                    null);
        }
        if (!found.usable) {
            throw new DatabaseException(
                    address.display() + ": no schema of the search path (" + path
                            + ") is there, or this user may not use it",
                    "create it (CREATE SCHEMA ...), grant USAGE on it, or correct its name; currentSchema takes a name with"
                            + " capitals in quotes, schema takes it as it is",
                    null);
        }
    }
}
