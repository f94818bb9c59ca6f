package io.theforge.database.append;

import io.theforge.config.Operational;
import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.guard.RemovalChecks;
import io.theforge.database.guard.Strangers;
import io.theforge.database.load.BulkLoad;
import io.theforge.database.load.Chunk;
import io.theforge.database.load.Ids;
import io.theforge.database.load.NoLoad;
import io.theforge.database.load.PlannedCounts;
import io.theforge.database.load.SeriesPipeline;
import io.theforge.database.load.SmallTableLoad;
import io.theforge.database.load.TableTotals;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.ownership.RowsOfOthers;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.RecordedRun;
import io.theforge.database.record.Runs;
import io.theforge.database.record.SeriesStates;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.database.report.Verification;
import io.theforge.database.session.AppendSession;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.EssentialChecks;
import io.theforge.demand.DemandLimits;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operation {@code --append}: the dataset that is there goes on, all or nothing; ids and rows that are there stay. */
public final class Append {

    private final AppendSession session;
    private final Sql sql;
    private final AppendRequest request;
    private final AppendedTruth truth;
    private final Operational operational;
    private final Progress progress;
    private final Set<String> tables;
    private final RecordedRun recorded;
    private final AppendRange range;
    private final Plan after;
    private final Ownership ours;
    private final Ids keys;
    private final AppendDifferences differences;
    private final Map<Table, Long> before;
    private final Map<Table, Long> ofOthers;
    private final long others;
    private final Map<Table, TableTotals> made = new EnumMap<>(Table.class);
    private final Map<Table, Long> inserted = new EnumMap<>(Table.class);
    private final List<String> notes = new ArrayList<>();

    /** The rows of the days that are new; null when all are there. */
    private final @Nullable Plan fresh;

    /** Where each series stands at the end of the last day that is there; null when that is not known. */
    private final @Nullable StockStates states;

    private @Nullable StockStates statesAfter;

    private Append(
            Target target,
            AppendSession session,
            AppendRequest request,
            boolean truthWanted,
            Operational operational,
            Progress progress)
            throws SQLException {
        this.session = session;
        this.request = request;
        this.operational = operational;
        this.progress = progress;
        sql = session.sql();
        tables = target.tables(sql);
        recorded = RecordedRun.read(target, sql);
        range = AppendRange.of(recorded.config(), request);
        after = Plan.of(range.after());
        DemandLimits.check(after);
        fresh = range.adds() ? after.from(range.before().dateRange().days()) : null;
        ours = Runs.ownership(sql);
        RecordedRows.refuseGone(sql, ours, recorded.fingerprints());
        keys = DimensionIds.of(sql, after, ours);
        // stores and products have just been compared, code by code
        Strangers.refuse(Strangers.findFacts(sql, ours), tables);
        ofOthers = RowsOfOthers.count(sql, ours);
        others = Counts.sum(ofOthers);
        before = RowsOfOthers.withOurs(sql, ofOthers, recorded.fingerprints());
        differences = new AppendDifferences(session, range, ours, keys);
        differences.look(after.asOf(range.before()), after, operational, progress);
        states = range.reseeded() ? null : RecordedRun.states(sql, tables, after, keys);
        boolean keyMissing = truthWanted && AnswerKey.isMissing(sql, tables);
        truth = new AppendedTruth(keyMissing, recorded.truth(), truthWanted, range.reseeded(), after, fresh, states);
        if (fresh != null) {
            RowsOfOthers.refuseInTheWay(sql, ofOthers, fresh, states, ours, keys);
        }
    }

    public static OperationReport plan(Target target, AppendRequest request, boolean truth) throws SQLException {
        return run(target, request, truth, new Operational(Runtime.getRuntime().availableProcessors(), 1), null);
    }

