package io.theforge.database.replace;

import io.theforge.database.guard.DependencyChecks;
import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.guard.Strangers;
import io.theforge.database.load.PlannedCounts;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.IdReservation;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Runs;
import io.theforge.database.report.OperationReport;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link FullNew} would do, found without writing: the same guards, the same counts. */
public final class PlannedFullNew {
    private final Target target;
    private final Plan plan;
    private final boolean includeUnmanaged;
    private final boolean withTruth;
    private final List<String> notes = new ArrayList<>();
    private Map<Table, Long> before = Counts.none();
    private Map<Table, Long> removed = Counts.none();
    private Map<Integer, Boolean> adopted = Map.of();
    private long truthBefore;

    /**
     * @param includeUnmanaged whether rows would go that somebody else made
     * @param withTruth whether the answer key would be written too
     */
    public PlannedFullNew(Target target, Plan plan, boolean includeUnmanaged, boolean withTruth) {
        this.target = target;
        this.plan = plan;
        this.includeUnmanaged = includeUnmanaged;
        this.withTruth = withTruth;
    }

    /** @param sql null when there is no such database yet */
    public OperationReport report(@Nullable Sql sql) throws SQLException {
        if (sql != null) {
            target.checkTables(sql);
            Set<String> present = target.tables(sql);
            notes.addAll(ProductionMarks.notes(sql, present));
            if (withTruth) {
                AnswerKey.refuseForeign(sql, present);
            }
            if (present.contains(Table.STORE.sqlName())) {
                lookAt(sql, present.contains("forge_run"));
                truthBefore = AnswerKey.rows(sql, present);
                before.put(AnswerKey.TABLE, truthBefore);
                removed.put(AnswerKey.TABLE, truthBefore);
            }
        }
        Map<Table, OperationReport.TableChange> changes = new EnumMap<>(Table.class);
        PlannedCounts series = PlannedCounts.of(plan);
        for (Table table : Table.SEVEN) {
            long inserted = switch (table) {
                case SALES_DAILY, INVENTORY_SNAPSHOT_DAILY -> series.ofAll(table);
                case CALENDAR -> plan.days() - adopted.size();
                default -> IdReservation.size(plan, table);
            };
            changes.put(table, change(table, inserted));
        }
        if (withTruth || truthBefore > 0) {
            changes.put(AnswerKey.TABLE, change(AnswerKey.TABLE, withTruth ? series.ofAll(AnswerKey.TABLE) : 0));
        }
        return new OperationReport(
                Runs.FULL_NEW,
                "planned",
                null,
                plan.config().seed(),
                null,
                changes,
                Counts.sum(before) - Counts.sum(removed),
                List.of(),
                notes);
    }

    private OperationReport.TableChange change(Table table, long inserted) {
        long was = before.getOrDefault(table, 0L);
        long gone = removed.getOrDefault(table, 0L);
        return new OperationReport.TableChange(was, was - gone + inserted, inserted, 0, gone, null);
    }

    private void lookAt(Sql sql, boolean hasRuns) throws SQLException {
        Ownership ours = hasRuns ? Runs.ownership(sql) : Ownership.NONE;
        Ownership going = includeUnmanaged ? Ownership.EVERYTHING : ours;
        if (hasRuns && !includeUnmanaged) {
            Strangers.refuse(sql, ours, target.tables(sql));
        }
        DependencyChecks.checkReplacing(target, sql, plan, going);
        before = Counts.all(sql);
        if (includeUnmanaged) {
            Map<Table, Long> made = hasRuns ? Counts.ours(sql, ours) : Counts.none();
            notes.addAll(FullNew.unmanagedNotes(before, made));
        }
        if (hasRuns || includeUnmanaged) {
            List<String> references = target.calendarReferences(sql);
            removed = Counts.removable(sql, going, references);
            if (hasRuns && !includeUnmanaged) {
                RecordedRows.refuseMore(sql, removed);
            }
            adopted = CalendarDates.present(sql, plan, "NOT (" + CalendarDates.removable(going, references) + ")");
        } else {
            adopted = CalendarDates.present(sql, plan, "true");
        }
        notes.addAll(CalendarDates.notes(plan, adopted));
    }
}
