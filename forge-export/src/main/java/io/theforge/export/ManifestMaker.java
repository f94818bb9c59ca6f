package io.theforge.export;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.manifest.Croissant;
import io.theforge.export.manifest.Description;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import io.theforge.export.manifest.ManifestTable;
import io.theforge.plan.Plan;
import io.theforge.sink.TableTotals;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the manifest of an export when its files are whole, and writes it beside them. */
final class ManifestMaker {
    private final Export export;
    private final Description asked;

    ManifestMaker(Export export, Description asked) {
        this.export = export;
        this.asked = asked;
    }

    /** @param written what went into each table, by its name */
    Manifest make(@Nullable String fingerprint, Map<String, TableTotals> written, List<ExportFolder.Entry> entries) {
        Map<String, ManifestTable> tables = new LinkedHashMap<>();
        for (ExportTable table : export.tables()) {
            TableTotals totals = Objects.requireNonNull(written.get(table.name()));
            tables.put(
                    table.name(),
                    ManifestTable.of(
                            table.name(),
                            totals.fingerprint(),
                            table.table() != null && export.source().isWhole(),
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
                !export.isWhole(),
                tables,
                files,
                unmanagedRows,
                export.source().notes());
    }

    /** Returns null where several tables share the file. */
    private @Nullable String tableOf(String path) {
        return export.tables().stream()
                .filter(table -> export.isFileOf(table, path))
                .map(ExportTable::name)
                .findFirst()
                .orElse(null);
    }

    static void write(Manifest manifest, ExportFolder folder) throws IOException {
        folder.describe(ExportFolder.CROISSANT, bytes(Croissant.of(manifest)));
        folder.describe(ExportFolder.MANIFEST, bytes(manifest.json()));
    }

    private static byte[] bytes(Map<String, Object> document) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        byte[] text =
                new ObjectMapper().writer(printer.withArrayIndenter(lines)).writeValueAsBytes(document);
        byte[] ended = java.util.Arrays.copyOf(text, text.length + 1);
        ended[text.length] = '\n';
        return ended;
    }
}
