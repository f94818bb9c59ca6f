package io.theforge.database.replace;

import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.UnmanagedRows;
import io.theforge.database.record.DatasetRecord;
import io.theforge.database.record.IdReservation;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Runs;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.OperationReport.TableChange;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.session.LoadSession;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.EssentialChecks;
import io.theforge.database.write.Write;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.sink.Ids;
import io.theforge.sink.TableTotals;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code --full-new} being carried out: the earlier dataset goes, is checked to be gone, and the plan's comes. */
final class FullNewWrite implements Write {
    private final FullNewPlan plan;
    private final LoadSession session;
    private final Progress progress;
    private final Sql sql;
    private final Plan dataset;
    private final DatasetLoad load;
    private final List<String> notes;
    private final Map<Table, Long> removed = new EnumMap<>(Table.class);
    private List<Check> removalFailures = List.of();
    private Ids ids = Ids.NONE;
    private long runId;

    FullNewWrite(FullNewPlan plan, LoadSession session, Progress progress) {
        this.plan = plan;
        this.session = session;
        this.progress = progress;
        sql = session.sql();
        dataset = plan.request().plan();
        load = new DatasetLoad(plan.request(), session, progress);
        notes = new ArrayList<>(plan.notes());
    }

    @Override
    public void apply() throws SQLException {
        if (plan.request().withTruth() && !plan.hasAnswerKey()) {
            session.createAnswerKey();
        }
        ids = IdReservation.reserve(session, dataset, plan.ours());
        step("preparing", () -> notes.addAll(session.dropIndexes(newRows(), rowsStaying())));
        step("removing the earlier dataset", () -> removed.putAll(session.removeOurs(plan.going())));
        CalendarDates.forgetUnlessOurs(sql, plan.ours());
        if (!plan.request().includeUnmanaged()) {
            RecordedRows.refuseMore(sql, removed);
        }
        removalFailures = RemovedDataset.failures(sql, plan, removed);
        if (!removalFailures.isEmpty()) {
            return;
        }
        runId = Runs.nextId(sql);
        Map<Integer, Boolean> adopted = CalendarDates.adopt(sql, dataset, runId);
        notes.addAll(CalendarDates.notes(dataset, adopted));
        load.run(ids, adopted.keySet());
        step("building indexes and checking references", session::restoreIndexes);
        for (Table table : Table.SEVEN) {
            if (table.hasId()) {
                session.restartIds(table, ids.block(table).last() + 1);
            }
        }
    }

    private long newRows() {
        return 2 * IdReservation.size(dataset, Table.SALES_DAILY);
    }

    private long rowsStaying() throws SQLException {
        if (plan.going().everything()) {
            return 0;
        }
        Map<Table, Long> others = UnmanagedRows.count(sql, plan.going());
        return others.getOrDefault(Table.SALES_DAILY, 0L) + others.getOrDefault(Table.INVENTORY_SNAPSHOT_DAILY, 0L);
    }

    @Override
    public List<Check> check() throws SQLException {
        if (!removalFailures.isEmpty() || !plan.request().operational().verify()) {
            return removalFailures;
        }
        List<Check> checks = new ArrayList<>();
        step("checking", () -> checks.addAll(EssentialChecks.run(sql, dataset, ids, load.made())));
        return checks;
    }

    @Override
    public void record(Instant startedAt) throws SQLException {
        Runs.markReplaced(sql);
        Map<Table, TableFingerprint> fingerprints = fingerprints();
        DatasetRecord.write(sql, runId, dataset, startedAt, ids, fingerprints, changes(fingerprints), load.states());
    }

    @Override
    public Map<Table, Long> unmanagedRows() {
        Map<Table, Long> others = new EnumMap<>(plan.before());
        removed.forEach((table, rows) -> others.merge(table, -rows, Long::sum));
        return others;
    }

    @Override
    public OperationReport report(Outcome outcome, List<Check> checks) {
        long unmanaged = Counts.sum(plan.before()) - Counts.sum(removed);
        if (!removalFailures.isEmpty()) {
            return plan.report(outcome, null, null, new EnumMap<>(Table.class), unmanaged, checks, notes);
        }
        Map<Table, TableFingerprint> fingerprints = fingerprints();
        return plan.report(
                outcome,
                outcome == Outcome.COMPLETED ? runId : null,
                new DatasetFingerprint(fingerprints).toString(),
                changes(fingerprints),
                unmanaged,
                checks,
                notes);
    }

    /** Adopted dates count as planned. */
    private Map<Table, TableFingerprint> fingerprints() {
        Map<Table, TableFingerprint> fingerprints = new EnumMap<>(Table.class);
        load.made().forEach((table, totals) -> fingerprints.put(table, totals.fingerprint()));
        FingerprintWriter calendar = new FingerprintWriter(dataset);
        new TableRows(dataset).write(Table.CALENDAR, calendar);
        fingerprints.put(Table.CALENDAR, calendar.fingerprint());
        return fingerprints;
    }

    private Map<Table, TableChange> changes(Map<Table, TableFingerprint> fingerprints) {
        Map<Table, TableChange> changes = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            long was = plan.before().getOrDefault(table, 0L);
            long gone = removed.getOrDefault(table, 0L);
            TableTotals totals = load.made().get(table);
            if (totals != null) {
                changes.put(table, TableChange.of(was, totals.rows(), gone, String.valueOf(fingerprints.get(table))));
            } else if (gone > 0) {
                changes.put(table, TableChange.of(was, 0, gone, RecordedRows.NO_ROWS));
            }
        }
        return changes;
    }

    private interface Step {
        void run() throws SQLException;
    }

    private void step(String name, Step step) throws SQLException {
        progress.begin(name, null);
        step.run();
        progress.end();
    }
}
