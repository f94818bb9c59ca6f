package io.theforge.database.delete;

import io.theforge.database.guard.DependencyChecks;
import io.theforge.database.guard.RemovalChecks;
import io.theforge.database.guard.Strangers;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Runs;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Progress;
import io.theforge.database.report.Verification;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.RowsToDelete;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.table.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operation {@code --delete}: rows go, after they have been written to a file if that is asked for, or none do. */
public final class Delete {

    /** What no rows add up to. */
    public static final String NO_ROWS = new TableFingerprint().toString();

    private final Target target;
    private final Deletion deletion;

    public Delete(Target target, Deletion deletion) {
        this.target = target;
        this.deletion = deletion;
    }

    /**
     * What {@link #run} would do, found without writing: the same guards, the same counts.
     *
     * @param sql null when there is no such database
     */
    public OperationReport planned(@Nullable Sql sql) throws SQLException {
        if (deletion.backup() != null) {
            BackupFile.refuseExisting(deletion.backup());
        }
        if (sql == null) {
            return unchanged(null, Counts.none(), 0);
        }
        target.checkTables(sql);
        Set<String> present = target.tables(sql);
        if (!present.contains(Table.STORE.sqlName())) {
            return unchanged(null, Counts.none(), 0);
        }
        boolean recorded = present.contains("forge_run");
        if (!recorded && !deletion.includeUnmanaged()) {
            Map<Table, Long> all = Counts.all(sql);
            return unchanged(null, all, Counts.sum(all));
        }
        Ownership ours = recorded ? Runs.ownership(sql) : null;
        RowsToDelete rows = DeletionScan.find(target, sql, ours, deletion);
        DeletionRecord record = recorded ? DeletionRecord.read(sql, deletion) : null;
        if (rows.isEmpty() && (record == null || !record.answersForRows())) {
            return unchanged(record, rows.before(), rows.unmanagedRows());
        }
        guard(sql, ours == null ? Ownership.NONE : ours, rows);
        return report("planned", null, record, rows, null, Map.of(), List.of());
    }

    public OperationReport run(Progress progress) throws SQLException {
        Instant startedAt = Instant.now();
        // looked at first for reading only: where there is nothing to delete, nothing is locked or created
        Optional<OperationReport> nothing =
                target.reading(sql -> sql != null && any(sql) ? Optional.empty() : Optional.of(planned(sql)));
        if (nothing.isPresent()) {
            return nothing.get();
        }
        try (LoadSession session = target.openForReplacing()) {
            Sql sql = session.sql();
            target.checkTables(sql);
            session.createTables();
            Ownership ours = Runs.ownership(sql);
            RowsToDelete rows = DeletionScan.find(target, sql, ours, deletion);
            DeletionRecord record = DeletionRecord.read(sql, deletion);
            if (rows.isEmpty() && !record.answersForRows()) {
                return unchanged(record, rows.before(), rows.unmanagedRows());
            }
            guard(sql, ours, rows);
            try (BackupFile backup = deletion.backup() == null ? null : BackupFile.create(deletion.backup())) {
                if (backup != null) {
                    progress.begin("writing the backup", Counts.sum(rows.deleted()));
                    write(backup, session, rows, record, progress);
                    progress.end();
                }
                progress.begin("deleting", null);
                Map<Table, Long> removed = session.remove(rows);
                CalendarDates.forgetUnlessOurs(sql, ours);
                progress.end();
                List<Check> checks = RemovalChecks.run(
                        Runs.DELETE, sql, rows.conditions().keySet(), rows.before(), rows.deleted(), removed);
                Map<Table, String> fingerprints = record.fingerprintsAfter();
                if (!new Verification(checks).passed()) {
                    return report("failed", null, record, rows, null, Map.of(), checks);
                }
                String fingerprint = record.write(sql, startedAt, rows);
                if (backup != null) {
                    backup.keep();
                }
                progress.committing();
                session.commit();
                return report("completed", record.runId(), record, rows, fingerprint, fingerprints, checks);
            }
        }
    }

