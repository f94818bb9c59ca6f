package io.theforge.database.replace;

import io.theforge.config.Operational;
import io.theforge.database.delete.Delete;
import io.theforge.database.guard.DependencyChecks;
import io.theforge.database.guard.RemovalChecks;
import io.theforge.database.guard.Strangers;
import io.theforge.database.load.BulkLoad;
import io.theforge.database.load.Chunk;
import io.theforge.database.load.Ids;
import io.theforge.database.load.SeriesPipeline;
import io.theforge.database.load.SmallTableLoad;
import io.theforge.database.load.TableTotals;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.ownership.RowsOfOthers;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.IdReservation;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Runs;
import io.theforge.database.record.SeriesStates;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Progress;
import io.theforge.database.report.Verification;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.EssentialChecks;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operation {@code --full-new}: replaces the dataset of earlier runs by a plan's, all or nothing. */
public final class FullNew {

    private final Target target;
    private final Plan plan;
    private final Operational operational;
    private final Progress progress;
    private final boolean includeUnmanaged;
    private final List<Table> tables;
    private final TableRows rows;
    private final Map<Table, TableTotals> made = new EnumMap<>(Table.class);
    private final List<String> notes = new ArrayList<>();

    /**
     * @param includeUnmanaged whether rows go that somebody else made
     * @param withTruth whether the answer key is written too
     */
    public FullNew(
            Target target,
            Plan plan,
            Operational operational,
            Progress progress,
            boolean includeUnmanaged,
            boolean withTruth) {
        this.target = target;
        this.plan = plan;
        this.operational = operational;
        this.progress = progress;
        this.includeUnmanaged = includeUnmanaged;
        tables = withTruth ? List.of(Table.values()) : Table.SEVEN;
        rows = new TableRows(plan);
    }

    public OperationReport run() throws SQLException {
        Instant startedAt = Instant.now();
        try (LoadSession session = target.openForReplacing()) {
            target.checkTables(session.sql());
            session.createTables();
            Ownership ours = Runs.ownership(session.sql());
            Ownership going = includeUnmanaged ? Ownership.EVERYTHING : ours;
            if (!includeUnmanaged) {
                Strangers.refuse(session.sql(), ours, target.tables(session.sql()));
            }
            DependencyChecks.checkReplacing(target, session.sql(), plan, going);
            Map<Table, Long> before = Counts.all(session.sql());
            if (includeUnmanaged) {
                notes.addAll(unmanagedNotes(before, Counts.ours(session.sql(), ours)));
            }
            Set<String> present = target.tables(session.sql());
            before.put(AnswerKey.TABLE, AnswerKey.rows(session.sql(), present));
            if (tables.contains(AnswerKey.TABLE) && AnswerKey.isMissing(session.sql(), present)) {
                session.createAnswerKey();
            }
            Ids ids = IdReservation.reserve(session, plan, ours);

            step("preparing", () -> notes.addAll(session.dropIndexes(newRows(), rowsStaying(session.sql(), going))));
            Map<Table, Long> removed = new EnumMap<>(Table.class);
            step("removing the earlier dataset", () -> removed.putAll(session.removeOurs(going)));
            CalendarDates.forgetUnlessOurs(session.sql(), ours);
            if (!includeUnmanaged) {
                RecordedRows.refuseMore(session.sql(), removed);
            }
            List<Check> checks = new ArrayList<>(removalChecks(session.sql(), before, removed, going));
            if (!new Verification(checks).passed()) {
                Map<Table, OperationReport.TableChange> none = new EnumMap<>(Table.class);
                return report("failed", null, null, none, Counts.sum(before) - Counts.sum(removed), checks);
            }
            checks.clear();
            long runId = Runs.nextId(session.sql());
            Map<Integer, Boolean> adopted = CalendarDates.adopt(session.sql(), plan, runId);
            notes.addAll(CalendarDates.notes(plan, adopted));
            StockStates states = load(session, ids, adopted);
            step("building indexes and checking references", session::restoreIndexes);
            for (Table table : Table.SEVEN) {
                if (table.hasId()) {
                    session.restartIds(table, ids.block(table).last() + 1);
                }
            }
            if (operational.verify()) {
                step("checking", () -> checks.addAll(EssentialChecks.run(session.sql(), plan, ids, made)));
            }

            Map<Table, TableFingerprint> fingerprints = fingerprints();
            String fingerprint = new DatasetFingerprint(fingerprints).toString();
            Map<Table, OperationReport.TableChange> changes = changes(before, removed, fingerprints);
            long unmanaged = Counts.sum(before) - Counts.sum(removed);
            if (!new Verification(checks).passed()) {
                return report("failed", null, fingerprint, changes, unmanaged, checks);
            }
            Runs.markReplaced(session.sql());
            Runs.record(session.sql(), Runs.FULL_NEW, runId, plan.config(), startedAt, fingerprint, ids, changes);
            SeriesStates.keep(session.sql(), runId, plan, ids, states);
            Map<Table, Long> others = new EnumMap<>(before);
            removed.forEach((table, rows) -> others.merge(table, -rows, Long::sum));
            List<Check> lost = RemovalChecks.ofOthers(Runs.FULL_NEW, session.sql(), others);
            if (!lost.isEmpty()) {
                return report("failed", null, fingerprint, changes, unmanaged, lost);
            }
            progress.committing();
            session.commit();
            return report("completed", runId, fingerprint, changes, unmanaged, checks);
        }
    }

