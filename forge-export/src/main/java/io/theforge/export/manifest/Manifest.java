package io.theforge.export.manifest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.config.ConfigReader;
import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.SystemWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final List<String> FORMATS = List.of("csv", "jsonl", "json", "parquet", "duckdb", "sql");
    private static final List<String> COMPRESSIONS = List.of("none", "gzip", "zstd");
    private static final List<String> LAYOUTS = List.of("tables", "series", "m5", "ingest");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FROM_CONFIGURATION = List.of("seed", "date_range", "cutoffs");

    /** Returns the document. */
    public Map<String, Object> json() {
        return ManifestJson.of(this);
    }

    /** Returns whether a table has been spoiled on purpose. */
    public boolean isDirty(String table) {
        return dirty != null && dirty.get("tables") instanceof List<?> tables && tables.contains(table);
    }

    /** Returns whether there is a manifest in a folder. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(ExportFolder.MANIFEST));
    }

    /**
     * Reads that of an export.
     *
     * @throws ManifestException when it is none
     */
    public static Manifest read(Path folder) {
        Path file = folder.resolve(ExportFolder.MANIFEST);
        JsonNode document;
        try {
            document = JSON.readTree(file.toFile());
        } catch (JacksonException e) {
            throw new ManifestException(
                    file + " is no JSON (line " + e.getLocation().getLineNr() + ")");
        } catch (IOException e) {
            throw new ManifestException(file + " cannot be read (" + SystemWords.of(e) + ")");
        }
        JsonFields fields = new JsonFields(document, ExportFolder.MANIFEST);
        Map<String, ManifestTable> tables = new LinkedHashMap<>();
        fields.object("tables")
                .properties()
                .forEach(table -> tables.put(
                        table.getKey(),
                        ManifestTable.read(
                                table.getKey(), new JsonFields(table.getValue(), "tables." + table.getKey()))));
        List<ManifestFile> files = new ArrayList<>();
        fields.list("files").forEach(each -> files.add(ManifestFile.read(new JsonFields(each, "files"))));
        Map<String, Long> unmanagedRows = new LinkedHashMap<>();
        document.path("unmanaged_rows")
                .properties()
                .forEach(entry ->
                        unmanagedRows.put(entry.getKey(), entry.getValue().asLong()));
        ForgeConfig config = config(document.path("configuration"));
        Manifest manifest = new Manifest(
                new Description(
                        fields.word("format", FORMATS),
                        fields.word("compression", COMPRESSIONS),
                        fields.word("layout", LAYOUTS),
                        fields.numberOrNull("series"),
                        fields.text("source")),
                config,
                fields.textOrNull("fingerprint"),
                config == null ? null : config.dateRange(),
                fields.truth("partial"),
                dirty(document.path("dirty")),
                tables,
                files,
                unmanagedRows,
                List.of());
        try {
            manifest.checkAgainst(document);
        } catch (IOException e) {
            throw new IllegalStateException("a manifest has turned out to be no JSON", e);
        }
        return manifest;
    }

    /** What is said twice has to be the same. */
    private void checkAgainst(JsonNode document) throws IOException {
        for (ManifestFile file : files) {
            boolean isLedger = dirty != null && LedgerEntry.TABLE.equals(file.table());
            if (file.table() != null && !isLedger && !tables.containsKey(file.table())) {
                throw new ManifestException(ExportFolder.MANIFEST + " has a file " + file.path() + " of a table "
                        + file.table() + ", which is not among its tables");
            }
        }
        JsonNode derived = JSON.readTree(JSON.writeValueAsBytes(json()));
        for (String field : config == null ? List.<String>of() : FROM_CONFIGURATION) {
            if (!derived.path(field).equals(document.path(field))) {
                throw new ManifestException(ExportFolder.MANIFEST + ": " + field + " is " + document.path(field)
                        + ", and its configuration says " + derived.path(field));
            }
        }
    }

    private static @Nullable Map<String, Object> dirty(JsonNode dirty) {
        return dirty.isObject() ? JSON.convertValue(dirty, new TypeReference<Map<String, Object>>() {}) : null;
    }

    /** JSON is YAML too. */
    private static @Nullable ForgeConfig config(JsonNode configuration) {
        return configuration.isObject() ? ConfigReader.recorded(configuration.toString(), ExportFolder.MANIFEST) : null;
    }
}
