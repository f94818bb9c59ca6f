package io.theforge.export.read.manifest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.config.ConfigReader;
import io.theforge.config.model.ForgeConfig;
import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.file.SystemWords;
import io.theforge.export.manifest.CodeColumns;
import io.theforge.export.manifest.Description;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import io.theforge.export.manifest.ManifestTable;
import io.theforge.export.manifest.ManifestTable.ManifestColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the manifest of an export, which somebody may have edited. */
public final class ManifestReader {
    private static final List<String> FORMATS = List.of("csv", "jsonl", "json", "parquet", "duckdb", "sql");
    private static final List<String> COMPRESSIONS = List.of("none", "gzip", "zstd");
    private static final List<String> LAYOUTS = List.of("tables", "series", "m5", "ingest", CodeColumns.LAYOUT);

    /** What a cluster writes. */
    private static final List<String> FORMATS_OF_CODES = List.of("parquet", "csv", "orc", "delta");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FROM_CONFIGURATION = List.of("seed", "date_range", "cutoffs");

    private ManifestReader() {}

    /** Returns whether there is a manifest in a folder. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(Manifest.FILE));
    }

    /**
     * Reads that of an export.
     *
     * @throws ManifestException when it is none
     */
    public static Manifest read(Path folder) {
        JsonNode document = document(folder.resolve(Manifest.FILE));
        JsonFields fields = new JsonFields(document, Manifest.FILE);
        Map<String, ManifestTable> tables = new LinkedHashMap<>();
        fields.object("tables")
                .properties()
                .forEach(table -> tables.put(table.getKey(), table(table.getKey(), table.getValue())));
        List<ManifestFile> files = new ArrayList<>();
        fields.list("files").forEach(each -> files.add(file(new JsonFields(each, "files"))));
        Map<String, Long> unmanagedRows = new LinkedHashMap<>();
        document.path("unmanaged_rows")
                .properties()
                .forEach(entry ->
                        unmanagedRows.put(entry.getKey(), entry.getValue().asLong()));
        Description asked = asked(fields);
        ForgeConfig config = config(document.path("configuration"), asked.layout());
        Manifest manifest = new Manifest(
                asked,
                config,
                fields.textOrNull("fingerprint"),
                config == null ? null : config.dateRange(),
                fields.truth("partial"),
                dirty(document.path("dirty")),
                tables,
                files,
                unmanagedRows,
                List.of());
        check(manifest, document);
        return manifest;
    }

    private static JsonNode document(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (JacksonException e) {
            throw new ManifestException(
                    file + " is no JSON (line " + e.getLocation().getLineNr() + ")");
        } catch (IOException e) {
            throw new ManifestException(file + " cannot be read (" + SystemWords.of(e) + ")");
        }
    }

    private static Description asked(JsonFields fields) {
        String layout = fields.word("layout", LAYOUTS);
        List<String> formats = layout.equals(CodeColumns.LAYOUT) ? FORMATS_OF_CODES : FORMATS;
        return new Description(
                fields.word("format", formats),
                fields.word("compression", COMPRESSIONS),
                layout,
                fields.numberOrNull("series"),
                fields.text("source"));
    }

    private static ManifestTable table(String name, JsonNode node) {
        JsonFields table = new JsonFields(node, "tables." + name);
        List<ManifestColumn> columns = new ArrayList<>();
        for (JsonNode column : table.list("columns")) {
            JsonFields fields = new JsonFields(column, table.place() + ".columns");
            columns.add(new ManifestColumn(
                    fields.text("name"), fields.text("type"), fields.truth("nullable"), fields.truth("key")));
        }
        return new ManifestTable(name, table.number("rows"), table.text("fingerprint"), table.truth("whole"), columns);
    }

    private static ManifestFile file(JsonFields file) {
        return new ManifestFile(file.text("path"), file.textOrNull("table"), file.number("bytes"), file.text("sha256"));
    }

    /** What is said twice has to be the same. */
    private static void check(Manifest manifest, JsonNode document) {
        for (ManifestFile file : manifest.files()) {
            boolean isLedger = manifest.dirty() != null && LedgerEntry.TABLE.equals(file.table());
            if (file.table() != null && !isLedger && !manifest.tables().containsKey(file.table())) {
                throw new ManifestException(Manifest.FILE + " has a file " + file.path() + " of a table " + file.table()
                        + ", which is not among its tables");
            }
        }
        JsonNode derived = derived(manifest);
        for (String field : manifest.config() == null ? List.<String>of() : FROM_CONFIGURATION) {
            if (!derived.path(field).equals(document.path(field))) {
                throw new ManifestException(Manifest.FILE + ": " + field + " is " + document.path(field)
                        + ", and its configuration says " + derived.path(field));
            }
        }
    }

    /** As it would be written. */
    private static JsonNode derived(Manifest manifest) {
        try {
            return JSON.readTree(manifest.bytes());
        } catch (IOException e) {
            throw new IllegalStateException("a manifest has turned out to be no JSON", e);
        }
    }

    private static @Nullable Map<String, Object> dirty(JsonNode dirty) {
        return dirty.isObject() ? JSON.convertValue(dirty, new TypeReference<Map<String, Object>>() {}) : null;
    }

    /** JSON is YAML too. */
    private static @Nullable ForgeConfig config(JsonNode configuration, String layout) {
        if (!configuration.isObject()) {
            return null;
        }
        String yaml = configuration.toString();
        return layout.equals(CodeColumns.LAYOUT)
                ? ConfigReader.recordedWithoutIds(yaml, Manifest.FILE)
                : ConfigReader.recorded(yaml, Manifest.FILE);
    }
}
