package io.theforge.export.source;

import io.theforge.config.ConfigReader;
import io.theforge.database.guard.Strangers;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.ownership.UnmanagedRows;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Runs;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.Queries;
import io.theforge.database.verify.RecordedDataset;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows are in a database.
 *
 * @param plan what they were made from; null where not all of them are the Forge's, or not all that it made are there
 * @param fingerprint of the dataset, as recorded; null without a plan
 * @param recorded the same also where rows have been changed or are gone; null where rows of others are among them
 * @param unmanagedRows by table; those without any are left out
 */
record Provenance(
        @Nullable Plan plan,
        @Nullable String fingerprint,
        @Nullable String recorded,
        Map<Table, Long> unmanagedRows) {

    Provenance {
        Map<Table, Long> some = new EnumMap<>(Table.class);
        some.putAll(unmanagedRows);
        some.values().removeIf(rows -> rows == 0);
        unmanagedRows = Collections.unmodifiableMap(some);
    }

    /** @param keys of all stores and products */
    static Provenance read(Target target, Sql sql, Keys keys) throws SQLException {
        Set<String> tables = target.tables(sql);
        List<DatabaseStatus.Run> runs = tables.contains("theforge.run") ? Runs.all(sql) : List.of();
        if (runs.isEmpty()) {
            return new Provenance(null, null, null, Counts.all(sql));
        }
        Ownership ours = Runs.ownership(sql);
        Map<Table, Long> others = UnmanagedRows.count(sql, ours);
        RecordedDataset recorded = RecordedDataset.read(sql, ours);
        boolean isThere = recorded.exists() && recorded.emptied().isEmpty();
        if (!isThere || !isUntouched(sql, keys, ours, others, recorded)) {
            boolean isAlone = isThere && Counts.sum(others) == 0;
            return new Provenance(null, null, isAlone ? recorded.fingerprint() : null, others);
        }
        Plan plan = Plan.of(ConfigReader.recorded(
                runs.get(0).configuration(), "the record of run " + runs.get(0).id()));
        return new Provenance(plan, recorded.fingerprint(), recorded.fingerprint(), others);
    }

    private static boolean isUntouched(
            Sql sql, Keys keys, Ownership ours, Map<Table, Long> others, RecordedDataset recorded) throws SQLException {
        Map<Table, Long> facts = new EnumMap<>(others);
        facts.remove(Table.CALENDAR);
        return Counts.sum(facts) == 0
                && RecordedRows.differences(RecordedRows.read(sql), Counts.ours(sql, ours))
                        .isEmpty()
                && Strangers.find(sql, ours).isEmpty()
                && smallTablesAre(sql, keys, recorded);
    }

    /** Days of the calendar that were there before us may be those that we would have made. */
    private static boolean smallTablesAre(Sql sql, Keys keys, RecordedDataset recorded) throws SQLException {
        for (Table table : Table.SEVEN) {
            if (table.isSeries()) {
                continue;
            }
            FingerprintWriter rows = new FingerprintWriter(keys.codes(), keys.skus());
            TableSelect select = new TableSelect(table, keys);
            sql.each(row -> select.write(row, rows), select.text());
            if (!rows.fingerprint().toString().equals(recorded.fingerprints().get(table))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the fingerprint of the rows that are there. What has not been written whole is read once more: a part of rows that somebody
     * has changed is no part of the dataset.
     */
    String fingerprintOf(Map<Table, TableFingerprint> whole, Queries queries, Keys keys) throws SQLException {
        Map<Table, TableFingerprint> all = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            TableFingerprint written = whole.get(table);
            if (written == null) {
                FingerprintWriter rows = new FingerprintWriter(keys.codes(), keys.skus());
                TableSelect select = new TableSelect(table, keys);
                queries.forEach(select.text(), row -> select.write(row, rows));
                written = rows.fingerprint();
            }
            all.put(table, written);
        }
        return new DatasetFingerprint(all).toString();
    }
}
