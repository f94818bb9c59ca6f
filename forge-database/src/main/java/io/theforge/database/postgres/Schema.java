package io.theforge.database.postgres;

import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The schema that a connection works in, and the one of the Forge's own tables beside it.
 *
 * @param rights of the connection's role
 */
record Schema(Sql sql, Rights rights) {
    /** PostgreSQL cuts longer names off: NAMEDATALEN, less one. */
    private static final int MAX_NAME_BYTES = 63;

    private static final String PATH = """
            SELECT current_setting('search_path'), current_schema(), nspname,
                quote_ident(CAST(current_user AS text)), quote_ident(pg_get_userbyid(relowner))
            FROM (SELECT to_regclass('store') AS store) found
            LEFT JOIN pg_class c ON c.oid = store LEFT JOIN pg_namespace n ON n.oid = relnamespace
            """;

    /**
     * @param current null where no schema of the path is there for this user
     * @param ofStore the one in which the table is found, null where there is none
     * @param owner of that table
     */
    private record Found(
            String path,
            @Nullable String current,
            @Nullable String ofStore,
            String role,
            @Nullable String owner) {}

    /**
     * Asks before anything is done whether it is the schema that the URL names.
     *
     * @throws DatabaseException if there is none, in which the first table would be refused, or another, because a pooler has
     *     ignored what the URL says
     */
    static Schema open(Connection connection, PostgresAddress address) throws SQLException {
        Found found = Sql.on(connection)
                .list(
                        row -> new Found(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)),
                        PATH)
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
        String seven = found.ofStore == null ? found.current : found.ofStore;
        String own = own(seven);
        return new Schema(
                new Sql(connection, own), new Rights(found.role, own, Catalog.identifier(seven), found.owner));
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
