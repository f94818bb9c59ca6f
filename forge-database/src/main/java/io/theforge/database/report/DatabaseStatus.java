package io.theforge.database.report;

import io.theforge.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in a database.
 *
 * @param exists false when there is no such database, or none of the seven tables in it
 * @param rows all rows by table, whoever made them; a table that does not exist is left out
 * @param managedRows those the Forge made
 * @param firstDay of the sales, null without any
 * @param fingerprint of the dataset as recorded by the last writing run, null without one or where its rows are not all there
 * @param differences where the rows under our ids are not as many as are on record, "sales_daily has 0 of 183000 rows"
 * @param runs newest first
 * @param notes on what an earlier version has left, for the reader
 * @param mark says that nothing may write there; null without one
 */
public record DatabaseStatus(
        boolean exists,
        Map<Table, Long> rows,
        Map<Table, Long> managedRows,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String fingerprint,
        List<String> differences,
        List<Run> runs,
        List<String> notes,
        @Nullable ProductionMark mark) {

    /** A date as PostgreSQL writes it, where a host may have entered infinity. */
    public static String text(LocalDate date) {
        return date.equals(LocalDate.MAX) ? "infinity" : date.equals(LocalDate.MIN) ? "-infinity" : date.toString();
    }

    /**
     * A recorded run.
     *
     * @param configuration the resolved configuration as YAML
     * @param peakMemoryBytes the most memory that the run's process has had
     * @param rows by table, those it had to do with
     */
    public record Run(
            long id,
            String operation,
            Instant startedAt,
            Instant finishedAt,
            String osUser,
            String version,
            long seed,
            String configuration,
            String outcome,
            String fingerprint,
            long peakMemoryBytes,
            Map<Table, RunRows> rows) {}

    /** What a run did to one table. */
    public record RunRows(long inserted, long deleted) {}
}
