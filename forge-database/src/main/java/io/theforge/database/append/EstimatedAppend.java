package io.theforge.database.append;

import io.theforge.config.Operational;
import io.theforge.database.delete.Delete;
import io.theforge.database.estimate.Estimates;
import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.guard.RemovalChecks;
import io.theforge.database.guard.Strangers;
import io.theforge.database.load.BulkLoad;
import io.theforge.database.load.Chunk;
import io.theforge.database.load.Ids;
import io.theforge.database.load.TableTotals;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.ownership.RowsOfOthers;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Runs;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.database.report.Verification;
import io.theforge.database.session.AppendSession;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.EssentialChecks;
import io.theforge.database.verify.RecordedDataset;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operation {@code --append} where somebody else has entered the shop and its sales: its last weeks tell what the next ones
 * look like. Rows that are there stay as they are; those that come are ours, and nothing else is.
 */
final class EstimatedAppend {
    private final Target target;
    private final AppendSession session;
    private final Sql sql;
    private final Operational operational;
    private final Set<String> tables;
    private final Ownership ours;
    private final RecordedDataset recorded;
    private final Map<Table, Long> before;
    private final Map<Table, Long> ofOthers;
    private final long others;
    private final DaysToAppend days;
    private final Map<Table, Long> inserted = Counts.none();
    private final Map<Table, TableTotals> made = new EnumMap<>(Table.class);
    private final List<String> notes = new ArrayList<>();

    private EstimatedAppend(Target target, AppendSession session, AppendRequest request, Operational operational)
            throws SQLException {
        this.target = target;
        this.session = session;
        this.operational = operational;
        sql = session.sql();
        tables = target.tables(sql);
        boolean hasRuns = tables.contains("forge_run");
        ours = hasRuns ? Runs.ownership(sql) : Ownership.NONE;
        recorded = hasRuns ? RecordedDataset.read(sql, ours) : RecordedDataset.NONE;
        before = Counts.all(sql);
        Map<Table, Long> own = hasRuns ? Counts.ours(sql, ours) : Counts.none();
        ofOthers = new EnumMap<>(before);
        own.forEach((table, rows) -> ofOthers.merge(table, -rows, Long::sum));
        others = Counts.sum(ofOthers);
        if (hasRuns) {
            RecordedRows.refuseOther(sql, own);
            Strangers.refuse(sql, ours, tables);
        }
        days = DaysToAppend.of(sql, hasRuns, request);
    }

    /** Whether there are sales, and no dataset of ours that would go on. */
    static boolean isMeant(Target target, Sql sql) throws SQLException {
        Set<String> present = target.tables(sql);
        if (!present.contains(Table.SALES_DAILY.sqlName())) {
            return false;
        }
        boolean dataset = present.contains("forge_run") && sql.number("""
                        SELECT count(*) FROM forge_run_table t JOIN forge_run r ON r.id = t.run_id
                        WHERE NOT t.replaced AND t.table_name = 'store' AND r.operation <> 'delete'""") > 0;
        return !dataset && sql.number("SELECT count(*) FROM (SELECT 1 FROM sales_daily LIMIT 1) s") > 0;
    }

    /** @param progress null to look only */
    static OperationReport run(
            Target target,
            AppendSession session,
            AppendRequest request,
            Operational operational,
            @Nullable Progress progress,
            Instant startedAt)
            throws SQLException {
        EstimatedAppend append = new EstimatedAppend(target, session, request, operational);
        if (append.days.areThere()) {
            String fingerprint = progress == null ? null : append.recorded.fingerprint();
            return append.report("unchanged", null, fingerprint, append.changes(Map.of()), List.of());
        }
        Estimates estimates = append.estimates();
        EstimatedRows rows = new EstimatedRows(estimates, append.days);
        append.refuseInTheWay(rows);
        append.inserted.putAll(rows.count());
        if (progress == null) {
            append.notes.addAll(ProductionMarks.notes(append.sql, append.tables));
            return append.planned();
        }
        return append.carriedOut(rows, progress, startedAt);
    }

