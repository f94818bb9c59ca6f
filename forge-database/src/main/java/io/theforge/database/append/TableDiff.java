package io.theforge.database.append;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.Check;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.table.Column;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares one table with the rows that it is to hold, which are staged in a temporary table, and makes it hold them. Rows are
 * matched by their natural key, NULL equal to NULL, in whole sets. Ids of rows that are there stay.
 */
final class TableDiff {
    private final Sql sql;
    private final Table table;
    private final String stage;
    private final Ownership ours;
    private final LocalDate lastDay;
    private final List<String> values;
    private final String match;
    private final String differs;

    /** @param lastDay the dataset's last day of before */
    TableDiff(Sql sql, Table table, Ownership ours, LocalDate lastDay) {
        this.sql = sql;
        this.table = table;
        stage = stageOf(table);
        this.ours = ours;
        this.lastDay = lastDay;
        values = table.columns(Column.Role.VALUE);
        match = table.definition().stream()
                .filter(column -> column.role() == Column.Role.KEY)
                .map(key ->
                        "t." + key.name() + (key.mayBeNull() ? " IS NOT DISTINCT FROM " : " = ") + "n." + key.name())
                .collect(Collectors.joining(" AND "));
        differs = values.stream()
                .map(value -> "t." + value + " IS DISTINCT FROM n." + value)
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** Returns the name of the temporary table. */
    static String stageOf(Table table) {
        return "forge_new_" + table.sqlName();
    }

    /** Makes the temporary table, with the columns of the table itself. */
    void createStage() throws SQLException {
        sql.run("CREATE TEMPORARY TABLE " + stage + " AS SELECT " + String.join(", ", table.columns()) + " FROM "
                + table.sqlName() + " WHERE 1 = 0");
    }

    void dropStage() throws SQLException {
        sql.run("DROP TABLE " + stage);
    }

    /**
     * Compares.
     *
     * @param days first and last day within which rows of ours that are not staged are too many; empty when none are
     */
    DiffCounts compare(List<LocalDate> days) throws SQLException {
        sql.run("ANALYZE " + stage);
        refuseRowsOfOthers();
        long missing = sql.number("SELECT count(*)" + missingRows());
        long differing = sql.number("SELECT count(*)" + differingRows());
        long ending = table == Table.PRICE_HISTORY
                ? sql.number(
                        "SELECT count(*)" + differingRows()
                                + " AND t.valid_to IS NULL AND t.price = n.price AND n.valid_to >= ?",
                        lastDay)
                : 0;
        long surplus = days.isEmpty()
                ? 0
                : sql.number("SELECT count(*) FROM " + table.qualifiedName() + " t WHERE " + surplus(), days.toArray());
        return new DiffCounts(missing, ending, differing - ending, surplus);
    }

    private String missingRows() {
        return " FROM " + stage + " n WHERE NOT EXISTS (SELECT 1 FROM " + table.qualifiedName() + " t WHERE " + match
                + ")";
    }

    private String differingRows() {
        return " FROM " + stage + " n JOIN " + table.sqlName() + " t ON " + match + " WHERE " + differs;
    }

    private String surplus() {
        return ours.condition(table, "t.id") + " AND t." + table.dateColumn() + " BETWEEN ? AND ?"
                + " AND NOT EXISTS (SELECT 1 FROM " + stage + " n WHERE " + match + ")";
    }

    private void refuseRowsOfOthers() throws SQLException {
        List<String> others =
                sql.texts("SELECT 'id ' || t.id || ', ' || t." + table.dateColumn() + " FROM " + stage + " n JOIN "
                        + table.sqlName() + " t ON " + match + " WHERE NOT " + ours.condition(table, "t.id")
                        + " ORDER BY t.id LIMIT 1");
        if (!others.isEmpty()) {
            throw notOurs(table, others.get(0));
        }
    }

    private static RefusedException notOurs(Table table, String row) {
        return new RefusedException(
                table.sqlName() + " holds a row that the Forge did not make where one of its own belongs (" + row
                        + "); nothing has been changed",
                "remove that row");
    }

    /** Removes, changes and adds rows of ours until the table holds what is staged. @param firstId of the rows that are added */
    void apply(DiffCounts found, List<LocalDate> days, long firstId) throws SQLException {
        if (found.surplus() > 0) {
            String query = "DELETE FROM " + table.qualifiedName() + " AS t WHERE " + surplus();
            done("removed", found.surplus(), sql.update(query, days.toArray()));
        }
        if (found.ending() + found.changed() > 0) {
            done("changed", found.ending() + found.changed(), change());
        }
        if (found.missing() > 0) {
            sql.update(
                    "INSERT INTO " + table.qualifiedName() + " (" + String.join(", ", table.columns())
                            // ids may be GENERATED ALWAYS; where they are not, it says nothing
                            + ") OVERRIDING SYSTEM VALUE SELECT CAST(? + row_number() OVER (ORDER BY n.id) - 1 AS integer), "
                            + staged()
                            + missingRows(),
                    firstId);
        }
    }

    /** What has been counted under the lock is what has to be done; a host's trigger or rule may do otherwise. */
    private void done(String what, long counted, long done) {
        if (done != counted) {
            throw new DatabaseException(
                    done + " rows of " + table.sqlName() + " were " + what + " and should have been " + counted
                            + ": a trigger or rule of the database does otherwise",
                    "nothing has been changed; see which trigger or rule on " + table.sqlName() + " it is",
                    null);
        }
    }

    private String staged() {
        return table.columns().stream()
                .filter(column -> !column.equals("id"))
                .map(column -> "n." + column)
                .collect(Collectors.joining(", "));
    }

    /** The rows are locked and matched, so no row can conflict; and a host's deferrable key is no arbiter for ON CONFLICT. */
    private long change() throws SQLException {
        String set = values.stream().map(value -> value + " = n." + value).collect(Collectors.joining(", "));
        return sql.update("UPDATE " + table.qualifiedName() + " AS t SET " + set + ", updated_at = now() FROM " + stage
                + " n WHERE " + match + " AND " + differs);
    }

    /** Whether the table holds every staged row as it is staged. */
    Check check() throws SQLException {
        long wrong = sql.number("SELECT count(*)" + missingRows()) + sql.number("SELECT count(*)" + differingRows());
        long rows = sql.number("SELECT count(*) FROM " + stage);
        return new Check(
                "append." + table.sqlName(),
                wrong == 0 ? Check.Status.PASSED : Check.Status.FAILED,
                wrong + " of " + rows + " rows",
                wrong == 0
                        ? "rows to be added or changed are in the database as they were made"
                        : "rows to be added or changed are not in the database as they were made",
                List.of());
    }
}
