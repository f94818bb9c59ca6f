package io.theforge.database.delete;

import io.theforge.database.guard.RemovalChecks;
import io.theforge.database.ownership.CalendarDates;
import io.theforge.database.ownership.Counts;
import io.theforge.database.record.Runs;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.RowsToDelete;
import io.theforge.database.write.Write;
import io.theforge.table.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code --delete} being carried out: a backup first where one is asked for, then the rows go, and what is left is counted. */
final class DeleteWrite implements Write {
    private final DeletePlan plan;
    private final LoadSession session;
    private final Progress progress;
    private @Nullable BackupFile backup;
    private Map<Table, Long> removed = Map.of();
    private @Nullable String fingerprint;

    DeleteWrite(DeletePlan plan, LoadSession session, Progress progress) {
        this.plan = plan;
        this.session = session;
        this.progress = progress;
    }

    @Override
    public void apply() throws SQLException {
        Path path = plan.request().deletion().backup();
        if (path != null) {
            backup = BackupFile.create(path);
            progress.begin("writing the backup", Counts.sum(plan.rows().deleted()));
            new Backup(plan, session, progress).write(backup);
            progress.end();
        }
        progress.begin("deleting", null);
        removed = session.remove(plan.rows());
        CalendarDates.forgetUnlessOurs(session.sql(), plan.ours());
        progress.end();
    }

    /** Also with {@code --no-verify}: nothing switches these off. */
    @Override
    public List<Check> check() throws SQLException {
        RowsToDelete rows = plan.rows();
        return RemovalChecks.run(
                Runs.DELETE, session.sql(), rows.conditions().keySet(), rows.before(), rows.deleted(), removed);
    }

    @Override
    public void record(Instant startedAt) throws SQLException {
        fingerprint = plan.record().write(session.sql(), startedAt, plan.rows());
        if (backup != null) {
            backup.keep();
        }
    }

    /** None: {@link #check} has counted all rows that are left. */
    @Override
    public Map<Table, Long> unmanagedRows() {
        return Map.of();
    }

    @Override
    public OperationReport report(Outcome outcome, List<Check> checks) {
        return outcome == Outcome.COMPLETED
                ? plan.report(
                        outcome,
                        plan.record().runId(),
                        fingerprint,
                        plan.record().fingerprintsAfter(),
                        checks)
                : plan.report(outcome, null, null, Map.of(), checks);
    }

    @Override
    public void close() {
        if (backup != null) {
            backup.close();
        }
    }
}
