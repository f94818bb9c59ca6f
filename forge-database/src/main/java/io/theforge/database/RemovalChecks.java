package io.theforge.database;

import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Counts what a removal has left. Rules, triggers and cascades of the host's may keep rows that were to go, or take some that were
 * to stay; this is the last net, which nothing switches off.
 */
final class RemovalChecks {
    private RemovalChecks() {}

    /**
     * Run before the removal is made durable.
     *
     * @param before rows by table
     * @param planned rows that were to go, by table
     * @param removed rows that went, as the database has said
     */
    static List<Check> run(
            String operation,
            Connection connection,
            Collection<Table> tables,
            Map<Table, Long> before,
            Map<Table, Long> planned,
            Map<Table, Long> removed)
            throws SQLException {
        List<Check> checks = new ArrayList<>();
        for (Table table : tables) {
            long toGo = planned.getOrDefault(table, 0L);
            long gone = removed.getOrDefault(table, 0L);
            long staying = before.getOrDefault(table, 0L) - toGo;
            long left = Sql.number(connection, "SELECT count(*) FROM " + table.sqlName());
            boolean right = left == staying && gone == toGo;
            checks.add(new Check(
                    operation + "." + table.sqlName(),
                    right ? Check.Status.PASSED : Check.Status.FAILED,
                    gone + " of " + toGo + " rows",
                    right
                            ? "those rows are gone and no others"
                            : left + " rows are left and should be " + staying
                                    + ": a trigger, rule or cascade of the database keeps or removes rows",
                    List.of()));
        }
        return checks;
    }
}
