package io.theforge.export.read;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Operational;
import io.theforge.database.report.Progress;
import io.theforge.dataset.PlanFingerprint;
import io.theforge.export.manifest.Description;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestTable;
import io.theforge.export.read.manifest.ManifestException;
import io.theforge.export.read.manifest.ManifestReader;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.table.Column;
import io.theforge.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the rows of an export, fingerprints them, and holds files and rows against the manifest. */
public final class ExportCheck {
    private static final int ROWS_BETWEEN_REPORTS = 10_000;

    private final Path folder;
    private final Progress progress;
    private final @Nullable Manifest manifest;
    private final List<ReadTable> tables;
    private final Map<String, TableFingerprint> found = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<ReadTable> suspects = new ArrayList<>();

    private ExportCheck(Path folder, Progress progress, @Nullable Manifest manifest, List<ReadTable> tables) {
        this.folder = folder;
        this.progress = progress;
        this.manifest = manifest;
        this.tables = tables;
    }

    /** Returns whether there is something to check in a folder. */
    public static boolean isExport(Path folder) {
        return ManifestReader.isIn(folder) || !ReadTables.of(folder).isEmpty();
    }

    /**
     * Checks an export.
     *
     * @param folder that it is in; without a manifest, files and folders named after the tables are read
     * @throws UnreadFormatException for ORC
     */
    public static CheckedRows of(Path folder, Progress progress) {
        try {
            Manifest manifest = ManifestReader.isIn(folder) ? ManifestReader.read(folder) : null;
            refuseOrc(manifest);
            List<ReadTable> tables = manifest == null ? ReadTables.of(folder) : ReadTables.of(manifest);
            return new ExportCheck(folder, progress, manifest, tables).checked();
        } catch (ManifestException | UnreadableException e) {
            return new CheckedRows(
                    null, null, Map.of(), 0, true, false, List.of(), List.of(String.valueOf(e.getMessage())));
        } catch (ConfigException e) {
            return new CheckedRows(
                    null, null, Map.of(), 0, true, false, List.of(), List.of(e.location() + ": " + e.getMessage()));
        }
    }

    private static void refuseOrc(@Nullable Manifest manifest) {
        if (manifest != null && manifest.asked().format().equals("orc")) {
            throw new UnreadFormatException(
                    "these files are ORC, which DuckDB does not read, and we read files by it",
                    "read them with Spark and write its tables as Parquet, or have the dataset written so: --format parquet");
        }
    }

    private CheckedRows checked() {
        TreeMap<String, String> wrongFiles = new TreeMap<>();
        if (Files.exists(folder.resolve(Manifest.INCOMPLETE))) {
            problems.add(Manifest.INCOMPLETE + " is here: the job that writes these files is at work, or was stopped");
        }
        int files = tables.stream().mapToInt(table -> table.files().size()).sum();
        if (manifest != null) {
            progress.begin("checksums", null);
            FileChecks checks = new FileChecks(folder, manifest);
            wrongFiles.putAll(checks.run());
            progress.end();
            problems.addAll(wrongFiles.values());
            files = checks.files();
            if (checks.isAnswerKeyWithheld()) {
                notes.add("the answer key has been withheld: no file of truth/ is here");
            }
        }
        if (!tables.isEmpty()) {
            readTables(wrongFiles);
        } else if (manifest != null) {
            notes.add("the payloads of this layout are compared with their checksums alone");
        }
        String fingerprint = fingerprint();
        String told = manifest == null ? null : manifest.fingerprint();
        if (fingerprint != null && told != null && !fingerprint.equals(told)) {
            problems.add("the rows have the fingerprint " + fingerprint + ", and the manifest says " + told);
        }
        if (told != null && problems.isEmpty()) {
            checkConfiguration(told);
        }
        return new CheckedRows(
                fingerprint,
                told,
                found,
                files,
                manifest != null,
                manifest != null && manifest.isPartial(),
                notes,
                problems);
    }

    private void readTables(Map<String, String> wrongFiles) {
        String format =
                manifest == null ? ReadTables.format(tables) : manifest.asked().format();
        try (ExportRows rows = new ExportRows(folder, format, manifest != null)) {
            References references = references(rows);
            for (ReadTable table : tables) {
                if (isDirty(table)) {
                    notes.add(table.name() + " has been spoiled on purpose, and is compared with its checksum alone");
                    continue;
                }
                if (hasForeignIds(table)) {
                    notes.add(table.name() + " is compared with its checksum alone: its ids are those of a database,"
                            + " whose stores and products are not in the export");
                    continue;
                }
                if (table.files().stream().allMatch(this::isThere)) {
                    read(table, rows, references);
                }
                if (table.files().stream().anyMatch(wrongFiles::containsKey)) {
                    suspects.add(table);
                }
            }
            if (!suspects.isEmpty() && manifest != null && manifest.config() != null) {
                explain(rows, references);
            }
        }
    }

    private boolean isDirty(ReadTable table) {
        return manifest != null && manifest.isDirty(table.name());
    }

    /** Returns whether a table names stores or products by ids that only a database knows, and its tables of them are not here. */
    private boolean hasForeignIds(ReadTable table) {
        return manifest != null
                && !manifest.asked().source().equals(Description.GENERATOR)
                && table.columns().stream()
                        .anyMatch(column -> column.kind() == Column.Kind.STORE && !isHere(Table.STORE)
                                || column.kind() == Column.Kind.PRODUCT && !isHere(Table.PRODUCT));
    }

