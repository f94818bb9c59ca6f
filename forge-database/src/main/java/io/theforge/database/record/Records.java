package io.theforge.database.record;

import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the Forge's own, in the schema {@code theforge}: what is there, and what is missing. */
public final class Records {
    /** Versions 1 to 3 had tables named forge_run, forge_guard ... beside the seven. */
    private static final int VERSION = 4;

    private static final String MARKS = "theforge.guard";

    /** Without one of these the others cannot be read. */
    private static final List<String> NEEDED =
            List.of("theforge.schema_history", "theforge.run", "theforge.run_table", "theforge.calendar_day", MARKS);

    /** All but the answer key, which is made where it is asked for. */
    public static final List<String> TABLES =
            Stream.concat(NEEDED.stream(), Stream.of(SeriesStates.TABLE)).toList();

    /** Where a Forge before version 4 kept them, to be recognised. */
    public static final List<String> EARLIER = List.of("forge_run", "forge_run_table");

    private Records() {}

    /**
     * Fails when some of them are gone, or lie where an earlier Forge kept them.
     *
     * @param tables those that exist
     * @throws DatabaseException if so
     */
    public static void check(Sql sql, Set<String> tables) throws SQLException {
        if (tables.containsAll(EARLIER) && !tables.contains("theforge.run")) {
            throw new DatabaseException(
                    "the Forge's own tables lie beside the others, as forge_run and so on, and belong into the schema "
                            + sql.ownSchema(),
                    "move them: " + EarlierLayout.moving(sql),
                    null);
        }
        if (tables.stream().noneMatch(table -> NEEDED.contains(table) && !table.equals(MARKS))) {
            return;
        }
        List<String> missing =
                NEEDED.stream().filter(table -> !tables.contains(table)).toList();
        if (!missing.isEmpty()) {
            throw new DatabaseException(
                    "of the Forge's own tables " + sql.own(String.join(", ", missing))
                            + (missing.size() == 1 ? " is" : " are")
                            + " missing, so that nobody can tell whose rows are whose",
                    "bring back what is missing from a backup; or let the Forge forget what it made, so that all rows count as"
                            + " somebody else's " + sql.own(forgetting(tables)),
                    null);
        }
    }

    /** The statements that make the Forge forget what it made, in brackets. A production mark stays. */
    public static String forgetting(Set<String> tables) {
        return TABLES.stream()
                .filter(table -> tables.contains(table) && !table.equals(MARKS))
                .map(table -> "DROP TABLE " + table)
                .collect(Collectors.joining("; ", "(", ")"));
    }

    /**
     * Whether nothing is missing.
     *
     * @param tables those that exist
     * @throws DatabaseException if a later Forge has been here
     */
    public static boolean areComplete(Sql sql, Set<String> tables) throws SQLException {
        return version(sql, tables) == VERSION && tables.containsAll(TABLES);
    }

    /** Creates what is missing, in the transaction that is open; the schema is there. */
    public static void complete(Sql sql, Set<String> tables) throws SQLException {
        check(sql, tables);
        if (areComplete(sql, tables)) {
            return;
        }
        sql.script(Records.class, "own-tables.sql");
        sql.update(
                "INSERT INTO theforge.schema_history SELECT ?, ?, now() WHERE NOT EXISTS"
                        + " (SELECT 1 FROM theforge.schema_history WHERE version = ?)",
                VERSION,
                "tables in a schema of their own",
                VERSION);
    }

    private static long version(Sql sql, Set<String> tables) throws SQLException {
        if (!tables.contains("theforge.schema_history")) {
            return 0;
        }
        long version = sql.number("SELECT coalesce(max(version), 0) FROM theforge.schema_history");
        if (version > VERSION) {
            throw new DatabaseException(
                    "the records of runs in this database are of version " + version + ", and this Forge knows "
                            + VERSION,
                    "use the newer Forge that wrote them",
                    null);
        }
        return version;
    }
}