    private Estimates estimates() throws SQLException {
        Estimates estimates = Estimates.read(sql, days.firstEpochDay() - 1);
        LocalDate levelStart = LocalDate.ofEpochDay(estimates.window().levelStart());
        LocalDate last = days.start().minusDays(1);
        if (estimates.pairs().isEmpty()) {
            throw new RefusedException(
                    "nothing has been sold in " + target.name() + " from " + levelStart + " to " + last
                            + ": there are no weeks to go on from",
                    "enter sales up to the day from which it is to go on");
        }
        String leftOut =
                estimates.leftOut() == 0 ? "none left out" : estimates.leftOut() + " left out that no longer sell";
        notes.add("weekly profile and zero share estimated from the rows of "
                + LocalDate.ofEpochDay(estimates.window().profileStart()) + " to " + last
                + ", levels and prices from those since "
                + levelStart + ", for " + estimates.pairs().size() + " store-product pairs, " + leftOut);
        long stocked =
                estimates.pairs().stream().filter(pair -> pair.stock() != null).count();
        if (stocked > 0) {
            notes.add("inventory goes on from the last snapshots of " + stocked + " pairs");
        }
        return estimates;
    }

    /** Snapshots may have been taken since the last sale; one that stands where one is to come cannot be passed by. */
    private void refuseInTheWay(EstimatedRows rows) throws SQLException {
        sql.each(
                row -> {
                    LocalDate date = row.getObject(4, LocalDate.class);
                    if (rows.hasSnapshot(row.getInt(2), row.getInt(3), Math.toIntExact(date.toEpochDay()))) {
                        throw new RefusedException(
                                "inventory_snapshot_daily holds a snapshot that the Forge did not make where one of its own"
                                        + " would come (id " + row.getLong(1) + ", " + date
                                        + "); nothing has been changed",
                                RowsOfOthers.roomBefore(date, days.start()) + "enter the sales up to " + date
                                        + " too, or remove that snapshot");
                    }
                },
                "SELECT id, store_id, product_id, date FROM inventory_snapshot_daily WHERE date BETWEEN ? AND ?"
                        + " ORDER BY date, id",
                days.start(),
                days.end());
    }

    private OperationReport planned() throws SQLException {
        int there = CalendarDates.present(sql, days.start(), days.end(), "true").size();
        inserted.put(Table.CALENDAR, (long) days.count() - there);
        return report("planned", null, null, changes(Map.of()), List.of());
    }

    private OperationReport carriedOut(EstimatedRows rows, Progress progress, Instant startedAt) throws SQLException {
        session.completeRecords();
        Ids ids = reserve();
        long runId = Runs.nextId(sql);
        Ids keys = rows.keys(ids.blocks());
        loadCalendar(rows, keys, runId);
        long newRows = inserted.getOrDefault(Table.SALES_DAILY, 0L)
                + inserted.getOrDefault(Table.INVENTORY_SNAPSHOT_DAILY, 0L);
        notes.addAll(session.dropIndexes(
                newRows,
                before.getOrDefault(Table.SALES_DAILY, 0L) + before.getOrDefault(Table.INVENTORY_SNAPSHOT_DAILY, 0L)));
        for (Table table : AppendedIds.SERIES) {
            try (BulkLoad<? extends Chunk> load = session.load(table, table.sqlName(), keys)) {
                progress.begin(table.sqlName(), inserted.get(table));
                made.put(table, rows.loadSeries(table, load, progress));
                load.finish();
                progress.end();
            }
        }
        progress.begin("checking references", null);
        session.restoreIndexes();
        progress.end();
        for (Table table : AppendedIds.SERIES) {
            if (!ids.block(table).isEmpty()) {
                session.restartIds(table, ids.block(table).last() + 1);
            }
        }
        return recorded(runId, ids, startedAt, progress);
    }

