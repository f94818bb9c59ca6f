package io.theforge.database.report;

import io.theforge.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation did, or would do.
 *
 * @param operation "full-new", "append", "delete"
 * @param runId null when nothing was written
 * @param seed of the days that were made
 * @param fingerprint of the dataset, null for a plan
 * @param tables in loading order
 * @param unmanagedRows rows in the seven tables that the Forge did not make and left alone
 * @param unmanagedDeleted rows that the Forge did not make and that go as well
 * @param checks the checks that ran
 * @param notes for the reader: why it was slower, what was adopted; one line each
 */
public record OperationReport(
        String operation,
        Outcome outcome,
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
            Outcome outcome,
            @Nullable Long runId,
            long seed,
            @Nullable String fingerprint,
            Map<Table, TableChange> tables,
            long unmanagedRows,
            List<Check> checks,
            List<String> notes) {
        this(operation, outcome, runId, seed, fingerprint, tables, unmanagedRows, 0, checks, notes);
    }

    /** Returns the same report with these notes before its own. */
    public OperationReport notedBefore(List<String> first) {
        List<String> all = new ArrayList<>(first);
        all.addAll(notes);
        return new OperationReport(
                operation, outcome, runId, seed, fingerprint, tables, unmanagedRows, unmanagedDeleted, checks, all);
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
            @Nullable String fingerprint) {

        /** Of a table in which no row that stays is changed. */
        public static TableChange of(long rowsBefore, long inserted, long deleted, @Nullable String fingerprint) {
            return new TableChange(rowsBefore, rowsBefore - deleted + inserted, inserted, 0, deleted, fingerprint);
        }
    }
}
