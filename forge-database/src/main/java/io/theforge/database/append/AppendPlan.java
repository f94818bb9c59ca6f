package io.theforge.database.append;

import io.theforge.database.load.PlannedCounts;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.UnmanagedRows;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.RecordedRun;
import io.theforge.database.record.Runs;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.OperationReport.TableChange;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.session.AppendSession;
import io.theforge.database.sql.Sql;
import io.theforge.database.write.Write;
import io.theforge.database.write.WritePlan;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How {@code --append} extends a dataset of ours.
 *
 * @param rowsBefore all rows, by table
 * @param unmanaged those that the Forge did not make
 * @param differences what the days that are there lack
 * @param states where each series stands at the end of the last day that is there; null when that is not known
 */
record AppendPlan(
        Append request,
        Sql sql,
        ExtendedDataset dataset,
        Map<Table, Long> rowsBefore,
        Map<Table, Long> unmanaged,
        AppendDifferences differences,
        @Nullable StockStates states,
        AppendedTruth truth)
        implements WritePlan<AppendSession> {

    /** @param tables that there are */
    static AppendPlan of(Append request, AppendSession session, Set<String> tables, Progress progress)
            throws SQLException {
        Sql sql = session.sql();
        ExtendedDataset dataset = ExtendedDataset.read(request, sql, tables);
        Map<Table, Long> unmanaged = UnmanagedRows.count(sql, dataset.ours());
        Map<Table, Long> before =
                UnmanagedRows.withOurs(sql, unmanaged, dataset.run().fingerprints());
        AppendDifferences differences = AppendDifferences.find(session, dataset, request.operational(), progress);
        StockStates states =
                dataset.range().reseeded() ? null : RecordedRun.states(sql, tables, dataset.after(), dataset.ids());
        boolean keyMissing = (request.withTruth() || dataset.run().truth() != null) && AnswerKey.isMissing(sql, tables);
        AppendedTruth truth = AppendedTruth.of(dataset, states, request.withTruth(), keyMissing);
        if (dataset.fresh() != null) {
            UnmanagedRows.refuseInTheWay(sql, unmanaged, dataset.fresh(), states, dataset.ours(), dataset.ids());
        }
        return new AppendPlan(request, sql, dataset, before, unmanaged, differences, states, truth);
    }

    @Override
    public boolean isNothing() {
        return dataset.fresh() == null && differences.areNothing() && truth.isNothing();
    }

    @Override
    public boolean isConfirmed() {
        return request.request().confirmed() || !differences.needConfirmation();
    }

    @Override
    public Write begin(AppendSession session, Progress progress) {
        return new AppendWrite(this, session, progress);
    }

    @Override
    public OperationReport unchanged() {
        return report(
                Outcome.UNCHANGED,
                null,
                dataset.fingerprint(),
                changes(Map.of(), Map.of(), truth.change(0, null)),
                List.of(),
                List.of());
    }

    @Override
    public OperationReport describe(Outcome outcome) throws SQLException {
        TableChange ofTruth = truth.change(truth.countRows(), null);
        return report(outcome, null, null, changes(countNewRows(), Map.of(), ofTruth), List.of(), List.of());
    }

    private Map<Table, Long> countNewRows() throws SQLException {
        Plan fresh = dataset.fresh();
        if (fresh == null) {
            return Map.of();
        }
        Map<Table, Long> inserted = new EnumMap<>(Table.class);
        int present = CalendarDates.present(sql, fresh, "true").size();
        inserted.put(Table.CALENDAR, (long) fresh.days() - present);
        PlannedCounts series = PlannedCounts.of(fresh, states);
        AppendedIds.SERIES.forEach(table -> inserted.put(table, series.ofAll(table)));
        return inserted;
    }

    /**
     * Returns what happens to each table.
     *
     * @param inserted rows of the days that are new
     * @param fingerprints empty for a plan
     * @param ofTruth null when there is no answer key
     */
    Map<Table, TableChange> changes(
            Map<Table, Long> inserted, Map<Table, TableFingerprint> fingerprints, @Nullable TableChange ofTruth) {
        Map<Table, TableChange> changes = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            DiffCounts found = differences.of(table);
            long was = rowsBefore.getOrDefault(table, 0L);
            long added = inserted.getOrDefault(table, 0L) + found.missing();
            TableFingerprint fingerprint = fingerprints.get(table);
            changes.put(
                    table,
                    new TableChange(
                            was,
                            was + added - found.surplus(),
                            added,
                            found.ending() + found.changed(),
                            found.surplus(),
                            fingerprint == null ? null : fingerprint.toString()));
        }
        if (ofTruth != null) {
            changes.put(AnswerKey.TABLE, ofTruth);
        }
        return changes;
    }

    OperationReport report(
            Outcome outcome,
            @Nullable Long runId,
            @Nullable String fingerprint,
            Map<Table, TableChange> changes,
            List<Check> checks,
            List<String> notes) {
        return new OperationReport(
                Runs.APPEND,
                outcome,
                runId,
                dataset.seed(),
                fingerprint,
                changes,
                Counts.sum(unmanaged),
                checks,
                notes);
    }
}
