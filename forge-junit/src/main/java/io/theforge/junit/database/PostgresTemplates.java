package io.theforge.junit.database;

import io.theforge.database.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * A filled database, {@code forge_template_<16 digits>}, to be copied: nobody can connect to it. A template is whole or not there: it
 * gets its name when it is complete. Each role has its own, since a copy's tables belong to the template's owner. What nobody has used
 * for thirty days goes, and all but the newest twenty.
 */
final class PostgresTemplates {
    private static final String COMMENT = "template of The Forge, last used ";
    private static final int MOST = 20;

    private final Sql sql;
    private final String digits;

    PostgresTemplates(Sql sql, String key, String role) {
        this.sql = sql;
        digits = Hashes.hex((key + " " + role).getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    static void removeUnused(Sql sql) throws SQLException {
        List<String> unused = sql.texts(
                "SELECT datname FROM (SELECT datname, said, row_number() OVER (ORDER BY said DESC) AS place"
                        + " FROM (SELECT datname, shobj_description(oid, 'pg_database') AS said FROM pg_database"
                        + " WHERE datname ~ '^forge_template_[0-9a-f]{16}$' AND pg_get_userbyid(datdba) = current_user) AS all_of_them"
                        + " WHERE said LIKE ?) AS ours WHERE place > ? OR said < ? || CAST(current_date - 30 AS text)",
                COMMENT + "%",
                MOST,
                COMMENT);
        for (String name : unused) {
            sql.run("DROP DATABASE IF EXISTS " + name);
        }
    }

    String name() {
        return "forge_template_" + digits;
    }

    /** For the lock of whoever makes it. */
    int number() {
        return Integer.parseUnsignedInt(digits.substring(0, 8), 16);
    }

    boolean isThere() throws SQLException {
        return sql.number("SELECT count(*) FROM pg_database WHERE datname = ?", name()) > 0;
    }

    /** Turns a filled database into the template; one that was made meanwhile, from another database of the server, stays. */
    void adopt(String filled) throws SQLException {
        sql.run("ALTER DATABASE " + filled + " ALLOW_CONNECTIONS false");
        noteUse(filled);
        try {
            sql.run("ALTER DATABASE " + filled + " RENAME TO " + name());
        } catch (SQLException e) {
            if (!"42P04".equals(e.getSQLState())) {
                throw e;
            }
            sql.run("DROP DATABASE " + filled);
        }
    }

    void noteUse() throws SQLException {
        noteUse(name());
    }

    private void noteUse(String database) throws SQLException {
        String today = sql.texts("SELECT CAST(current_date AS text)").get(0);
        sql.run("COMMENT ON DATABASE " + database + " IS '" + COMMENT + today + "'");
    }
}