    /**
     * @param truth whether the answer key is written where there is none
     * @param progress null to look only
     */
    public static OperationReport run(
            Target target, AppendRequest request, boolean truth, Operational operational, @Nullable Progress progress)
            throws SQLException {
        Instant startedAt = Instant.now();
        try (AppendSession session = target.openForAppending(progress != null)) {
            if (session == null) {
                throw RecordedRun.nothingThere(target);
            }
            target.checkTables(session.sql());
            if (EstimatedAppend.isMeant(target, session.sql())) {
                if (truth) {
                    throw new RefusedException(
                            "nobody knows the truth behind rows that the Forge did not make, as in " + target.name(),
                            "leave --truth out");
                }
                return EstimatedAppend.run(target, session, request, operational, progress, startedAt);
            }
            Append append = new Append(
                    target, session, request, truth, operational, progress == null ? new Unheard() : progress);
            return progress == null ? append.planned() : append.carriedOut(startedAt);
        }
    }

    private boolean isNothing() {
        return fresh == null && differences.areNothing() && truth.isNothing();
    }

    private OperationReport planned() throws SQLException {
        countNewRows();
        notes.addAll(ProductionMarks.notes(sql, tables));
        return report(isNothing() ? "unchanged" : "planned", null, null, changes(Map.of()), List.of());
    }

    private OperationReport carriedOut(Instant startedAt) throws SQLException {
        if (isNothing()) {
            return report("unchanged", null, recordedFingerprint(), changes(Map.of()), List.of());
        }
        if (differences.needConfirmation() && !request.confirmed()) {
            countNewRows();
            return report("refused", null, null, changes(Map.of()), List.of());
        }
        session.completeRecords();
        Ids ids = AppendedIds.reserve(session, fresh, differences);
        long runId = Runs.nextId(sql);
        if (fresh != null) {
            loadCalendar(fresh, runId);
        }
        differences.apply(ids);
        if (fresh != null) {
            dropIndexes(fresh);
            load(fresh, ids);
        }
        truth.load(session, AppendedIds.behindMissing(ids, keys, differences), operational, progress);
        progress.begin("checking references", null);
        session.restoreIndexes();
        progress.end();
        for (Table table : AppendedIds.TABLES) {
            if (!ids.block(table).isEmpty()) {
                session.restartIds(table, ids.block(table).last() + 1);
            }
        }
        Map<Table, TableFingerprint> fingerprints = fingerprints();
        String fingerprint = new DatasetFingerprint(fingerprints).toString();
        Map<Table, OperationReport.TableChange> changes = changes(fingerprints);
        List<Check> checks = operational.verify() ? checks(ids) : List.of();
        if (!new Verification(checks).passed()) {
            return report("failed", null, fingerprint, changes, checks);
        }
        Runs.record(sql, Runs.APPEND, runId, range.after(), startedAt, fingerprint, ids, changes);
        keepStates(runId);
        List<Check> lost = RemovalChecks.ofOthers(Runs.APPEND, sql, ofOthers);
        if (!lost.isEmpty()) {
            return report("failed", null, fingerprint, changes, lost);
        }
        differences.dropStages();
        progress.committing();
        session.commit();
        return report("completed", runId, fingerprint, changes, checks);
    }

    /** A run that restores rows leaves the series as they stood. */
    private void keepStates(long runId) throws SQLException {
        StockStates standing = statesAfter == null ? states : statesAfter;
        if (standing != null) {
            SeriesStates.keep(sql, runId, after, keys, standing);
        }
    }

    private void dropIndexes(Plan plan) throws SQLException {
        long rowsThere =
                before.getOrDefault(Table.SALES_DAILY, 0L) + before.getOrDefault(Table.INVENTORY_SNAPSHOT_DAILY, 0L);
        notes.addAll(session.dropIndexes(2 * AppendedIds.freshSize(plan), rowsThere));
    }

    private void countNewRows() throws SQLException {
        if (fresh != null) {
            int present = CalendarDates.present(sql, fresh, "true").size();
            inserted.put(Table.CALENDAR, (long) fresh.days() - present);
            PlannedCounts series = PlannedCounts.of(fresh, states);
            AppendedIds.SERIES.forEach(table -> inserted.put(table, series.ofAll(table)));
        }
        truth.count();
    }

