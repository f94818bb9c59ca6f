package io.theforge.database.write;

import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.guard.RemovalChecks;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.report.Verification;
import io.theforge.database.session.Target;
import io.theforge.database.session.WriteSession;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs every operation that writes rows: lock, plan, confirm, apply, check, record, commit. Whatever ends before the commit leaves
 * the database as it was.
 */
public record WriteRunner(Target target) {

    /** Returns what {@link #run} would do; nothing is locked or written. */
    public OperationReport dryRun(WriteOperation<?> operation) throws SQLException {
        return operation.look((sql, plan) -> {
            List<String> notes = new ArrayList<>();
            if (sql != null) {
                notes.addAll(ProductionMarks.notes(sql, target.tables(sql)));
                notes.addAll(plan.isNothing() ? List.of() : target.missingRights(sql));
            }
            return plan.describe(plan.isNothing() ? Outcome.UNCHANGED : Outcome.PLANNED)
                    .notedBefore(notes);
        });
    }

    public <S extends WriteSession> OperationReport run(WriteOperation<S> operation, Progress progress)
            throws SQLException {
        Instant startedAt = Instant.now();
        Optional<OperationReport> nothing = operation.nothingToDo();
        if (nothing.isPresent()) {
            return nothing.get();
        }
        try (S session = operation.lock()) {
            WritePlan<S> plan = operation.plan(session, progress);
            if (plan.isNothing()) {
                return plan.unchanged();
            }
            if (!plan.isConfirmed()) {
                return plan.describe(Outcome.REFUSED);
            }
            try (Write write = plan.begin(session, progress)) {
                write.apply();
                List<Check> checks = write.check();
                if (!new Verification(checks).passed()) {
                    return write.report(Outcome.FAILED, checks);
                }
                write.record(startedAt);
                List<Check> lost = RemovalChecks.unmanaged(operation.name(), session.sql(), write.unmanagedRows());
                if (!lost.isEmpty()) {
                    return write.report(Outcome.FAILED, lost);
                }
                progress.committing();
                session.commit();
                return write.report(Outcome.COMPLETED, checks);
            }
        }
    }
}
