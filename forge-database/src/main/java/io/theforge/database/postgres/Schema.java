package io.theforge.database.postgres;

import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The schema that a connection works in, and the one of the Forge's own tables beside it. */
final class Schema {
    /** PostgreSQL cuts longer names off: NAMEDATALEN, less one. */
    private static final int MAX_NAME_BYTES = 63;

    private static final String PATH = """
            SELECT current_setting('search_path'), current_schema(),
                (SELECT nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = to_regclass('store'))
            """;

    private Schema() {}

    /**
     * @param current null where no schema of the path is there for this user
     * @param ofStore the one in which the table is found, null where there is none
     */
    private record Found(
            String path, @Nullable String current, @Nullable String ofStore) {}

    /**
     * Asks before anything is done whether it is the schema that the URL names.
     *
     * @throws DatabaseException if there is none, in which the first table would be refused, or another, because a pooler has
     *     ignored what the URL says
     */
    static Sql open(Connection connection, PostgresAddress address) throws SQLException {
        Found found = Sql.on(connection)
                .list(row -> new Found(row.getString(1), row.getString(2), row.getString(3)), PATH)
                .get(0);
        String wanted = address.searchPath();
        if (!wanted.isEmpty() && !wanted.equals(found.path)) {
            throw new DatabaseException(
                    address.display() + " is a connection pooler that ignores a setting of the URL: the search path is "
                            + found.path + " instead of " + wanted,
                    AddressMistakes.withoutPooler(address),
                    null);
        }
        if (found.current == null) {
            throw new DatabaseException(
                    address.display() + ": no schema of the search path (" + found.path
                            + ") is there, or this user may not use it",
                    "create it (CREATE SCHEMA ...), grant USAGE on it, or correct its name; currentSchema takes a name with"
                            + " capitals in quotes, schema takes it as it is",
                    null);
        }
        return new Sql(connection, own(found.ofStore == null ? found.current : found.ofStore));
    }

    /** Returns the schema of the Forge's own tables, quoted where it needs to be. @param seven where the seven tables are */
    private static String own(String seven) {
        if (seven.equals("public")) {
            return Sql.OWN_SCHEMA;
        }
        if (seven.equals(Sql.OWN_SCHEMA)) {
            throw new DatabaseException(
                    "the schema " + seven + " is the one in which the Forge keeps its own tables",
                    "name another for the seven tables: ?currentSchema=NAME in the database URL",
                    null);
        }
        String name = seven + "_" + Sql.OWN_SCHEMA;
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new DatabaseException(
                    "the schema " + seven + " has too long a name: the Forge's own tables would be in " + name
                            + ", and PostgreSQL takes names of " + MAX_NAME_BYTES + " bytes",
                    "use a schema whose name has at most " + (MAX_NAME_BYTES - Sql.OWN_SCHEMA.length() - 1) + " bytes",
                    null);
        }
        return Catalog.identifier(name);
    }
}
