package io.theforge.database.delete;

import io.theforge.database.guard.DependencyChecks;
import io.theforge.database.guard.Strangers;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Runs;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.OperationReport.TableChange;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.RowsToDelete;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.write.Write;
import io.theforge.database.write.WritePlan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows {@code --delete} takes from the database that it found, and what it records of that.
 *
 * @param ours rows that the Forge made
 */
record DeletePlan(Delete request, Ownership ours, RowsToDelete rows, DeletionRecord record)
        implements WritePlan<LoadSession> {

    /** Returns the plan for a database without a row of ours. @param unmanagedRows what is in it */
    static DeletePlan nothing(Delete request, Map<Table, Long> unmanagedRows) {
        RowsToDelete none = new RowsToDelete(Map.of(), unmanagedRows, Counts.none(), 0, Counts.sum(unmanagedRows));
        return new DeletePlan(request, Ownership.NONE, none, DeletionRecord.nothingRecorded(request.deletion()));
    }

    /** @param tables that there are */
    static DeletePlan of(Delete request, Sql sql, Set<String> tables) throws SQLException {
        Deletion deletion = request.deletion();
        boolean recorded = tables.contains("theforge.run");
        Ownership ours = recorded ? Runs.ownership(sql) : Ownership.NONE.withoutDates();
        RowsToDelete rows = DeletionScan.find(request.target(), sql, tables, ours, deletion);
        DeletionRecord record =
                recorded ? DeletionRecord.read(sql, deletion) : DeletionRecord.nothingRecorded(deletion);
        DeletePlan plan = new DeletePlan(request, ours, rows, record);
        if (!plan.isNothing()) {
            plan.guard(sql, tables);
        }
        return plan;
    }

    private void guard(Sql sql, Set<String> tables) throws SQLException {
        Target target = request.target();
        boolean includeUnmanaged = request.deletion().includeUnmanaged();
        if (!includeUnmanaged) {
            RecordedRows.refuseMore(sql, rows.deleted());
            Strangers.refuse(sql, ours, tables);
        }
        Ownership going = includeUnmanaged ? Ownership.EVERYTHING : ours;
        DependencyChecks.checkDeletion(
                target, sql, going, rows, request.deletion().scope().tables());
    }

    @Override
    public boolean isNothing() {
        return rows.isEmpty() && !record.answersForRows();
    }

    @Override
    public Write begin(LoadSession session, Progress progress) {
        return new DeleteWrite(this, session, progress);
    }

    @Override
    public OperationReport describe(Outcome outcome) {
        return report(outcome, null, null, Map.of(), List.of());
    }

    /** @param fingerprints by table, of what is left */
    OperationReport report(
            Outcome outcome,
            @Nullable Long runId,
            @Nullable String fingerprint,
            Map<Table, String> fingerprints,
            List<Check> checks) {
        Map<Table, TableChange> changes = new EnumMap<>(Table.class);
        for (Table table : rows.before().containsKey(AnswerKey.TABLE) ? List.of(Table.values()) : Table.SEVEN) {
            long before = rows.before().getOrDefault(table, 0L);
            changes.put(table, TableChange.of(before, 0, rows.deleted(table), fingerprints.get(table)));
        }
        return new OperationReport(
                Runs.DELETE,
                outcome,
                runId,
                record.seed(),
                fingerprint,
                changes,
                rows.unmanagedRows(),
                rows.unmanagedDeleted(),
                checks,
                notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (request.deletion().scope() == Deletion.Scope.DIMENSIONS && !rows.isEmpty()) {
            notes.add("the facts that hang on stores, products and dates go with them");
        }
        if (rows.unmanagedDeleted() > 0) {
            notes.add(rows.unmanagedDeleted() + " of the rows that go are not of The Forge (--include-unmanaged)");
        }
        return notes;
    }
}
