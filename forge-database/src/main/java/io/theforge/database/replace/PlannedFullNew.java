package io.theforge.database.replace;

import io.theforge.database.delete.Guards;
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
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.Connection;
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

    /** @param connection null when there is no such database yet */
    public OperationReport report(@Nullable Connection connection) throws SQLException {
        if (connection != null) {
            target.checkTables(connection);
            Set<String> present = target.tables(connection);
            notes.addAll(ProductionMarks.notes(connection, present));
            if (withTruth) {
                AnswerKey.refuseForeign(connection, present);
            }
            if (present.contains(Table.STORE.sqlName())) {
                lookAt(connection, present.contains("forge_run"));
                truthBefore = AnswerKey.rows(connection, present);
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

    private void lookAt(Connection connection, boolean hasRuns) throws SQLException {
        Ownership ours = hasRuns ? Runs.ownership(connection) : Ownership.NONE;
        Ownership going = includeUnmanaged ? Ownership.EVERYTHING : ours;
        if (hasRuns && !includeUnmanaged) {
            Strangers.refuse(connection, ours, target.tables(connection));
        }
        Guards.check(target, connection, plan, going);
        before = Counts.all(connection);
        if (includeUnmanaged) {
            Map<Table, Long> made = hasRuns ? Counts.ours(connection, ours) : Counts.none();
            notes.addAll(FullNew.unmanagedNotes(before, made));
        }
        if (hasRuns || includeUnmanaged) {
            List<String> references = target.calendarReferences(connection);
            removed = Counts.removable(connection, going, references);
            if (hasRuns && !includeUnmanaged) {
                RecordedRows.refuseMore(connection, removed);
            }
            adopted =
                    CalendarDates.present(connection, plan, "NOT (" + CalendarDates.removable(going, references) + ")");
        } else {
            adopted = CalendarDates.present(connection, plan, "true");
        }
        notes.addAll(CalendarDates.notes(plan, adopted));
    }
}
