package io.theforge.export.dirt.score;

import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import io.theforge.export.read.FileQuery;
import io.theforge.export.text.PayloadFormat;
import io.theforge.text.NearestWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files that rows can be rejected in, and how many lines they have. */
final class ExportedFiles {
    private final Scratch scratch;
    private final Path folder;
    private final @Nullable Manifest manifest;
    private final List<String> paths;

    private ExportedFiles(Scratch scratch, Path folder, @Nullable Manifest manifest, List<String> paths) {
        this.scratch = scratch;
        this.folder = folder;
        this.manifest = manifest;
        this.paths = paths;
    }

    /** @param manifest that of the ledger's folder; without it, the files that the ledger names are known */
    static ExportedFiles of(Scratch scratch, Path ledger, @Nullable Manifest manifest) throws SQLException {
        List<String> paths = manifest == null
                ? scratch.rows("SELECT DISTINCT file FROM ledger ORDER BY file", row -> row.getString(1))
                : manifest.files().stream()
                        .filter(file -> !file.path().equals(LedgerEntry.FILE))
                        .map(ManifestFile::path)
                        .toList();
        // a number each, where thousands of rows would repeat the text
        scratch.run("CREATE TYPE path AS ENUM (SELECT file FROM ledger UNION SELECT unnest(["
                + paths.stream().map(FileQuery::text).collect(Collectors.joining(", ")) + "]))");
        scratch.run("ALTER TABLE ledger ALTER file TYPE path");
        Path folder = ledger.toAbsolutePath().getParent();
        return new ExportedFiles(scratch, folder == null ? ledger : folder, manifest, paths);
    }

    List<String> paths() {
        return paths;
    }

    /** Returns the path inside the export that was meant: what stands before it is the way to the folder. Null where there is none. */
    @Nullable
    String path(String given) {
        String slashes = given.replace('\\', '/');
        return paths.stream()
                .filter(path -> slashes.equals(path) || slashes.endsWith("/" + path))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse(null);
    }

    /** Returns whether the first line of a file is no row. */
    boolean haveHeaders() {
        return manifest != null && manifest.asked().format().equals("csv");
    }

    /** Returns what to do where there is no such file. */
    String remedy(String given) {
        return manifest != null
                ? "name it as manifest.json does"
                        + NearestWord.of(given, paths)
                                .map(near -> ": did you mean " + near + "?")
                                .orElse(paths.isEmpty() ? "" : ", such as " + paths.get(0))
                : "leave the ledger beside manifest.json, which knows files without dirt";
    }

    /** Returns how many lines or records a file has; negative where it is not beside the ledger, or cannot be counted. */
    long lines(String path) {
        Path file = folder.resolve(path).normalize();
        if (manifest == null || !file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            return -1;
        }
        boolean isPayload = manifest.asked().layout().equals("ingest");
        String source = FileQuery.literal(file);
        try {
            return switch (manifest.asked().format()) {
                case "csv" -> lines(source, file);
                case "jsonl" -> (isPayload ? PayloadFormat.RECORDS : 1) * lines(source, file);
                case "json" ->
                    scratch.number("SELECT " + (isPayload ? "sum(len(records))" : "count(*)") + " FROM read_json("
                            + source + ", format = 'auto', columns = {records: 'JSON[]'}" + FileQuery.compression(file)
                            + ")");
                case "parquet" -> scratch.number("SELECT sum(num_rows) FROM parquet_file_metadata(" + source + ")");
                default -> -1;
            };
        } catch (SQLException e) {
            return -1; // dirt may have spoilt its form
        }
    }

    /** As bytes, not as UTF-8: dirt may have spoilt the encoding. */
    private long lines(String source, Path file) throws SQLException {
        return scratch.number("SELECT count(*) FROM read_csv(" + source
                + ", header = false, auto_detect = false, delim = E'\\x01', quote = '', escape = '',"
                + " columns = {'line': 'VARCHAR'}, encoding = 'latin-1', strict_mode = false"
                + FileQuery.compression(file) + ")");
    }

    /** Returns what a query reads the rows of a table from, a source for each of its files; what cannot be read as a row is left out. */
    List<String> rows(Manifest export, String table) {
        return export.files().stream()
                .filter(file -> table.equals(file.table()) && Files.isRegularFile(folder.resolve(file.path())))
                .map(file -> source(export.asked().format(), folder.resolve(file.path())))
                .filter(source -> !source.isEmpty())
                .toList();
    }

    private static String source(String format, Path file) {
        return switch (format) {
            case "csv" ->
                "read_csv(" + FileQuery.literal(file) + ", header = true, all_varchar = true, delim = ',',"
                        + " quote = '\"', escape = '\"', strict_mode = false, ignore_errors = true"
                        + FileQuery.compression(file) + ")";
            case "jsonl" ->
                "read_json(" + FileQuery.literal(file) + ", format = 'newline_delimited',"
                        + " ignore_errors = true, convert_strings_to_integers = false" + FileQuery.compression(file)
                        + ")";
            case "json" ->
                "read_json(" + FileQuery.literal(file) + ", format = 'array'" + FileQuery.compression(file) + ")";
            case "parquet" -> "read_parquet(" + FileQuery.literal(file) + ", hive_partitioning = false)";
            default -> "";
        };
    }
}
