package io.theforge.export.dirt.undo;

import io.theforge.config.model.ForgeConfig;
import io.theforge.export.Formats;
import io.theforge.export.ManifestWriter;
import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.dirt.ledger.LedgerException;
import io.theforge.export.dirt.ledger.LedgerReader;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.FormatWriter;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.layout.Layout;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import io.theforge.export.manifest.ManifestTable;
import io.theforge.export.read.manifest.ManifestException;
import io.theforge.export.read.manifest.ManifestReader;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Makes the clean export of a dirty one: nothing but the files and their ledger is read, each entry is taken back where the file holds
 * what it says, and the rows must have the fingerprints that the clean ones had.
 */
public final class Undo {
    private static final List<String> SPOILED = List.of("csv", "jsonl", "json", "parquet");

    private final Path folder;
    private final Manifest dirty;
    private final Plan plan;
    private final SeriesSelection wanted;
    private final FileFormat format;
    private final Map<String, ExportTable> tables;

    private Undo(Path folder, Manifest dirty, ForgeConfig config) {
        this.folder = folder;
        this.dirty = dirty;
        plan = Plan.of(config);
        Integer series = dirty.asked().series();
        wanted = series == null ? SeriesSelection.all(plan) : SeriesSelection.spread(plan, series);
        format = Formats.of(dirty.asked());
        Layout layout = Layout.valueOf(dirty.asked().layout().toUpperCase(Locale.ROOT));
        tables = layout.tables(plan, wanted, Table.SEVEN, true).stream()
                .collect(Collectors.toMap(ExportTable::name, table -> table));
    }

    /**
     * Opens a dirty export.
     *
     * @throws UndoException when it is none, or a file of it is not the one that was written
     */
    public static Undo of(Path folder) {
        Manifest manifest;
        try {
            manifest = ManifestReader.read(folder);
        } catch (ManifestException e) {
            throw new UndoException(String.valueOf(e.getMessage()), "name a folder that export --dirty wrote");
        }
        ForgeConfig config = manifest.config();
        if (manifest.dirty() == null || config == null) {
            throw new UndoException(folder + " holds no dirty export", "name a folder that export --dirty wrote");
        }
        if (!SPOILED.contains(manifest.asked().format())
                || manifest.asked().compression().equals("zstd")) {
            throw new UndoException(
                    "manifest.json in " + folder + " names a format that takes no dirt", "export it once more");
        }
        Sums.check(folder, manifest);
        return new Undo(folder, manifest, config);
    }

    /** Writes the clean export into a new folder. @param out its name, which it gets when it is whole */
    public Manifest to(Path out) throws IOException {
        return to(out, false);
    }

    /**
     * Writes the clean export.
     *
     * @param replace whether an earlier export of that name is replaced
     * @return what is in it
     * @throws UndoException when something in the files is not as the ledger says, and nothing has been written then
     */
    public Manifest to(Path out, boolean replace) throws IOException {
        try (ExportFolder clean = ExportFolder.open(out, replace);
                LedgerReader reader = new LedgerReader(folder.resolve(LedgerEntry.FILE))) {
            try (FormatWriter writer = format.start(clean, plan, isWhole())) {
                LedgerWindow ledger = new LedgerWindow(reader);
                Map<String, CleanTable> cleaned = new LinkedHashMap<>();
                for (DirtyFiles files : files()) {
                    if (dirty.isDirty(files.table())) {
                        cleaned.computeIfAbsent(files.table(), name -> new CleanTable(table(name), plan))
                                .clean(files, folder, ledger, writer);
                    } else {
                        copy(files, clean);
                    }
                }
                ledger.endLedger();
                cleaned.forEach((name, table) ->
                        table.check(Objects.requireNonNull(dirty.tables().get(name))));
                writer.finish(dirty.fingerprint(), Map.of());
            } catch (LedgerException e) {
                throw new UndoException(
                        String.valueOf(e.getMessage()), "take the ledger that was written with these files");
            }
            Manifest manifest = manifest(clean);
            ManifestWriter.write(manifest, clean);
            clean.publish();
            return manifest;
        }
    }

    private boolean isWhole() {
        return wanted.isWhole()
                && Table.SEVEN.stream().allMatch(table -> dirty.tables().containsKey(table.sqlName()));
    }

    private ExportTable table(String name) {
        ExportTable table = tables.get(name);
        if (table == null) {
            throw new UndoException("manifest.json names a table " + name + ", which is none", "export it once more");
        }
        return table;
    }

    /** Returns the files in the order in which they were written; payloads of a table are one. */
    private List<DirtyFiles> files() {
        Map<String, List<String>> byPath = new LinkedHashMap<>();
        Map<String, String> tableOf = new LinkedHashMap<>();
        for (ManifestFile file : dirty.files()) {
            if (!file.path().equals(LedgerEntry.FILE)) {
                String table = String.valueOf(file.table());
                boolean isPayload =
                        dirty.asked().layout().equals("ingest") && file.path().startsWith(table + "/");
                String path = isPayload ? table : file.path();
                byPath.computeIfAbsent(path, first -> new java.util.ArrayList<>())
                        .add(file.path());
                tableOf.put(path, table);
            }
        }
        return byPath.entrySet().stream()
                .map(entry -> new DirtyFiles(
                        Objects.requireNonNull(tableOf.get(entry.getKey())),
                        entry.getKey(),
                        entry.getValue(),
                        dirty.asked()))
                .toList();
    }

    private void copy(DirtyFiles files, ExportFolder clean) throws IOException {
        for (String file : files.files()) {
            Files.copy(folder.resolve(file), clean.place(file));
            clean.add(file);
        }
    }

    private Manifest manifest(ExportFolder clean) {
        Map<String, ManifestTable> described = new LinkedHashMap<>();
        dirty.tables()
                .forEach((name, table) -> described.put(
                        name,
                        new ManifestTable(
                                name,
                                table.rows(),
                                table.fingerprint(),
                                table(name).table() != null && wanted.isWhole(),
                                table.columns())));
        List<ManifestFile> files = clean.entries().stream()
                .sorted(Comparator.comparingInt(entry -> placeOf(entry.path())))
                .map(entry -> new ManifestFile(entry.path(), tableOf(entry.path()), entry.bytes(), entry.sha256()))
                .toList();
        return new Manifest(
                dirty.asked(),
                dirty.config(),
                dirty.fingerprint(),
                dirty.dateRange(),
                !isWhole(),
                null,
                described,
                files,
                Map.of(),
                List.of());
    }

    /** Returns the place of a file among those of the dirty export; a payload that was not there stands behind the others. */
    private int placeOf(String path) {
        int ofTable = 0;
        for (int i = 0; i < dirty.files().size(); i++) {
            ManifestFile file = dirty.files().get(i);
            if (file.path().equals(path)) {
                return i;
            }
            ofTable = tableOf(path).equals(file.table()) ? i : ofTable;
        }
        return ofTable;
    }

    /** Returns the table whose rows are in a file of that name. */
    private String tableOf(String path) {
        String inside = path.startsWith("truth/") ? path.substring("truth/".length()) : path;
        return inside.replaceFirst("[/.].*", "");
    }
}
