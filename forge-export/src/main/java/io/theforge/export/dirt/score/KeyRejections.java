package io.theforge.export.dirt.score;

import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestTable;
import io.theforge.export.manifest.ManifestTable.ManifestColumn;
import io.theforge.export.read.FileQuery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows that were rejected by the key of their table. A row is found by the key that it had, which the ledger has, and by the one that it
 * has now: dirt may be in the key.
 */
final class KeyRejections {
    private static final String REMEDY =
            "give CSV with the columns file and line, or with the columns of a table's key";

    private final Scratch scratch;
    private final Manifest manifest;
    private final ExportedFiles files;
    private final CsvFile csv;
    private final List<String> columns;
    private final ManifestTable table;
    private final List<String> key;

    private KeyRejections(
            Scratch scratch, Manifest manifest, ExportedFiles files, CsvFile csv, List<String> columns, String named) {
        this.scratch = scratch;
        this.manifest = manifest;
        this.files = files;
        this.csv = csv;
        this.columns = columns;
        table = table(named);
        key = key(table);
    }

    /** Reads them. @return a note on what could not be checked; empty where all could */
    static List<String> read(Scratch scratch, Manifest manifest, ExportedFiles files, CsvFile csv, List<String> columns)
            throws SQLException {
        String named = "";
        if (columns.contains("table")) {
            List<String> tables = scratch.rows(
                    "SELECT DISTINCT coalesce(\"table\", '') FROM " + csv.rows(columns) + " LIMIT 2",
                    row -> row.getString(1));
            if (tables.size() > 1) {
                throw new DirtFileException(
                        csv.shown(), "has keys of several tables", "give those of each table in a file of its own");
            }
            named = tables.isEmpty() ? "" : tables.get(0);
        }
        return new KeyRejections(scratch, manifest, files, csv, columns, named).load();
    }

    private static List<String> key(ManifestTable table) {
        return table.columns().stream()
                .filter(ManifestColumn::isKey)
                .map(ManifestColumn::name)
                .toList();
    }

    /** @param named the table that the file names; empty where it names none */
    private ManifestTable table(String named) {
        List<ManifestTable> fitting = manifest.tables().values().stream()
                .filter(each ->
                        named.isEmpty() ? key(each).size() > 1 : each.name().equals(named))
                .filter(each -> !key(each).isEmpty() && columns.containsAll(key(each)))
                .toList();
        // the columns of one table's key may be among those of another's
        int most = fitting.stream().mapToInt(each -> key(each).size()).max().orElse(0);
        List<ManifestTable> best =
                fitting.stream().filter(each -> key(each).size() == most).toList();
        if (best.isEmpty()) {
            throw new DirtFileException(
                    csv.shown(),
                    "has neither file and line nor the key of a table; its columns are " + String.join(", ", columns),
                    REMEDY + ": " + keys());
        }
        if (best.size() > 1) {
            throw new DirtFileException(
                    csv.shown(),
                    "has the key of several tables: "
                            + best.stream().map(ManifestTable::name).collect(Collectors.joining(", ")),
                    "add a column table that names the one that is meant");
        }
        return best.get(0);
    }

    /** "sales_daily (date, store_id, product_id)". */
    private String keys() {
        return manifest.tables().values().stream()
                .filter(each -> !key(each).isEmpty())
                .map(each -> each.name() + " (" + String.join(", ", key(each)) + ")")
                .collect(Collectors.joining(", "));
    }

    private List<String> load() throws SQLException {
        try {
            scratch.run("CREATE TABLE given AS SELECT place, " + joined(key) + " AS key, "
                    + Rejections.optional(columns, "kind") + " AS kind, " + Rejections.optional(columns, "column")
                    + " AS col FROM " + csv.rows(columns));
        } catch (SQLException e) {
            throw csv.unreadable(e);
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            String spoilt = "FILTER (col = " + FileQuery.text(key.get(i)) + ")";
            parts.add("CASE WHEN count(*) " + spoilt + " > 0 THEN coalesce(max(dirty) " + spoilt
                    + ", '') ELSE split_part(key, '|', " + (i + 1) + ") END");
        }
        scratch.run("CREATE TABLE keyed AS SELECT file, line, key, " + String.join(" || '|' || ", parts)
                + " AS now FROM ledger WHERE key IS NOT NULL AND line IS NOT NULL AND \"table\" = "
                + FileQuery.text(table.name()) + " GROUP BY file, line, key");
        scratch.run("CREATE TABLE first AS SELECT key, min(place) AS id FROM given GROUP BY key");
        scratch.run("CREATE TABLE rejection AS SELECT place, id, k.file, k.line, kind, given.col FROM given"
                + " JOIN first USING (key) LEFT JOIN (SELECT file, line, key FROM keyed UNION SELECT file, line, now"
                + " FROM keyed) k ON k.key = given.key");
        scratch.run("CREATE VIEW shown AS SELECT id, key AS name FROM first");
        return refuseOthers();
    }

    /** Returns the columns with bars between, as the ledger has them. */
    private static String joined(List<String> columns) {
        return columns.stream()
                .map(column -> "coalesce(CAST(" + FileQuery.name(column) + " AS VARCHAR), '')")
                .collect(Collectors.joining(" || '|' || "));
    }

    /** What the ledger does not know must be a clean row. */
    private List<String> refuseOthers() throws SQLException {
        List<String> unchecked =
                List.of("whether the rejected keys that the ledger does not know are rows of the export"
                        + " could not be checked: its files cannot be read as they are");
        if (scratch.number("SELECT count(*) FROM rejection WHERE file IS NULL") == 0) {
            return List.of();
        }
        List<String> sources = files.rows(manifest, table.name());
        if (sources.isEmpty()) {
            return unchecked;
        }
        String there = sources.stream()
                .map(source -> "SELECT hash(" + joined(key) + ") AS hashed FROM " + source)
                .collect(Collectors.joining(" UNION ALL "));
        String[] other;
        try {
            scratch.run("CREATE TABLE there AS " + there);
            other = scratch.first(
                    "SELECT id, key FROM first ANTI JOIN (SELECT DISTINCT id FROM rejection WHERE file IS NOT NULL) USING (id)"
                            + " ANTI JOIN there ON hashed = hash(key) ORDER BY id",
                    row -> new String[] {row.getString(1), row.getString(2)});
        } catch (SQLException e) {
            return unchecked;
        }
        if (other != null) {
            throw new DirtFileException(
                    csv.shown() + ":" + other[0],
                    "rejects " + other[1].replace("|", ", ") + ", which no row of " + table.name() + " has as its "
                            + String.join(", ", key),
                    "reject rows of the export that the ledger lies in");
        }
        return List.of();
    }
}
