package io.theforge.database.report;

import io.theforge.table.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation did, or would do.
 *
 * @param operation "full-new", "append", "delete"
 * @param outcome "completed", "planned", "unchanged" when there was nothing to do, "refused" when it needs to be confirmed,
 *     or "failed" when an essential check failed and nothing was changed
 * @param runId null when nothing was written
 * @param seed of the days that were made
 * @param fingerprint of the dataset, null for a plan
 * @param tables in loading order
 * @param unmanagedRows rows in the seven tables that the Forge did not make and left alone
 * @param unmanagedDeleted rows that the Forge did not make and that go as well
 * @param checks the essential checks that ran
 * @param notes for the reader: why it was slower, what was adopted; one line each
 */
public record OperationReport(
        String operation,
        String outcome,
        @Nullable Long runId,
        long seed,
        @Nullable String fingerprint,
        Map<Table, TableChange> tables,
        long unmanagedRows,
        long unmanagedDeleted,
        List<Check> checks,
        List<String> notes) {

    /** Of an operation that leaves all rows of others where they are. */
    public OperationReport(
            String operation,
            String outcome,
            @Nullable Long runId,
            long seed,
            @Nullable String fingerprint,
            Map<Table, TableChange> tables,
            long unmanagedRows,
            List<Check> checks,
            List<String> notes) {
        this(operation, outcome, runId, seed, fingerprint, tables, unmanagedRows, 0, checks, notes);
    }

    /**
     * One table's part.
     *
     * @param fingerprint of our rows, null for a plan
     */
    public record TableChange(
            long rowsBefore,
            long rowsAfter,
            long inserted,
            long updated,
            long deleted,
            @Nullable String fingerprint) {}
}
