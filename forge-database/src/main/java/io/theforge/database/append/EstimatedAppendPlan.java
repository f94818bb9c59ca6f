package io.theforge.database.append;

import io.theforge.database.guard.Strangers;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Runs;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.OperationReport.TableChange;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.session.AppendSession;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.RecordedDataset;
import io.theforge.database.write.Write;
import io.theforge.database.write.WritePlan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How {@code --append} extends a shop that somebody else has entered: the new days are estimated from its last weeks. Rows that
 * are there stay as they are; those that come are ours, and nothing else is.
 *
 * @param recorded what earlier appends of this kind have recorded
 * @param rowsBefore all rows, by table
 * @param unmanaged those that the Forge did not make
 * @param rows those that are made; null when all days are there already
 * @param inserted how many those are, by table, without the calendar's
 */
record EstimatedAppendPlan(
        Append request,
        Sql sql,
        RecordedDataset recorded,
        Map<Table, Long> rowsBefore,
        Map<Table, Long> unmanaged,
        DaysToAppend days,
        @Nullable EstimatedRows rows,
        Map<Table, Long> inserted,
        List<String> notes)
        implements WritePlan<AppendSession> {

    /** Whether there are sales, and no dataset of ours to extend. @param tables that there are */
    static boolean applies(Sql sql, Set<String> tables) throws SQLException {
        if (!tables.contains(Table.SALES_DAILY.sqlName())) {
            return false;
        }
        boolean dataset = tables.contains("theforge.run") && sql.number("""
                        SELECT count(*) FROM theforge.run_table t JOIN theforge.run r ON r.id = t.run_id
                        WHERE NOT t.replaced AND t.table_name = 'store' AND r.operation <> 'delete'""") > 0;
        return !dataset && sql.number("SELECT count(*) FROM (SELECT 1 FROM sales_daily LIMIT 1) s") > 0;
    }

    /** @param tables that there are */
    static EstimatedAppendPlan of(Append request, Sql sql, Set<String> tables) throws SQLException {
        boolean hasRuns = tables.contains("theforge.run");
        Ownership ours = hasRuns ? Runs.ownership(sql) : Ownership.NONE;
        RecordedDataset recorded = hasRuns ? RecordedDataset.read(sql, ours) : RecordedDataset.NONE;
        Map<Table, Long> before = Counts.all(sql);
        Map<Table, Long> own = hasRuns ? Counts.ours(sql, ours) : Counts.none();
        Map<Table, Long> unmanaged = new EnumMap<>(before);
        own.forEach((table, rows) -> unmanaged.merge(table, -rows, Long::sum));
        if (hasRuns) {
            RecordedRows.refuseOther(sql, own);
            Strangers.refuse(sql, ours, tables);
        }
        DaysToAppend days = DaysToAppend.of(sql, hasRuns, request.request());
        if (days.areThere()) {
            return new EstimatedAppendPlan(
                    request, sql, recorded, before, unmanaged, days, null, Counts.none(), List.of());
        }
        LastWeeks weeks = LastWeeks.read(sql, days, request.target().name());
        EstimatedRows rows = new EstimatedRows(weeks.estimates(), days);
        LastWeeks.refuseSnapshotsInTheWay(sql, days, rows);
        Map<Table, Long> inserted = rows.count();
        return new EstimatedAppendPlan(request, sql, recorded, before, unmanaged, days, rows, inserted, weeks.notes());
    }

    @Override
    public boolean isNothing() {
        return rows == null;
    }

    @Override
    public Write begin(AppendSession session, Progress progress) {
        return new EstimatedAppendWrite(this, session, progress);
    }

    @Override
    public OperationReport unchanged() {
        return report(Outcome.UNCHANGED, null, recorded.fingerprint(), changes(inserted, Map.of()), List.of(), notes);
    }

    @Override
    public OperationReport describe(Outcome outcome) throws SQLException {
        Map<Table, Long> withDates = new EnumMap<>(inserted);
        if (!isNothing()) {
            int there =
                    CalendarDates.present(sql, days.start(), days.end(), "true").size();
            withDates.put(Table.CALENDAR, (long) days.count() - there);
        }
        return report(outcome, null, null, changes(withDates, Map.of()), List.of(), notes);
    }

    /** @param fingerprints empty for a plan */
    Map<Table, TableChange> changes(Map<Table, Long> added, Map<Table, String> fingerprints) {
        Map<Table, TableChange> changes = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            long was = rowsBefore.getOrDefault(table, 0L);
            changes.put(table, TableChange.of(was, added.getOrDefault(table, 0L), 0, fingerprints.get(table)));
        }
        return changes;
    }

    OperationReport report(
            Outcome outcome,
            @Nullable Long runId,
            @Nullable String fingerprint,
            Map<Table, TableChange> changes,
            List<Check> checks,
            List<String> allNotes) {
        return new OperationReport(
                Runs.APPEND,
                outcome,
                runId,
                days.seed(),
                fingerprint,
                changes,
                Counts.sum(unmanaged),
                checks,
                allNotes);
    }
}
