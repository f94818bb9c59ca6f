package io.theforge.database.append;

import io.theforge.config.model.Operational;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.record.Runs;
import io.theforge.database.record.SeriesStates;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.OperationReport.TableChange;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.session.AppendSession;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.EssentialChecks;
import io.theforge.database.write.Write;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.sink.SeriesPipeline;
import io.theforge.sink.SmallTableLoad;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code --append} to a dataset of ours being carried out: differences first, then the days that are new. */
final class AppendWrite implements Write {
    private final AppendPlan plan;
    private final ExtendedDataset dataset;
    private final AppendSession session;
    private final Progress progress;
    private final Operational operational;
    private final Sql sql;
    private final List<String> notes = new ArrayList<>();
    private final Map<Table, TableTotals> made = new EnumMap<>(Table.class);
    private final Map<Table, Long> inserted = new EnumMap<>(Table.class);
    private Map<Table, TableFingerprint> fingerprints = Map.of();
    private Ids ids = Ids.NONE;
    private long runId;
    private @Nullable TableTotals truthMade;

    /** Where each series stands at the end; null when that is not known. A run that only restores rows leaves them as they stood. */
    private @Nullable StockStates states;

    AppendWrite(AppendPlan plan, AppendSession session, Progress progress) {
        this.plan = plan;
        this.session = session;
        this.progress = progress;
        dataset = plan.dataset();
        operational = plan.request().operational();
        sql = session.sql();
        states = plan.states();
    }

    @Override
    public void apply() throws SQLException {
        session.completeRecords();
        ids = AppendedIds.reserve(session, dataset.fresh(), plan.differences());
        runId = Runs.nextId(sql);
        if (dataset.fresh() != null) {
            loadCalendar(dataset.fresh());
        }
        plan.differences().apply(ids);
        if (dataset.fresh() != null) {
            notes.addAll(session.dropIndexes(
                    2 * AppendedIds.freshSize(dataset.fresh()), AppendedIds.seriesRows(plan.rowsBefore())));
            loadSeries(dataset.fresh());
        }
        truthMade = plan.truth().load(session, idsOfNewDays(), operational, progress);
        AppendedIds.restoreIndexes(session, progress);
        AppendedIds.restart(session, ids);
        fingerprints = fingerprints();
    }

    private Ids idsOfNewDays() {
        return AppendedIds.behindMissing(ids, dataset.ids(), plan.differences());
    }

    private void loadCalendar(Plan fresh) throws SQLException {
        Map<Integer, Boolean> adopted = CalendarDates.adopt(sql, fresh, runId);
        Map<Integer, Boolean> newlyAdopted = new HashMap<>(adopted);
        newlyAdopted.keySet().removeIf(day -> day < fresh.epochDay(fresh.firstNewDay()));
        notes.addAll(CalendarDates.notes(fresh, newlyAdopted));
        try (TableSink<? extends Chunk, SQLException> load =
                session.load(Table.CALENDAR, Table.CALENDAR.sqlName(), dataset.ids())) {
            TableTotals totals = SmallTableLoad.load(
                    fresh, load, out -> new TableRows(fresh).writeCalendar(day -> !adopted.containsKey(day), out));
            load.finish();
            inserted.put(Table.CALENDAR, totals.rows());
        }
    }

    private void loadSeries(Plan fresh) throws SQLException {
        Ids direct = idsOfNewDays();
        try (SeriesPipeline pipeline =
                new SeriesPipeline(fresh, plan.states(), operational.workers(), operational.batchSize())) {
            for (Table table : AppendedIds.SERIES) {
                try (TableSink<? extends Chunk, SQLException> load = session.load(table, table.sqlName(), direct)) {
                    progress.begin(table.sqlName(), AppendedIds.freshSize(fresh));
                    TableTotals totals = pipeline.load(table, load, progress::advance);
                    load.finish();
                    made.put(table, totals);
                    inserted.put(table, totals.rows());
                    progress.end();
                }
            }
            states = pipeline.states();
        }
    }

    /** Of the whole dataset: what is recorded and what was added, or all of it anew where rows that were there have changed. */
    private Map<Table, TableFingerprint> fingerprints() throws SQLException {
        if (!dataset.range().reseeded()) {
            return ExtendedFingerprints.of(dataset.after(), dataset.run().fingerprints(), made);
        }
        try (SeriesPipeline pipeline =
                new SeriesPipeline(dataset.after(), operational.workers(), operational.batchSize())) {
            Map<Table, TableFingerprint> all = ExtendedFingerprints.anew(dataset.after(), pipeline, progress);
            states = pipeline.states();
            return all;
        }
    }

    @Override
    public List<Check> check() throws SQLException {
        List<Check> checks = new ArrayList<>();
        if (!operational.verify()) {
            return checks;
        }
        progress.begin("checking", null);
        plan.differences().check(checks);
        Ids direct = idsOfNewDays();
        for (Map.Entry<Table, TableTotals> entry : made.entrySet()) {
            checks.add(EssentialChecks.table(sql, entry.getKey(), direct.block(entry.getKey()), entry.getValue()));
        }
        plan.truth().check(sql, truthMade, checks);
        checks.add(EssentialChecks.calendar(sql, dataset.after()));
        progress.end();
        return checks;
    }

    @Override
    public void record(Instant startedAt) throws SQLException {
        Runs.record(sql, Runs.APPEND, runId, dataset.range().after(), startedAt, fingerprint(), ids, changes());
        if (states != null) {
            SeriesStates.keep(sql, runId, dataset.after(), dataset.ids(), states);
        }
        plan.differences().dropStages();
    }

    @Override
    public Map<Table, Long> unmanagedRows() {
        return plan.unmanaged();
    }

    @Override
    public OperationReport report(Outcome outcome, List<Check> checks) {
        return plan.report(
                outcome, outcome == Outcome.COMPLETED ? runId : null, fingerprint(), changes(), checks, notes);
    }

    private String fingerprint() {
        return new DatasetFingerprint(fingerprints).toString();
    }

    private Map<Table, TableChange> changes() {
        long truthRows = truthMade == null ? 0 : truthMade.rows();
        return plan.changes(inserted, fingerprints, plan.truth().change(truthRows, truthMade));
    }
}
