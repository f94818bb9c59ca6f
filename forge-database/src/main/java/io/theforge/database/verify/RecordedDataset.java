package io.theforge.database.verify;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.sql.Sql;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.table.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the runs that made the present dataset left on record: the last one names the whole.
 *
 * @param ours ids of our rows
 * @param ownDays calendar days that we inserted; the other planned ones were there before and have been adopted
 * @param fingerprints of our rows
 * @param emptied tables whose planned rows have been deleted since
 * @param fingerprint of the dataset
 * @param hasStates whether the database has the table in which the state of each series is kept
 */
public record RecordedDataset(
        Ownership ours,
        Set<LocalDate> ownDays,
        Map<Table, String> fingerprints,
        Set<Table> emptied,
        String fingerprint,
        boolean hasStates) {
    /** Nothing is on record. */
    public static final RecordedDataset NONE = new RecordedDataset(Ownership.NONE, Set.of(), Map.of(), "none");

    /** A dataset of which nothing has been deleted. */
    public RecordedDataset(
            Ownership ours, Set<LocalDate> ownDays, Map<Table, String> fingerprints, String fingerprint) {
        this(ours, ownDays, fingerprints, Set.of(), fingerprint, false);
    }

    /** The same, with a word on whether states are kept. */
    public RecordedDataset withStates(boolean kept) {
        return new RecordedDataset(ours, ownDays, fingerprints, emptied, fingerprint, kept);
    }

    public RecordedDataset {
        ownDays = Set.copyOf(ownDays);
        fingerprints = Map.copyOf(fingerprints);
        emptied = Set.copyOf(emptied);
    }

    /** False when there has never been a dataset, or when its stores are gone and with them everything. */
    public boolean exists() {
        return fingerprints.containsKey(Table.STORE) && !emptied.contains(Table.STORE);
    }

    /** Whether the dataset has an answer key. */
    public boolean hasTruth() {
        String fingerprint = fingerprints.get(Table.TRUTH_DAILY);
        return fingerprint != null && TableFingerprint.parse(fingerprint).rows() > 0;
    }

    /** Whether there are rows of ours that go on from those of others: no dataset of ours, but series. */
    public boolean appendedToOthers() {
        return !exists() && !ours.blocks().isEmpty();
    }

    /** Reads the record of a database that has the {@code theforge} tables. */
    public static RecordedDataset read(Sql sql, Ownership ours) throws SQLException {
        Set<LocalDate> ownDays = new HashSet<>();
        Map<Table, String> fingerprints = new EnumMap<>(Table.class);
        Set<Table> emptied = EnumSet.noneOf(Table.class);
        try (Statement statement = sql.connection().createStatement()) {
            try (ResultSet days = statement.executeQuery(sql.own("SELECT date FROM theforge.calendar_day"))) {
                while (days.next()) {
                    ownDays.add(days.getObject(1, LocalDate.class));
                }
            }
            try (ResultSet tables = statement.executeQuery(sql.own("""
                    SELECT t.table_name, t.fingerprint, coalesce(r.operation, '') = 'delete'
                    FROM theforge.run_table t LEFT JOIN theforge.run r ON r.id = t.run_id
                    WHERE NOT t.replaced ORDER BY t.run_id
                    """))) {
                while (tables.next()) {
                    Table table = Table.named(tables.getString(1));
                    fingerprints.put(table, tables.getString(2));
                    if (tables.getBoolean(3)) {
                        emptied.add(table);
                    } else {
                        emptied.remove(table);
                    }
                }
            }
        }
        String fingerprint = sql
                .list(
                        row -> String.valueOf(row.getString(1)),
                        "SELECT fingerprint FROM theforge.run ORDER BY id DESC LIMIT 1")
                .stream()
                .findFirst()
                .orElse("none");
        return new RecordedDataset(ours, ownDays, fingerprints, emptied, fingerprint, false);
    }
}
