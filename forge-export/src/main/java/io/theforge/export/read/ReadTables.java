package io.theforge.export.read;

import io.theforge.export.manifest.CodeColumns;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import io.theforge.export.manifest.ManifestTable;
import io.theforge.export.manifest.ManifestTable.ManifestColumn;
import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which tables an export has, and which columns they have: by its manifest, or by the names of its files where there is none. */
final class ReadTables {
    /** Forms that can be told by a file's name. */
    private static final Pattern FILE =
            Pattern.compile("(?:truth/)?([a-z_]+)(?:/[^/]+)?\\.(csv|jsonl|json|parquet)(\\.gz|\\.zst)?");

    /** Layouts whose tables are those of the dataset, row by row. */
    private static final List<String> WITH_TABLES = List.of("tables", CodeColumns.LAYOUT);

    private ReadTables() {}

    static List<ReadTable> of(Manifest manifest) {
        List<ReadTable> tables = new ArrayList<>();
        String layout = manifest.asked().layout();
        if (layout.equals("ingest")) {
            return tables;
        }
        for (ManifestTable table : manifest.tables().values()) {
            List<String> files = manifest.files().stream()
                    .filter(file -> file.table() == null || file.table().equals(table.name()))
                    .map(ManifestFile::path)
                    .toList();
            Table known = known(table, layout);
            if (known != null && layout.equals(CodeColumns.LAYOUT)) {
                tables.add(ReadTable.ofCodes(CodeColumns.of(known), known, files));
                continue;
            }
            List<Column> columns = known != null
                    ? known.definition()
                    : table.columns().stream().map(ReadTables::column).toList();
            tables.add(ReadTable.of(table.name(), columns, known, files));
        }
        return tables;
    }

    /** A layout may have a table of the same name with other columns. */
    private static @Nullable Table known(ManifestTable table, String layout) {
        return Arrays.stream(Table.values())
                .filter(each -> each.sqlName().equals(table.name())
                        && (WITH_TABLES.contains(layout) || each.group() == Table.Group.ANSWER_KEY))
                .findFirst()
                .orElse(null);
    }

    private static Column column(ManifestColumn column) {
        Matcher type = Pattern.compile("([a-z ]+)(?:\\((\\d+)(?:,(\\d+))?\\))?").matcher(column.type());
        if (!type.matches()) {
            throw new UnreadableException("manifest.json: \"" + column.type() + "\" is no type of a column");
        }
        int size = type.group(2) == null ? 0 : Integer.parseInt(type.group(2));
        Kind kind = switch (type.group(1)) {
            case "integer" -> Kind.INTEGER;
            case "date" -> Kind.DATE;
            case "boolean" -> Kind.BOOL;
            case "double precision" -> Kind.REAL;
            case "numeric" -> "2".equals(type.group(3)) ? Kind.CENTS : Kind.BASIS_POINTS;
            default -> Kind.TEXT;
        };
        Column.Role role = column.isKey() ? Column.Role.KEY : Column.Role.VALUE;
        return new Column(column.name(), kind, role, size, column.mayBeNull());
    }

    /** Returns the tables of a folder without a manifest: files and folders that are named after one. */
    static List<ReadTable> of(Path folder) {
        List<String> files = FileChecks.files(folder);
        List<ReadTable> tables = new ArrayList<>();
        for (Table table : Table.values()) {
            List<String> own = files.stream()
                    .filter(path -> matched(path)
                            .filter(parts -> parts.group(1).equals(table.sqlName()))
                            .isPresent())
                    .toList();
            if (!own.isEmpty()) {
                tables.add(ReadTable.of(table.sqlName(), table.definition(), table, own));
            }
        }
        return tables;
    }

    private static Optional<Matcher> matched(String path) {
        return Optional.of(FILE.matcher(path)).filter(Matcher::matches);
    }

    /** Returns the format of files without a manifest. */
    static String format(List<ReadTable> tables) {
        List<String> formats = tables.stream()
                .flatMap(table -> table.files().stream())
                .flatMap(path -> matched(path).stream())
                .map(parts -> parts.group(2))
                .distinct()
                .toList();
        if (formats.size() > 1) {
            throw new UnreadableException("the files have several formats: " + String.join(", ", formats));
        }
        return formats.get(0);
    }
}
