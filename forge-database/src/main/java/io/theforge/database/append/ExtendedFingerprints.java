package io.theforge.database.append;

import io.theforge.database.report.Progress;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.sink.NoSink;
import io.theforge.sink.SeriesPipeline;
import io.theforge.sink.TableTotals;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** Fingerprints of a dataset that has been extended: sums, so that rows that are there need not be read again. */
final class ExtendedFingerprints {
    private ExtendedFingerprints() {}

    /**
     * Returns those of all tables of a plan.
     *
     * @param recorded of the dataset as it was
     * @param added to the two large tables
     */
    static Map<Table, TableFingerprint> of(
            Plan after, Map<Table, TableFingerprint> recorded, Map<Table, TableTotals> added) {
        Map<Table, TableFingerprint> fingerprints = ofSmallTables(after);
        for (Table table : AppendedIds.SERIES) {
            TableFingerprint whole = TableFingerprint.parse(String.valueOf(recorded.get(table)));
            TableTotals totals = added.get(table);
            if (totals != null) {
                whole.add(totals.fingerprint());
            }
            fingerprints.put(table, whole);
        }
        return fingerprints;
    }

    /** Returns the same by making every row again. @param pipeline over the whole dataset */
    static Map<Table, TableFingerprint> anew(Plan after, SeriesPipeline pipeline, Progress progress)
            throws SQLException {
        Map<Table, TableFingerprint> fingerprints = ofSmallTables(after);
        for (Table table : AppendedIds.SERIES) {
            progress.begin("fingerprint of " + table.sqlName(), null);
            fingerprints.put(
                    table, pipeline.load(table, new NoSink(), rows -> {}).fingerprint());
            progress.end();
        }
        return fingerprints;
    }

    private static Map<Table, TableFingerprint> ofSmallTables(Plan plan) {
        Map<Table, TableFingerprint> fingerprints = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            if (!table.isSeries()) {
                FingerprintWriter rows = new FingerprintWriter(plan);
                new TableRows(plan).write(table, rows);
                fingerprints.put(table, rows.fingerprint());
            }
        }
        return fingerprints;
    }
}
