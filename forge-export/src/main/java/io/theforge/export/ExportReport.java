package io.theforge.export;

import io.theforge.export.file.ExportFolder;
import io.theforge.export.manifest.Manifest;
import io.theforge.sink.TableTotals;
import io.theforge.table.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an export.
 *
 * @param fingerprint of the dataset, whatever part of it is in the files; null where not all rows are the Forge's
 * @param tables rows and fingerprint of each table as it was written, by name
 * @param unmanagedRows how many rows of each of the seven tables the Forge did not make, in the files or not
 * @param notes what a reader should know of the files
 * @param manifest what the export says of itself
 */
public record ExportReport(
        @Nullable String fingerprint,
        Map<String, TableTotals> tables,
        List<ExportFolder.Entry> files,
        Map<Table, Long> unmanagedRows,
        List<String> notes,
        Manifest manifest) {}