    private boolean any(Sql sql) throws SQLException {
        target.checkTables(sql);
        Set<String> present = target.tables(sql);
        boolean recorded = present.contains("forge_run");
        return present.contains(Table.STORE.sqlName())
                && (recorded || deletion.includeUnmanaged())
                && (DeletionScan.any(sql, recorded ? Runs.ownership(sql) : Ownership.NONE, deletion)
                        || recorded && DeletionRecord.read(sql, deletion).answersForRows());
    }

    private void guard(Sql sql, Ownership ours, RowsToDelete rows) throws SQLException {
        if (!deletion.includeUnmanaged()) {
            RecordedRows.refuseMore(sql, rows.deleted());
            Strangers.refuse(sql, ours, target.tables(sql));
        }
        Ownership going = deletion.includeUnmanaged() ? Ownership.EVERYTHING : ours;
        DependencyChecks.checkDeletion(
                target, sql, going, rows, deletion.scope().tables());
    }

    /** Parents first, as they have to come back. */
    private void write(
            BackupFile backup, LoadSession session, RowsToDelete rows, DeletionRecord record, Progress progress)
            throws SQLException {
        try {
            backup.print("-- Brings back what run " + record.runId() + " of the Forge deleted (--scope "
                    + deletion.scope().word() + ") from "
                    + target.name().replaceAll("\\R", " ") + "\n");
            session.writeBackupHead(backup.out());
            backup.print(record.restorableOnly());
            for (Map.Entry<Table, String> entry : rows.conditions().entrySet()) {
                Table table = entry.getKey();
                if (rows.deleted(table) > 0) {
                    session.writeRows(table.sqlName(), entry.getValue(), backup.out());
                    progress.advance(rows.deleted(table));
                }
            }
            String dates = rows.conditions().get(Table.CALENDAR);
            if (dates != null) {
                session.writeRows(
                        "forge_calendar_day",
                        "p.date IN (SELECT p.date FROM calendar p WHERE " + dates + ")",
                        backup.out());
            }
            backup.print(record.restoring());
            backup.print("COMMIT;\n");
            backup.finish();
        } catch (IOException e) {
            throw backup.explain(e);
        }
    }

    private OperationReport unchanged(@Nullable DeletionRecord record, Map<Table, Long> before, long unmanagedRows) {
        RowsToDelete none = new RowsToDelete(Map.of(), before, Counts.none(), 0, unmanagedRows);
        return report("unchanged", null, record, none, null, Map.of(), List.of());
    }

    private OperationReport report(
            String outcome,
            @Nullable Long runId,
            @Nullable DeletionRecord record,
            RowsToDelete rows,
            @Nullable String fingerprint,
            Map<Table, String> fingerprints,
            List<Check> checks) {
        Map<Table, OperationReport.TableChange> changes = new EnumMap<>(Table.class);
        for (Table table : rows.before().containsKey(AnswerKey.TABLE) ? List.of(Table.values()) : Table.SEVEN) {
            changes.put(
                    table,
                    new OperationReport.TableChange(
                            rows.staying(table) + rows.deleted(table),
                            rows.staying(table),
                            0,
                            0,
                            rows.deleted(table),
                            fingerprints.get(table)));
        }
        List<String> notes = new ArrayList<>();
        if (deletion.scope() == Deletion.Scope.DIMENSIONS && !rows.isEmpty()) {
            notes.add("the facts that hang on stores, products and dates go with them");
        }
        if (rows.unmanagedDeleted() > 0) {
            notes.add(rows.unmanagedDeleted() + " of the rows that go are not of The Forge (--include-unmanaged)");
        }
        return new OperationReport(
                Runs.DELETE,
                outcome,
                runId,
                record == null ? 0 : record.seed(),
                fingerprint,
                changes,
                rows.unmanagedRows(),
                rows.unmanagedDeleted(),
                checks,
                notes);
    }
}
