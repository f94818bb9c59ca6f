package io.theforge.export;

import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.Spoiled;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.manifest.Description;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import io.theforge.export.manifest.ManifestTable;
import io.theforge.plan.Plan;
import io.theforge.sink.TableTotals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the manifest of an export when its files are whole. */
final class ManifestMaker {
    private final Export export;
    private final Description asked;

    ManifestMaker(Export export, Description asked) {
        this.export = export;
        this.asked = asked;
    }

    /**
     * @param written what went into each table, by its name
     * @param spoiled null where nothing was to be
     */
    Manifest make(
            @Nullable String fingerprint,
            Map<String, TableTotals> written,
            List<ExportFolder.Entry> entries,
            @Nullable Spoiled spoiled) {
        Map<String, ManifestTable> tables = new LinkedHashMap<>();
        for (ExportTable table : export.tables()) {
            TableTotals totals = Objects.requireNonNull(written.get(table.name()));
            tables.put(
                    table.name(),
                    ManifestTable.of(
                            table.name(),
                            totals.fingerprint(),
                            table.table() != null
                                    && export.source().isWhole()
                                    && (spoiled == null || !spoiled.tables().contains(table.name())),
                            table.columns()));
        }
        List<ManifestFile> files = entries.stream()
                .map(entry -> new ManifestFile(entry.path(), tableOf(entry.path()), entry.bytes(), entry.sha256()))
                .toList();
        Map<String, Long> unmanagedRows = new LinkedHashMap<>();
        export.source().unmanagedRows().forEach((table, rows) -> unmanagedRows.put(table.sqlName(), rows));
        unmanagedRows.values().removeIf(rows -> rows == 0);
        Plan plan = export.source().plan();
        return new Manifest(
                asked,
                plan == null || fingerprint == null ? null : plan.config(),
                fingerprint,
                export.source().dateRange(),
                spoiled != null || !export.isWhole(),
                spoiled == null ? null : spoiled.manifest(),
                tables,
                files,
                unmanagedRows,
                Stream.concat(
                                export.source().notes().stream(),
                                spoiled == null ? Stream.of() : spoiled.notes().stream())
                        .toList());
    }

    /** Returns null where several tables share the file. */
    private @Nullable String tableOf(String path) {
        if (path.equals(LedgerEntry.FILE)) {
            return LedgerEntry.TABLE;
        }
        return export.tables().stream()
                .filter(table -> export.isFileOf(table, path))
                .map(ExportTable::name)
                .findFirst()
                .orElse(null);
    }
}