    private boolean isHere(Table wanted) {
        return tables.stream().anyMatch(table -> table.table() == wanted);
    }

    private boolean isThere(String file) {
        Path place = folder.resolve(file).normalize();
        return place.startsWith(folder.normalize()) && Files.isRegularFile(place);
    }

    private void read(ReadTable table, ExportRows rows, References references) {
        progress.begin(table.name(), null);
        FingerprintWriter writer = new FingerprintWriter(
                references.stores().codes(), references.products().codes());
        try (RowCursor cursor = cursor(table, rows, references)) {
            int since = 0;
            while (cursor.next()) {
                cursor.write(writer);
                if (++since == ROWS_BETWEEN_REPORTS) {
                    progress.advance(since);
                    since = 0;
                }
            }
            progress.advance(since);
        } catch (UnreadableException e) {
            if (!problems.contains(e.getMessage())) {
                problems.add(0, String.valueOf(e.getMessage()));
            }
            progress.end();
            return;
        }
        progress.end();
        found.put(table.name(), writer.fingerprint());
        compare(table, writer.fingerprint());
    }

    private static RowCursor cursor(ReadTable table, ExportRows rows, References references) {
        return new TableCursor(table, file -> rows.open(table, file, references));
    }

    private void compare(ReadTable table, TableFingerprint read) {
        ManifestTable said = manifest == null ? null : manifest.tables().get(table.name());
        if (said == null) {
            return;
        }
        if (said.rows() != read.rows()) {
            problems.add(table.name() + " has " + read.rows() + " rows, and the manifest says " + said.rows());
        }
        if (!said.fingerprint().equals(read.toString())) {
            problems.add(
                    table.name() + " has the fingerprint " + read + ", and the manifest says " + said.fingerprint());
        }
        if (said.rows() != read.rows() || !said.fingerprint().equals(read.toString())) {
            suspects.add(table);
        }
    }

    /** Codes and SKUs are those of the export's own tables; where it has none, those of its configuration. */
    private References references(ExportRows rows) {
        Plan plan = manifest == null || manifest.config() == null ? null : Plan.of(manifest.config());
        References planned = plan == null
                ? new References(Names.inOrder(List.of()), Names.inOrder(List.of()))
                : RowComparison.planned(plan);
        return new References(
                names(Table.STORE, rows, planned.stores()), names(Table.PRODUCT, rows, planned.products()));
    }

    private Names names(Table wanted, ExportRows rows, Names planned) {
        References none = new References(planned, planned);
        for (ReadTable table : tables) {
            if (table.table() == wanted && !isDirty(table)) {
                try (RowCursor cursor = cursor(table, rows, none)) {
                    return Names.read(cursor, new ArrayList<>(), new RowFields(table.columns(), none));
                } catch (UnreadableException toldWhenItIsRead) {
                    return planned;
                }
            }
        }
        return planned;
    }

    /** The rows of a part have not been held against the whole, which can be made faster than it can be read. */
    private void checkConfiguration(String told) {
        ForgeConfig config = Objects.requireNonNull(manifest).config();
        if (config == null) {
            problems.add("manifest.json has the fingerprint " + told + ", and no configuration that makes it");
            return;
        }
        progress.begin("making the rows again", null);
        String made = PlanFingerprint.of(
                        Plan.of(config),
                        Map.of(),
                        new Operational(Runtime.getRuntime().availableProcessors(), 1))
                .toString();
        progress.end();
        if (!made.equals(told)) {
            problems.add("the configuration in manifest.json makes a dataset with the fingerprint " + made
                    + ", and the manifest says " + told);
        }
    }

    /** What is most telling comes first: which row is not what it should be, or that the manifest is wrong. */
    private void explain(ExportRows rows, References references) {
        RowComparison comparison = new RowComparison(Objects.requireNonNull(manifest));
        progress.begin("making the rows again", null);
        for (ReadTable table : suspects.stream().distinct().toList()) {
            try {
                String difference =
                        comparison.firstDifference(table, () -> cursor(table, rows, references), references);
                if (difference != null) {
                    problems.add(0, difference);
                    progress.end();
                    return;
                }
            } catch (UnreadableException e) {
                // it has been told
                progress.end();
                return;
            }
        }
        progress.end();
        problems.add("every row is the one that the manifest's configuration makes: what the manifest says of "
                + suspects.get(0).name() + " is wrong, or its file was written by somebody else");
    }

    private @Nullable String fingerprint() {
        if (manifest != null && manifest.isPartial()) {
            return null;
        }
        Map<Table, TableFingerprint> seven = new EnumMap<>(Table.class);
        for (ReadTable table : tables) {
            TableFingerprint read = found.get(table.name());
            if (table.table() != null && read != null && Table.SEVEN.contains(table.table())) {
                seven.put(table.table(), read);
            }
        }
        if (seven.size() == Table.SEVEN.size()) {
            return new DatasetFingerprint(seven).toString();
        }
        if (problems.isEmpty()) {
            notes.add("not all of the seven tables are here: there is no fingerprint of a dataset");
        }
        return null;
    }
}
