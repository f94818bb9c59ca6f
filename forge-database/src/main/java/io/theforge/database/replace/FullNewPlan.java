package io.theforge.database.replace;

import io.theforge.database.guard.DependencyChecks;
import io.theforge.database.guard.Strangers;
import io.theforge.database.load.PlannedCounts;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.AnswerKey;
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
import io.theforge.database.write.Write;
import io.theforge.database.write.WritePlan;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --full-new} does to the database that it found.
 *
 * @param sql null when the seven tables are not there yet
 * @param hasRuns whether there is a record of earlier runs
 * @param hasAnswerKey whether the answer key's table is there, or not needed
 * @param ours rows of earlier runs
 * @param before all rows, by table, those of the answer key too
 */
record FullNewPlan(
        FullNew request,
        @Nullable Sql sql,
        boolean hasRuns,
        boolean hasAnswerKey,
        Ownership ours,
        Map<Table, Long> before,
        List<String> notes)
        implements WritePlan<LoadSession> {

    /** Returns the plan for a database without the seven tables. */
    static FullNewPlan onNothing(FullNew request) {
        return new FullNewPlan(request, null, false, false, Ownership.NONE, Counts.none(), List.of());
    }

    /** @param tables that there are */
    static FullNewPlan of(FullNew request, Sql sql, Set<String> tables) throws SQLException {
        boolean hasAnswerKey = !request.withTruth() || !AnswerKey.isMissing(sql, tables);
        if (!tables.contains(Table.STORE.sqlName())) {
            return onNothing(request);
        }
        boolean hasRuns = tables.contains("theforge.run");
        Ownership ours = hasRuns ? Runs.ownership(sql) : Ownership.NONE;
        if (hasRuns && !request.includeUnmanaged()) {
            Strangers.refuse(sql, ours, tables);
        }
        DependencyChecks.checkReplacing(request.target(), sql, request.plan(), request.going(ours));
        Map<Table, Long> before = Counts.all(sql);
        List<String> notes = new ArrayList<>();
        if (request.includeUnmanaged()) {
            String unmanaged = Counts.named(before, hasRuns ? Counts.ours(sql, ours) : Counts.none());
            if (!unmanaged.isEmpty()) {
                notes.add("rows that the Forge did not make are included: " + unmanaged);
            }
        }
        before.put(AnswerKey.TABLE, AnswerKey.rows(sql, tables));
        return new FullNewPlan(request, sql, hasRuns, hasAnswerKey, ours, before, notes);
    }

    @Override
    public boolean isNothing() {
        return false;
    }

    @Override
    public Write begin(LoadSession session, Progress progress) {
        return new FullNewWrite(this, session, progress);
    }

    /** Returns the rows that go. */
    Ownership going() {
        return request.going(ours);
    }

    @Override
    public OperationReport describe(Outcome outcome) throws SQLException {
        Plan plan = request.plan();
        Removal removal = sql == null ? new Removal(Counts.none(), Map.of()) : removal(sql);
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(CalendarDates.notes(plan, removal.datesLeft));
        PlannedCounts series = PlannedCounts.of(plan);
        Map<Table, TableChange> changes = new EnumMap<>(Table.class);
        for (Table table : before.getOrDefault(AnswerKey.TABLE, 0L) > 0 ? List.of(Table.values()) : request.tables()) {
            long inserted = switch (table) {
                case SALES_DAILY, INVENTORY_SNAPSHOT_DAILY -> series.ofAll(table);
                case CALENDAR -> plan.days() - removal.datesLeft.size();
                case TRUTH_DAILY -> request.withTruth() ? series.ofAll(table) : 0;
                default -> IdReservation.size(plan, table);
            };
            changes.put(
                    table,
                    TableChange.of(
                            before.getOrDefault(table, 0L), inserted, removal.rows.getOrDefault(table, 0L), null));
        }
        long unmanaged = Counts.sum(before) - Counts.sum(removal.rows);
        return report(outcome, null, null, changes, unmanaged, List.of(), allNotes);
    }

    /**
     * What goes.
     *
     * @param rows by table
     * @param datesLeft the plan's dates that stay, in days since 1970-01-01, and whether each is a holiday
     */
    private record Removal(Map<Table, Long> rows, Map<Integer, Boolean> datesLeft) {}

    /** Counts what goes; the run itself learns it by removing it. */
    private Removal removal(Sql of) throws SQLException {
        Map<Table, Long> rows = Counts.none();
        String staying = "true";
        if (hasRuns || request.includeUnmanaged()) {
            List<String> references = request.target().calendarReferences(of);
            rows = Counts.removable(of, going(), references);
            if (!request.includeUnmanaged()) {
                RecordedRows.refuseMore(of, rows);
            }
            staying = "NOT (" + CalendarDates.removable(going(), references) + ")";
        }
        rows.put(AnswerKey.TABLE, before.getOrDefault(AnswerKey.TABLE, 0L));
        return new Removal(rows, CalendarDates.present(of, request.plan(), staying));
    }

    OperationReport report(
            Outcome outcome,
            @Nullable Long runId,
            @Nullable String fingerprint,
            Map<Table, TableChange> changes,
            long unmanaged,
            List<Check> checks,
            List<String> allNotes) {
        long seed = request.plan().config().seed();
        return new OperationReport(
                request.name(), outcome, runId, seed, fingerprint, changes, unmanaged, checks, allNotes);
    }
}
