package io.theforge.database.record;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many rows of ours the record says there are, against those under our ids. Somebody may have emptied a table, or given rows
 * of his own ids that were reserved for us and not used.
 */
public final class RecordedRows {
    /** The fingerprint of no rows. */
    public static final String NO_ROWS = new TableFingerprint().toString();

    private RecordedRows() {}

    /** By table with ids; tables that no run answers for are left out. */
    public static Map<Table, Long> read(Sql sql) throws SQLException {
        Map<Table, Long> rows = new EnumMap<>(Table.class);
        sql.each(
                row -> {
                    Table table = Table.named(row.getString(1));
                    if (table.hasId()) {
                        rows.put(table, TableFingerprint.parse(row.getString(2)).rows());
                    }
                },
                "SELECT table_name, fingerprint FROM theforge.run_table WHERE NOT replaced ORDER BY run_id");
        return rows;
    }

    /** "sales_daily has 0 of 183000 rows", for each table that has more or fewer rows under our ids than are on record. */
    public static List<String> differences(Map<Table, Long> recorded, Map<Table, Long> there) {
        return recorded.entrySet().stream()
                .filter(entry ->
                        there.containsKey(entry.getKey()) && !entry.getValue().equals(there.get(entry.getKey())))
                .map(entry -> entry.getKey().sqlName() + " has " + there.get(entry.getKey()) + " of " + entry.getValue()
                        + " rows")
                .toList();
    }

    /**
     * Before rows of ours go.
     *
     * @param going rows under our ids, by table
     * @throws RefusedException when there are more than we have made
     */
    public static void refuseMore(Sql sql, Map<Table, Long> going) throws SQLException {
        Map<Table, Long> more = read(sql);
        more.entrySet().removeIf(entry -> going.getOrDefault(entry.getKey(), 0L) <= entry.getValue());
        if (!more.isEmpty()) {
            throw new RefusedException(
                    "under ids of the Forge there are more rows than it made ("
                            + String.join(", ", differences(more, going)) + "): somebody else's are among them",
                    "give those rows other ids (--verify names them), or let them go too: --include-unmanaged");
        }
    }

    /** Before days are added to those that have been added to the rows of others. @throws RefusedException when not all are there */
    public static void refuseOther(Sql sql, Map<Table, Long> there) throws SQLException {
        List<String> differences = differences(read(sql), there);
        if (!differences.isEmpty()) {
            throw new RefusedException(
                    "the rows that the Forge has added are not all there: " + String.join(", ", differences),
                    "bring them back from a backup, or take the rest out with --delete and append anew");
        }
    }

    /**
     * Before a dataset goes on; all rows of the two large tables are not counted for that.
     *
     * @throws RefusedException when a table has been emptied
     */
    public static void refuseGone(Sql sql, Ownership ours, Map<Table, TableFingerprint> recorded) throws SQLException {
        for (Table table : Table.SEVEN) {
            TableFingerprint made = recorded.get(table);
            if (!table.hasId() || made == null || made.rows() == 0) {
                continue;
            }
            if (!any(sql, ours, table)) {
                throw new RefusedException(
                        "the rows of " + table.sqlName()
                                + " that are on record have been removed, and not by the Forge",
                        "bring them back from a backup, or make the dataset anew with --full-new");
            }
        }
    }

    /** Whether there is a row under our ids. */
    static boolean any(Sql sql, Ownership ours, Table table) throws SQLException {
        return sql.number("SELECT count(*) FROM (SELECT 1 FROM " + table.qualifiedName() + " WHERE "
                        + ours.condition(table, "id") + " LIMIT 1) any_row")
                > 0;
    }
}
