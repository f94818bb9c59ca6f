package io.theforge.database.verify;

import io.theforge.database.Ownership;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the runs that made the present dataset left on record: the last one names the whole.
 *
 * @param ours ids of our rows
 * @param ownDays calendar days that we inserted; the other planned ones were there before and have been adopted
 * @param fingerprints of our rows
 */
public record RecordedDataset(Ownership ours, Set<LocalDate> ownDays, Map<Table, String> fingerprints) {
    /** Nothing is on record. */
    public static final RecordedDataset NONE = new RecordedDataset(Ownership.NONE, Set.of(), Map.of());

    public RecordedDataset {
        ownDays = Set.copyOf(ownDays);
        fingerprints = Map.copyOf(fingerprints);
    }

    /** Reads the record of a database that has the {@code forge_*} tables. */
    public static RecordedDataset read(Connection connection, Ownership ours) throws SQLException {
        Set<LocalDate> ownDays = new HashSet<>();
        Map<Table, String> fingerprints = new EnumMap<>(Table.class);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet days = statement.executeQuery("SELECT date FROM forge_calendar_day")) {
                while (days.next()) {
                    ownDays.add(days.getObject(1, LocalDate.class));
                }
            }
            try (ResultSet tables = statement.executeQuery(
                    "SELECT table_name, fingerprint FROM forge_run_table WHERE NOT replaced ORDER BY run_id")) {
                while (tables.next()) {
                    fingerprints.put(Table.valueOf(tables.getString(1).toUpperCase(Locale.ROOT)), tables.getString(2));
                }
            }
        }
        return new RecordedDataset(ours, ownDays, fingerprints);
    }
}
