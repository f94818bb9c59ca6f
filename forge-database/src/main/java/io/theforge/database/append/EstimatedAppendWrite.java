package io.theforge.database.append;

import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Runs;
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
import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** {@code --append} to somebody else's shop being carried out. */
final class EstimatedAppendWrite implements Write {
    private final EstimatedAppendPlan plan;
    private final EstimatedRows rows;
    private final AppendSession session;
    private final Progress progress;
    private final Sql sql;
    private final DaysToAppend days;
    private final List<String> notes;
    private final Map<Table, Long> inserted;
    private final Map<Table, TableTotals> made = new EnumMap<>(Table.class);
    private Ids ids = Ids.NONE;
    private long runId;

    EstimatedAppendWrite(EstimatedAppendPlan plan, AppendSession session, Progress progress) {
        this.plan = plan;
        this.session = session;
        this.progress = progress;
        rows = Objects.requireNonNull(plan.rows());
        sql = session.sql();
        days = plan.days();
        notes = new ArrayList<>(plan.notes());
        inserted = new EnumMap<>(plan.inserted());
    }

    @Override
    public void apply() throws SQLException {
        session.completeRecords();
        ids = reserve();
        runId = Runs.nextId(sql);
        Ids withKeys = rows.keys(ids.blocks());
        loadCalendar(withKeys);
        loadPromotions(withKeys);
        notes.addAll(session.dropIndexes(AppendedIds.seriesRows(inserted), AppendedIds.seriesRows(plan.rowsBefore())));
        for (Table table : AppendedIds.SERIES) {
            try (TableSink<? extends Chunk, SQLException> load = session.load(table, table.sqlName(), withKeys)) {
                progress.begin(table.sqlName(), inserted.get(table));
                made.put(table, rows.loadSeries(table, load, progress));
                load.finish();
                progress.end();
            }
        }
        AppendedIds.restoreIndexes(session, progress);
        AppendedIds.restart(session, ids);
    }

    private Ids reserve() throws SQLException {
        Map<Table, Ids.Block> blocks = new EnumMap<>(Table.class);
        if (answersForPromotions()) {
            blocks.put(
                    Table.PROMOTION,
                    AppendedIds.block(session, Table.PROMOTION, inserted.getOrDefault(Table.PROMOTION, 0L)));
        }
        for (Table table : AppendedIds.SERIES) {
            blocks.put(table, AppendedIds.block(session, table, inserted.getOrDefault(table, 0L)));
        }
        return new Ids(blocks);
    }

    /** Whether some are made now or have been. */
    private boolean answersForPromotions() {
        return inserted.getOrDefault(Table.PROMOTION, 0L) > 0
                || plan.recorded().fingerprints().containsKey(Table.PROMOTION);
    }

    private void loadPromotions(Ids withKeys) throws SQLException {
        if (inserted.getOrDefault(Table.PROMOTION, 0L) == 0) {
            return;
        }
        try (TableSink<? extends Chunk, SQLException> load =
                session.load(Table.PROMOTION, Table.PROMOTION.sqlName(), withKeys)) {
            made.put(Table.PROMOTION, rows.loadPromotions(load));
            load.finish();
        }
    }

    private void loadCalendar(Ids withKeys) throws SQLException {
        Set<Integer> there =
                CalendarDates.adopt(sql, days.start(), days.end(), runId).keySet();
        try (TableSink<? extends Chunk, SQLException> load =
                session.load(Table.CALENDAR, Table.CALENDAR.sqlName(), withKeys)) {
            TableTotals totals = rows.loadCalendar(load, there);
            load.finish();
            made.put(Table.CALENDAR, totals);
            inserted.put(Table.CALENDAR, totals.rows());
        }
    }

    @Override
    public List<Check> check() throws SQLException {
        List<Check> checks = new ArrayList<>();
        if (!plan.request().operational().verify()) {
            return checks;
        }
        checks.add(EssentialChecks.calendar(sql, days.start(), days.end()));
        for (Table table : Table.SEVEN) {
            TableTotals totals = made.get(table);
            if (totals != null && table != Table.CALENDAR) {
                checks.add(EssentialChecks.table(sql, table, ids.block(table), totals));
            }
        }
        return checks;
    }

    @Override
    public void record(Instant startedAt) throws SQLException {
        Map<Table, String> fingerprints = fingerprints();
        // only of what it answers for: stores, products and prices are not ours
        Map<Table, TableChange> answeredFor = new EnumMap<>(plan.changes(inserted, fingerprints));
        answeredFor
                .keySet()
                .removeIf(table -> table != Table.CALENDAR
                        && !table.isSeries()
                        && !(table == Table.PROMOTION && answersForPromotions()));
        Runs.Made by = new Runs.Made(days.seed(), explanation(), days.start(), days.end());
        String fingerprint = DatasetFingerprint.ofTables(fingerprints);
        Runs.record(sql, Runs.APPEND, runId, by, startedAt, fingerprint, ids, answeredFor);
    }

    /** What stands in the record instead of a configuration. */
    private String explanation() {
        StringBuilder text = new StringBuilder("# Run " + runId + " appended " + days.start() + " to " + days.end()
                + " to rows that the Forge did not make:\n");
        notes.forEach(
                note -> text.append("# ").append(note.replaceAll("\\R", " ")).append('\n'));
        return text.append("# No configuration makes these days. On the rows as they were before, this does:\n")
                .append("#   ./forge --append --start-date " + days.start() + " --end-date " + days.end() + " --seed "
                        + days.seed() + "\n")
                .toString();
    }

    /** Of all rows of ours: what is recorded and what was added. */
    private Map<Table, String> fingerprints() {
        Map<Table, String> fingerprints = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            TableFingerprint whole =
                    TableFingerprint.parse(plan.recorded().fingerprints().getOrDefault(table, RecordedRows.NO_ROWS));
            TableTotals added = made.get(table);
            if (added != null) {
                whole.add(added.fingerprint());
            }
            fingerprints.put(table, whole.toString());
        }
        return fingerprints;
    }

    @Override
    public Map<Table, Long> unmanagedRows() {
        return plan.unmanaged();
    }

    @Override
    public OperationReport report(Outcome outcome, List<Check> checks) {
        Map<Table, String> fingerprints = fingerprints();
        return plan.report(
                outcome,
                outcome == Outcome.COMPLETED ? runId : null,
                DatasetFingerprint.ofTables(fingerprints),
                plan.changes(inserted, fingerprints),
                checks,
                notes);
    }
}
