package io.theforge.database.replace;

import io.theforge.database.guard.RemovalChecks;
import io.theforge.database.ownership.Counts;
import io.theforge.database.record.Runs;
import io.theforge.database.report.Check;
import io.theforge.database.report.Verification;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Checks that the earlier dataset is gone, and nothing else. */
final class RemovedDataset {
    private RemovedDataset() {}

    /**
     * Returns all checks when one has failed, else none: none of our rows may be left but dates that others hold on to.
     *
     * @param removed rows that went, by table, as the database has said
     */
    static List<Check> failures(Sql sql, FullNewPlan plan, Map<Table, Long> removed) throws SQLException {
        Map<Table, Long> toGo = new EnumMap<>(removed);
        List<Table> withIds = Table.SEVEN.stream().filter(Table::hasId).toList();
        Counts.ours(sql, withIds, plan.going()).forEach((table, left) -> toGo.merge(table, left, Long::sum));
        List<Check> checks = RemovalChecks.run(Runs.FULL_NEW, sql, removed.keySet(), plan.before(), toGo, removed);
        return new Verification(checks).passed() ? List.of() : checks;
    }
}
