package io.theforge.export.manifest;

import io.theforge.export.manifest.ManifestTable.ManifestColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which files there are, and where in them the fields of a table are. */
final class CroissantSources {
    private final Manifest manifest;

    CroissantSources(Manifest manifest) {
        this.manifest = manifest;
    }

    /** Returns all files, and beside them a set for each table that has several. */
    List<Map<String, Object>> distribution() {
        List<Map<String, Object>> distribution = new ArrayList<>();
        for (ManifestFile file : manifest.files()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("@type", "cr:FileObject");
            object.put("@id", file.path());
            object.put("name", file.path());
            object.put("contentUrl", file.path());
            object.put("contentSize", file.bytes() + " B");
            object.put("encodingFormat", isOfATable(file) ? encodingFormat() : "text/csv");
            object.put("sha256", file.sha256());
            distribution.add(object);
        }
        for (ManifestTable table : manifest.tables().values()) {
            List<ManifestFile> files = files(table);
            if (files.size() > 1) {
                String path = files.get(0).path();
                Map<String, Object> set = new LinkedHashMap<>();
                set.put("@type", "cr:FileSet");
                set.put("@id", setId(table));
                set.put("name", table.name());
                set.put("encodingFormat", encodingFormat());
                set.put("includes", path.substring(0, path.lastIndexOf('/')) + "/*" + ending(path));
                distribution.add(set);
            }
        }
        return distribution;
    }

    /** Clusters lay files of their own beside those with rows. */
    private String ending(String path) {
        return manifest.asked().layout().equals(CodeColumns.LAYOUT) ? path.substring(path.lastIndexOf('.')) : "";
    }

    /** The ledger of what was spoiled has rows of none. */
    private boolean isOfATable(ManifestFile file) {
        return file.table() == null || manifest.tables().containsKey(file.table());
    }

    /** Returns whether rows of a table lie in files. */
    boolean has(ManifestTable table) {
        return !files(table).isEmpty();
    }

    private List<ManifestFile> files(ManifestTable table) {
        return manifest.files().stream()
                .filter(file -> file.table() == null || file.table().equals(table.name()))
                .toList();
    }

    private static String setId(ManifestTable table) {
        return "files/" + table.name();
    }

    /** Returns where a column's values are. */
    Map<String, Object> of(ManifestTable table, ManifestColumn column) {
        List<ManifestFile> files = files(table);
        Map<String, Object> source = new LinkedHashMap<>();
        source.put(
                files.size() > 1 ? "fileSet" : "fileObject",
                Croissant.reference(
                        files.size() > 1 ? setId(table) : files.get(0).path()));
        boolean isPayload = manifest.asked().layout().equals("ingest");
        source.put("extract", isPayload ? Map.of("jsonPath", "$.records[*]." + column.name()) : extract(table, column));
        return source;
    }

    private Map<String, Object> extract(ManifestTable table, ManifestColumn column) {
        return switch (manifest.asked().format()) {
            case "json" -> Map.of("jsonPath", "$[*]." + column.name());
            case "sql", "duckdb" -> Map.of("column", table.name() + "." + column.name());
            default -> Map.of("column", column.name());
        };
    }

    private Object encodingFormat() {
        String format = switch (manifest.asked().format()) {
            case "csv" -> "text/csv";
            case "jsonl" -> "application/jsonlines";
            case "json" -> "application/json";
            case "parquet", "delta" -> "application/x-parquet";
            case "orc" -> "application/x-orc";
            case "sql" -> "application/sql";
            default -> "https://duckdb.org/docs/stable/internals/storage";
        };
        return switch (manifest.asked().compression()) {
            case "gzip" -> List.of(format, "application/gzip");
            case "zstd" -> List.of(format, "application/zstd");
            default -> format;
        };
    }
}