    private OperationReport recorded(long runId, Ids ids, Instant startedAt, Progress progress) throws SQLException {
        Map<Table, String> fingerprints = fingerprints();
        String fingerprint = DatasetFingerprint.ofTables(fingerprints);
        Map<Table, OperationReport.TableChange> changes = changes(fingerprints);
        List<Check> checks = operational.verify() ? checks(ids) : List.of();
        if (!new Verification(checks).passed()) {
            return report("failed", null, fingerprint, changes, checks);
        }
        // only of what it answers for: stores, products, prices and promotions are not ours
        Map<Table, OperationReport.TableChange> answeredFor = new EnumMap<>(changes);
        answeredFor.keySet().removeIf(table -> table != Table.CALENDAR && !table.isSeries());
        Runs.Made rows = new Runs.Made(days.seed(), explanation(runId), days.start(), days.end());
        Runs.record(sql, Runs.APPEND, runId, rows, startedAt, fingerprint, ids, answeredFor);
        List<Check> lost = RemovalChecks.ofOthers(Runs.APPEND, sql, ofOthers);
        if (!lost.isEmpty()) {
            return report("failed", null, fingerprint, changes, lost);
        }
        progress.committing();
        session.commit();
        return report("completed", runId, fingerprint, changes, checks);
    }

    private Ids reserve() throws SQLException {
        Map<Table, Ids.Block> blocks = new EnumMap<>(Table.class);
        for (Table table : AppendedIds.SERIES) {
            blocks.put(table, AppendedIds.block(session, table, inserted.getOrDefault(table, 0L)));
        }
        return new Ids(blocks);
    }

    private void loadCalendar(EstimatedRows rows, Ids keys, long runId) throws SQLException {
        Map<Integer, Boolean> there = CalendarDates.adopt(sql, days.start(), days.end(), runId);
        try (BulkLoad<? extends Chunk> load = session.load(Table.CALENDAR, Table.CALENDAR.sqlName(), keys)) {
            TableTotals totals = rows.loadCalendar(load, there.keySet());
            load.finish();
            made.put(Table.CALENDAR, totals);
            inserted.put(Table.CALENDAR, totals.rows());
        }
    }

    /** Of all rows of ours: what is recorded and what was added. */
    private Map<Table, String> fingerprints() {
        Map<Table, String> fingerprints = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            TableFingerprint whole =
                    TableFingerprint.parse(recorded.fingerprints().getOrDefault(table, Delete.NO_ROWS));
            TableTotals added = made.get(table);
            if (added != null) {
                whole.add(added.fingerprint());
            }
            fingerprints.put(table, whole.toString());
        }
        return fingerprints;
    }

    private List<Check> checks(Ids ids) throws SQLException {
        List<Check> checks = new ArrayList<>();
        checks.add(EssentialChecks.calendar(sql, days.start(), days.end()));
        for (Table table : AppendedIds.SERIES) {
            TableTotals totals = made.get(table);
            if (totals != null) {
                checks.add(EssentialChecks.table(sql, table, ids.block(table), totals));
            }
        }
        return checks;
    }

    /** What stands in the record instead of a configuration. */
    private String explanation(long runId) {
        StringBuilder text = new StringBuilder("# Run " + runId + " appended " + days.start() + " to " + days.end()
                + " to rows that the Forge did not make:\n");
        notes.forEach(
                note -> text.append("# ").append(note.replaceAll("\\R", " ")).append('\n'));
        return text.append("# No configuration makes these days. On the rows as they were before, this does:\n")
                .append("#   ./forge --append --start-date " + days.start() + " --end-date " + days.end() + " --seed "
                        + days.seed() + "\n")
                .toString();
    }

    private Map<Table, OperationReport.TableChange> changes(Map<Table, String> fingerprints) {
        Map<Table, OperationReport.TableChange> changes = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            long was = before.getOrDefault(table, 0L);
            long added = inserted.getOrDefault(table, 0L);
            changes.put(table, new OperationReport.TableChange(was, was + added, added, 0, 0, fingerprints.get(table)));
        }
        return changes;
    }

    private OperationReport report(
            String outcome,
            @Nullable Long runId,
            @Nullable String fingerprint,
            Map<Table, OperationReport.TableChange> changes,
            List<Check> checks) {
        return new OperationReport(
                Runs.APPEND, outcome, runId, days.seed(), fingerprint, changes, others, checks, notes);
    }
}