    /** None of ours is left but dates that others hold on to. */
    private static List<Check> removalChecks(
            Sql sql, Map<Table, Long> before, Map<Table, Long> removed, Ownership going) throws SQLException {
        Map<Table, Long> toGo = new EnumMap<>(removed);
        List<Table> withIds = Table.SEVEN.stream().filter(Table::hasId).toList();
        Counts.ours(sql, withIds, going).forEach((table, left) -> toGo.merge(table, left, Long::sum));
        return RemovalChecks.run(Runs.FULL_NEW, sql, removed.keySet(), before, toGo, removed);
    }

    private long newRows() {
        return 2 * IdReservation.size(plan, Table.SALES_DAILY);
    }

    private static long rowsStaying(Sql sql, Ownership going) throws SQLException {
        if (going.everything()) {
            return 0;
        }
        Map<Table, Long> others = RowsOfOthers.count(sql, going);
        return others.getOrDefault(Table.SALES_DAILY, 0L) + others.getOrDefault(Table.INVENTORY_SNAPSHOT_DAILY, 0L);
    }

    /** What goes although the Forge did not make it. */
    static List<String> unmanagedNotes(Map<Table, Long> all, Map<Table, Long> ours) {
        String named = Counts.named(all, ours);
        return named.isEmpty() ? List.of() : List.of("rows that the Forge did not make are included: " + named);
    }

    /** @return where each series stands at the end */
    private StockStates load(LoadSession session, Ids ids, Map<Integer, Boolean> adopted) throws SQLException {
        try (SeriesPipeline pipeline = new SeriesPipeline(plan, operational.workers(), operational.batchSize())) {
            for (Table table : tables) {
                try (BulkLoad<? extends Chunk> load = session.load(table, ids)) {
                    progress.begin(table.sqlName(), table.isSeries() ? IdReservation.size(plan, table) : null);
                    made.put(table, load(table, load, pipeline, adopted));
                    progress.end();
                }
            }
            return pipeline.states();
        }
    }

    private <C extends Chunk> TableTotals load(
            Table table, BulkLoad<C> load, SeriesPipeline pipeline, Map<Integer, Boolean> adopted) throws SQLException {
        TableTotals totals;
        if (table.isSeries()) {
            totals = pipeline.load(table, load, progress::advance);
        } else {
            totals = SmallTableLoad.load(plan, load, out -> {
                if (table == Table.CALENDAR) {
                    rows.writeCalendar(epochDay -> !adopted.containsKey(epochDay), out);
                } else {
                    rows.write(table, out);
                }
            });
            progress.advance(totals.rows());
        }
        load.finish();
        return totals;
    }

    /** Adopted dates count as planned. */
    private Map<Table, TableFingerprint> fingerprints() {
        Map<Table, TableFingerprint> fingerprints = new EnumMap<>(Table.class);
        made.forEach((table, totals) -> fingerprints.put(table, totals.fingerprint()));
        FingerprintWriter calendar = new FingerprintWriter(plan);
        rows.write(Table.CALENDAR, calendar);
        fingerprints.put(Table.CALENDAR, calendar.fingerprint());
        return fingerprints;
    }

    private Map<Table, OperationReport.TableChange> changes(
            Map<Table, Long> before, Map<Table, Long> removed, Map<Table, TableFingerprint> fingerprints) {
        Map<Table, OperationReport.TableChange> changes = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            long was = before.getOrDefault(table, 0L);
            long gone = removed.getOrDefault(table, 0L);
            TableTotals totals = made.get(table);
            if (totals != null) {
                String fingerprint = String.valueOf(fingerprints.get(table));
                changes.put(table, change(was, gone, totals.rows(), fingerprint));
            } else if (gone > 0) {
                changes.put(table, change(was, gone, 0, Delete.NO_ROWS));
            }
        }
        return changes;
    }

    private static OperationReport.TableChange change(long was, long gone, long added, String fingerprint) {
        return new OperationReport.TableChange(was, was - gone + added, added, 0, gone, fingerprint);
    }

    private OperationReport report(
            String outcome,
            @Nullable Long runId,
            @Nullable String fingerprint,
            Map<Table, OperationReport.TableChange> changes,
            long unmanaged,
            List<Check> checks) {
        return new OperationReport(
                Runs.FULL_NEW, outcome, runId, plan.config().seed(), fingerprint, changes, unmanaged, checks, notes);
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
