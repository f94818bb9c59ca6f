package io.theforge.database.record;

import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The {@code forge_*} tables: script {@code forge-N.sql} makes version N out of the one before. */
public final class Records {
    /** What each version brought, from version 1 on. */
    private static final List<String> VERSIONS = List.of("runs, ownership", "production mark", "state per series");

    private static final List<List<String>> TABLES = List.of(
            List.of("forge_schema_history", "forge_run", "forge_run_table", "forge_calendar_day"),
            List.of("forge_guard"),
            List.of(SeriesStates.TABLE));

    private Records() {}

    /**
     * Fails when some of them are gone: without one the others cannot be read.
     *
     * @param tables those that exist
     * @throws DatabaseException if so
     */
    public static void check(Sql sql, Set<String> tables) throws SQLException {
        List<String> there = forgettable(tables);
        // what a later Forge has added is its own to ask for
        long recorded = Math.min(recordedVersion(sql, tables), VERSIONS.size());
        int version = there.isEmpty() ? 0 : Math.toIntExact(Math.max(1, recorded));
        List<String> missing = TABLES.subList(0, version).stream()
                .flatMap(List::stream)
                .filter(table -> !tables.contains(table))
                .toList();
        if (!missing.isEmpty()) {
            throw new DatabaseException(
                    "of the Forge's own tables " + String.join(", ", missing) + (missing.size() == 1 ? " is" : " are")
                            + " missing, so that nobody can tell whose rows are whose",
                    "bring back what is missing from a backup; or let the Forge forget what it made, so that all rows count as"
                            + " somebody else's " + forgetting(tables),
                    null);
        }
    }

    /** The statements that make the Forge forget what it made, in brackets. A production mark stays. */
    public static String forgetting(Set<String> tables) {
        return forgettable(tables).stream()
                .map(table -> "DROP TABLE " + table)
                .collect(Collectors.joining("; ", "(", ")"));
    }

    private static List<String> forgettable(Set<String> tables) {
        return TABLES.stream()
                .flatMap(List::stream)
                .filter(table -> tables.contains(table) && !table.equals("forge_guard"))
                .toList();
    }

    /**
     * Whether nothing is missing.
     *
     * @param tables those that exist
     * @throws DatabaseException if a later Forge has been here
     */
    public static boolean areComplete(Sql sql, Set<String> tables) throws SQLException {
        return version(sql, tables) == VERSIONS.size();
    }

    /** Creates what is missing, where new tables are created; in the transaction that is open. */
    public static void complete(Sql sql, Set<String> tables) throws SQLException {
        for (int version = version(sql, tables) + 1; version <= VERSIONS.size(); version++) {
            sql.script(Records.class, "forge-" + version + ".sql");
            sql.update(
                    "INSERT INTO forge_schema_history SELECT ?, ?, now() WHERE NOT EXISTS"
                            + " (SELECT 1 FROM forge_schema_history WHERE version = ?)",
                    version,
                    VERSIONS.get(version - 1),
                    version);
        }
    }

    private static int version(Sql sql, Set<String> tables) throws SQLException {
        long version = recordedVersion(sql, tables);
        if (version > VERSIONS.size()) {
            throw new DatabaseException(
                    "the records of runs in this database are of version " + version + ", and this Forge knows "
                            + VERSIONS.size(),
                    "use the newer Forge that wrote them",
                    null);
        }
        return Math.toIntExact(version);
    }

    private static long recordedVersion(Sql sql, Set<String> tables) throws SQLException {
        if (!tables.contains("forge_schema_history")) {
            return 0;
        }
        long version = sql.number("SELECT coalesce(max(version), 0) FROM forge_schema_history");
        // the states can be computed again: without their table it is made anew
        return version == VERSIONS.size() && !tables.contains(SeriesStates.TABLE) ? version - 1 : version;
    }
}
