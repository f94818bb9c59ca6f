package io.theforge.export.manifest;

import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an export consists of, as {@code manifest.json} has it. There is no clock in it: the same export is the same bytes.
 *
 * @param asked what was asked for
 * @param config what makes the rows; null where not all of them can be made
 * @param fingerprint the dataset's, whatever part of it is in the files; null where not all rows are the Forge's
 * @param dateRange the days of the dataset, or those of the sales; null where there are none, and where it is read without a configuration
 * @param isPartial whether something of the dataset is not in the files, or not as it was
 * @param dirty what was spoiled on purpose: its rules, and how often each kind has hit; null where nothing was
 * @param tables by name, in the order in which they were written
 * @param unmanagedRows how many rows of each table the Forge did not make
 */
public record Manifest(
        Description asked,
        @Nullable ForgeConfig config,
        @Nullable String fingerprint,
        @Nullable DateRange dateRange,
        boolean isPartial,
        @Nullable Map<String, Object> dirty,
        Map<String, ManifestTable> tables,
        List<ManifestFile> files,
        Map<String, Long> unmanagedRows,
        List<String> notes) {

    /** Its name in an export: the file without which a folder is none. */
    public static final String FILE = "manifest.json";

    /** The name of a file that stands beside files which are still being written, where a cluster writes them. */
    public static final String INCOMPLETE = "_INCOMPLETE";

    /**
     * Returns that of a whole dataset in the layout {@link CodeColumns}.
     *
     * @param format "parquet", "csv", "orc", "delta"
     * @param rows of the seven tables, and of the answer key where it is among the files
     * @param files those with rows; each of them is of one table
     * @throws IllegalArgumentException when one of the seven is missing
     */
    public static Manifest ofCodes(
            String format, ForgeConfig config, Map<Table, TableFingerprint> rows, List<ManifestFile> files) {
        if (!rows.keySet().containsAll(Table.SEVEN)) {
            throw new IllegalArgumentException("a dataset has seven tables, and these are of " + rows.keySet());
        }
        Map<String, ManifestTable> tables = new LinkedHashMap<>();
        Table.inLoadingOrder(rows::containsKey)
                .forEach(table -> tables.put(
                        table.sqlName(), ManifestTable.ofCodes(table, Objects.requireNonNull(rows.get(table)))));
        return new Manifest(
                Description.ofCodes(format),
                config,
                new DatasetFingerprint(rows).toString(),
                config.dateRange(),
                false,
                null,
                tables,
                files,
                Map.of(),
                List.of());
    }

    /** Returns the document. */
    public Map<String, Object> json() {
        return ManifestJson.of(this);
    }

    /** Returns the document as it is written. */
    public byte[] bytes() {
        return JsonText.bytes(json());
    }

    /** Returns whether a table has been spoiled on purpose. */
    public boolean isDirty(String table) {
        return dirty != null && dirty.get("tables") instanceof List<?> tables && tables.contains(table);
    }
}