    private void loadCalendar(Plan plan, long runId) throws SQLException {
        Map<Integer, Boolean> adopted = CalendarDates.adopt(sql, plan, runId);
        Map<Integer, Boolean> newlyAdopted = new HashMap<>(adopted);
        newlyAdopted.keySet().removeIf(day -> day < plan.epochDay(plan.firstNewDay()));
        notes.addAll(CalendarDates.notes(plan, newlyAdopted));
        try (BulkLoad<? extends Chunk> load = session.load(Table.CALENDAR, Table.CALENDAR.sqlName(), keys)) {
            TableTotals totals = SmallTableLoad.load(
                    plan, load, out -> new TableRows(plan).writeCalendar(day -> !adopted.containsKey(day), out));
            load.finish();
            inserted.put(Table.CALENDAR, totals.rows());
        }
    }

    private void load(Plan plan, Ids ids) throws SQLException {
        Ids direct = AppendedIds.behindMissing(ids, keys, differences);
        try (SeriesPipeline pipeline =
                new SeriesPipeline(plan, states, operational.workers(), operational.batchSize())) {
            for (Table table : AppendedIds.SERIES) {
                try (BulkLoad<? extends Chunk> load = session.load(table, table.sqlName(), direct)) {
                    progress.begin(table.sqlName(), AppendedIds.freshSize(plan));
                    TableTotals totals = pipeline.load(table, load, progress::advance);
                    load.finish();
                    made.put(table, totals);
                    inserted.put(table, totals.rows());
                    progress.end();
                }
            }
            statesAfter = pipeline.states();
        }
    }

    private List<Check> checks(Ids ids) throws SQLException {
        progress.begin("checking", null);
        List<Check> checks = new ArrayList<>();
        differences.check(checks);
        Ids direct = AppendedIds.behindMissing(ids, keys, differences);
        for (Map.Entry<Table, TableTotals> entry : made.entrySet()) {
            checks.add(EssentialChecks.table(sql, entry.getKey(), direct.block(entry.getKey()), entry.getValue()));
        }
        truth.check(sql, checks);
        checks.add(EssentialChecks.calendar(sql, after));
        progress.end();
        return checks;
    }

    /** Of the whole dataset: what is recorded and what was added, or all of it anew where rows that were there have changed. */
    private Map<Table, TableFingerprint> fingerprints() throws SQLException {
        Map<Table, TableFingerprint> fingerprints = ExtendedFingerprints.of(after, recorded.fingerprints(), made);
        if (!range.reseeded()) {
            return fingerprints;
        }
        try (SeriesPipeline pipeline = new SeriesPipeline(after, operational.workers(), operational.batchSize())) {
            for (Table table : AppendedIds.SERIES) {
                progress.begin("fingerprint of " + table.sqlName(), null);
                fingerprints.put(
                        table, pipeline.load(table, new NoLoad(), rows -> {}).fingerprint());
                progress.end();
            }
            statesAfter = pipeline.states();
        }
        return fingerprints;
    }

    private String recordedFingerprint() {
        return new DatasetFingerprint(recorded.fingerprints()).toString();
    }

    private Map<Table, OperationReport.TableChange> changes(Map<Table, TableFingerprint> fingerprints) {
        Map<Table, OperationReport.TableChange> changes = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            DiffCounts found = differences.of(table);
            long was = before.getOrDefault(table, 0L);
            long added = inserted.getOrDefault(table, 0L) + found.missing();
            TableFingerprint fingerprint = fingerprints.get(table);
            changes.put(
                    table,
                    new OperationReport.TableChange(
                            was,
                            was + added - found.surplus(),
                            added,
                            found.ending() + found.changed(),
                            found.surplus(),
                            fingerprint == null ? null : fingerprint.toString()));
        }
        OperationReport.TableChange ofTruth = truth.change();
        if (ofTruth != null) {
            changes.put(AnswerKey.TABLE, ofTruth);
        }
        return changes;
    }

    private OperationReport report(
            String outcome,
            @Nullable Long runId,
            @Nullable String fingerprint,
            Map<Table, OperationReport.TableChange> changes,
            List<Check> checks) {
        long seed = after.seedOf(Math.toIntExact(range.end().toEpochDay()) - after.firstEpochDay());
        return new OperationReport(Runs.APPEND, outcome, runId, seed, fingerprint, changes, others, checks, notes);
    }

    /** Looking needs no telling. */
    private static final class Unheard implements Progress {
        @Override
        public void begin(String step, @Nullable Long rows) {}

        @Override
        public void advance(long rows) {}

        @Override
        public void end() {}
    }
}
