package io.theforge.database.guard;

import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.UnmanagedRows;
import io.theforge.database.record.Runs;
import io.theforge.database.report.Check;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts what a removal has left. Rules, triggers and cascades of the host's may keep rows that were to go, or take some that were
 * to stay; no flag switches this check off.
 */
public final class RemovalChecks {
    private static final String REASON = "a trigger, rule or cascade of the database keeps or removes rows";

    private RemovalChecks() {}

    /**
     * Run before the removal is made durable. Tables that were to lose nothing are named only when they have.
     *
     * @param tables those that were to lose rows
     * @param before rows by table, of all tables
     * @param planned rows that were to go, by table
     * @param removed rows that went, as the database has said
     */
    public static List<Check> run(
            String operation,
            Sql sql,
            Collection<Table> tables,
            Map<Table, Long> before,
            Map<Table, Long> planned,
            Map<Table, Long> removed)
            throws SQLException {
        List<Check> checks = new ArrayList<>();
        Set<Table> all = new LinkedHashSet<>(tables);
        all.addAll(Table.SEVEN);
        for (Table table : all) {
            long toGo = tables.contains(table) ? planned.getOrDefault(table, 0L) : 0;
            long gone = removed.getOrDefault(table, 0L);
            long staying = before.getOrDefault(table, 0L) - toGo;
            long left = sql.number("SELECT count(*) FROM " + table.qualifiedName());
            boolean right = left == staying && gone == toGo;
            if (!right || tables.contains(table)) {
                checks.add(check(
                        operation + "." + table.sqlName(),
                        right,
                        gone + " of " + toGo + " rows",
                        right
                                ? "those rows are gone and no others of the table"
                                : left + " rows are left and should be " + staying + ": " + REASON));
            }
        }
        return checks;
    }

    /**
     * Run before rows that have come in are made durable: none of others has gone meanwhile.
     *
     * @param before rows of others by table; nothing is asked where there were none
     * @return what is wrong, empty when nothing is
     */
    public static List<Check> unmanaged(String operation, Sql sql, Map<Table, Long> before) throws SQLException {
        List<Check> checks = new ArrayList<>();
        if (Counts.sum(before) == 0) {
            return checks;
        }
        Map<Table, Long> after = UnmanagedRows.count(sql, Runs.ownership(sql));
        for (Table table : Table.SEVEN) {
            long were = before.getOrDefault(table, 0L);
            long are = after.getOrDefault(table, 0L);
            if (table.hasId() && are < were) {
                checks.add(check(
                        operation + "." + table.sqlName() + ".rows_of_others",
                        false,
                        are + " of " + were + " rows",
                        "rows that the Forge did not make are gone: " + REASON));
            }
        }
        return checks;
    }

    private static Check check(String name, boolean right, String figure, String message) {
        return new Check(name, right ? Check.Status.PASSED : Check.Status.FAILED, figure, message, List.of());
    }
}
