package io.theforge.database.append;

import io.theforge.database.load.TableTotals;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.util.EnumMap;
import java.util.Map;

/** Fingerprints of a dataset that has been extended: sums, so that rows that are there need not be read again. */
final class ExtendedFingerprints {
    private ExtendedFingerprints() {}

    /**
     * All tables of a plan.
     *
     * @param recorded of the dataset as it was
     * @param added to the two large tables
     */
    static Map<Table, TableFingerprint> of(
            Plan after, Map<Table, TableFingerprint> recorded, Map<Table, TableTotals> added) {
        Map<Table, TableFingerprint> fingerprints = new EnumMap<>(recorded);
        for (Table table : Table.SEVEN) {
            TableTotals totals = added.get(table);
            if (!table.isSeries()) {
                FingerprintWriter rows = new FingerprintWriter(after);
                new TableRows(after).write(table, rows);
                fingerprints.put(table, rows.fingerprint());
            } else if (totals != null) {
                TableFingerprint whole = TableFingerprint.parse(String.valueOf(fingerprints.get(table)));
                whole.add(totals.fingerprint());
                fingerprints.put(table, whole);
            }
        }
        return fingerprints;
    }
}
