package io.theforge.export;

import io.theforge.export.file.ExportFolder;
import io.theforge.sink.TableTotals;
import java.util.List;
import java.util.Map;

/**
 * What came of an export.
 *
 * @param fingerprint of the dataset, whatever part of it is in the files
 * @param tables rows and fingerprint of each table as it was written, by name
 */
public record ExportReport(String fingerprint, Map<String, TableTotals> tables, List<ExportFolder.Entry> files) {}
