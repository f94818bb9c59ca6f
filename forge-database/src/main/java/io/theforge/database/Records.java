package io.theforge.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The {@code forge_*} tables: script {@code forge-N.sql} makes version N out of the one before. */
public final class Records {
    /** What each version brought, from version 1 on. */
    private static final List<String> VERSIONS = List.of("runs, ownership", "production mark", "state per series");

    private Records() {}

    /**
     * Whether nothing is missing.
     *
     * @param tables those that exist
     * @throws DatabaseException if a later Forge has been here
     */
    public static boolean areComplete(Connection connection, Set<String> tables) throws SQLException {
        return version(connection, tables) == VERSIONS.size();
    }

    /** Creates what is missing, where new tables are created; in the transaction that is open. */
    public static void complete(Connection connection, Set<String> tables) throws SQLException {
        for (int version = version(connection, tables) + 1; version <= VERSIONS.size(); version++) {
            SqlScript.run(connection, Records.class, "forge-" + version + ".sql");
            Sql.update(
                    connection,
                    "INSERT INTO forge_schema_history VALUES (?, ?, now())",
                    version,
                    VERSIONS.get(version - 1));
        }
    }

    private static int version(Connection connection, Set<String> tables) throws SQLException {
        if (!tables.contains("forge_schema_history")) {
            return 0;
        }
        long version = Sql.number(connection, "SELECT coalesce(max(version), 0) FROM forge_schema_history");
        if (version > VERSIONS.size()) {
            throw new DatabaseException(
                    "the records of runs in this database are of version " + version + ", and this Forge knows "
                            + VERSIONS.size(),
                    "use the newer Forge that wrote them",
                    null);
        }
        return Math.toIntExact(version);
    }
}
