package io.theforge.database.record;

import io.theforge.database.report.OperationReport.TableChange;
import io.theforge.database.sql.Sql;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record of a run that has made a whole dataset: from then on its rows are ours. */
public final class DatasetRecord {
    private DatasetRecord() {}

    /**
     * Writes it.
     *
     * @param ids of its rows
     * @param fingerprints of the dataset's tables
     * @param changes what the run has done to each table
     * @param states where each series stands at the end; null leaves that to be found out by an append
     */
    public static void write(
            Sql sql,
            long runId,
            Plan dataset,
            Instant startedAt,
            Ids ids,
            Map<Table, TableFingerprint> fingerprints,
            Map<Table, TableChange> changes,
            @Nullable StockStates states)
            throws SQLException {
        Runs.record(
                sql,
                Runs.FULL_NEW,
                runId,
                dataset.config(),
                startedAt,
                new DatasetFingerprint(fingerprints).toString(),
                ids,
                changes);
        if (states != null) {
            SeriesStates.keep(sql, runId, dataset, ids, states);
        }
    }

    /** The same where there were no rows before. */
    public static void write(
            Sql sql,
            long runId,
            Plan dataset,
            Ids ids,
            Map<Table, TableFingerprint> fingerprints,
            @Nullable StockStates states)
            throws SQLException {
        Map<Table, TableChange> changes = new EnumMap<>(Table.class);
        fingerprints.forEach((table, fingerprint) ->
                changes.put(table, TableChange.of(0, fingerprint.rows(), 0, fingerprint.toString())));
        write(sql, runId, dataset, Instant.now(), ids, fingerprints, changes, states);
    }
}
