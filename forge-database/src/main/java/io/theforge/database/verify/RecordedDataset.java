package io.theforge.database.verify;

import io.theforge.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the runs that made the present dataset left on record.
 *
 * @param ids blocks of ids reserved by those runs; a row is ours when its id lies in one. The calendar has none
 * @param ownDays calendar days that we inserted; the other planned ones were there and have been adopted
 * @param fingerprints of our rows
 */
public record RecordedDataset(
        Map<Table, List<IdBlock>> ids, Set<LocalDate> ownDays, Map<Table, String> fingerprints) {

    public RecordedDataset {
        ids = Map.copyOf(ids);
        ownDays = Set.copyOf(ownDays);
        fingerprints = Map.copyOf(fingerprints);
    }

    /** Both ends inclusive. */
    public record IdBlock(long first, long last) {}

    /** The blocks of one table, in no particular order. */
    public List<IdBlock> blocks(Table table) {
        return ids.getOrDefault(table, List.of());
    }
}
