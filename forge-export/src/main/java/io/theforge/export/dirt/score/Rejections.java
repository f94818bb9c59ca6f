package io.theforge.export.dirt.score;

import io.theforge.export.read.FileQuery;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Rows that were rejected, by {@code file,line}: into a table {@code rejection}, when they are rows of the export. */
final class Rejections {
    private final Scratch scratch;
    private final ExportedFiles files;
    private final CsvFile csv;

    Rejections(Scratch scratch, ExportedFiles files, CsvFile csv) {
        this.scratch = scratch;
        this.files = files;
        this.csv = csv;
    }

    void read(List<String> columns) throws SQLException {
        try {
            scratch.run("CREATE TABLE given AS SELECT place, trim(file) AS file, trim(line) AS line, "
                    + optional(columns, "kind") + " AS kind, " + optional(columns, "column") + " AS col FROM "
                    + csv.rows(columns));
        } catch (SQLException e) {
            throw csv.unreadable(e);
        }
        resolve(scratch, files, csv.shown());
    }

    /** Returns a column as a text that is not null; NULL where there is no such column. */
    static String optional(List<String> columns, String name) {
        return columns.contains(name) ? "coalesce(trim(" + FileQuery.name(name) + "), '')" : "CAST(NULL AS VARCHAR)";
    }

    /** Takes {@code given} into {@code rejection}, where a line has a number of its own, and {@code shown}, what people call it. */
    static void resolve(Scratch scratch, ExportedFiles files, String shown) throws SQLException {
        String bad = scratch.first(
                "SELECT place, coalesce(CASE WHEN file IS NULL THEN 'names no file' WHEN line IS NULL THEN 'has no line'"
                        + " ELSE 'line \"' || line || '\" is no whole number from 1' END) FROM given WHERE file IS NULL"
                        + " OR line IS NULL OR coalesce(TRY_CAST(line AS BIGINT), 0) < 1"
                        + " OR TRY_CAST(line AS BIGINT) <> TRY_CAST(line AS DOUBLE) ORDER BY place",
                row -> row.getLong(1) + " " + row.getString(2));
        if (bad != null) {
            int blank = bad.indexOf(' ');
            throw new DirtFileException(
                    shown + ":" + bad.substring(0, blank),
                    bad.substring(blank + 1),
                    "lines count from 1, the header's, in CSV; records count from 1 in Parquet and JSON");
        }
        scratch.run("CREATE TABLE named (given VARCHAR, file path)");
        for (String[] each : scratch.rows("SELECT file, min(place) FROM given GROUP BY file ORDER BY 2", row ->
                new String[] {row.getString(1), row.getString(2)})) {
            String path = files.path(each[0]);
            if (path == null) {
                throw new DirtFileException(
                        shown + ":" + each[1],
                        "rejects a row of " + each[0] + ", which is no file of the export",
                        files.remedy(each[0]));
            }
            scratch.run("INSERT INTO named VALUES (" + FileQuery.text(each[0]) + ", " + FileQuery.text(path) + ")");
        }
        scratch.run(
                "CREATE TABLE rejection AS SELECT place, enum_code(named.file) * 1099511627776 + CAST(line AS BIGINT)"
                        + " AS id, named.file, CAST(line AS BIGINT) AS line, kind, col FROM given"
                        + " JOIN named ON given.file = named.given");
        scratch.run("CREATE VIEW shown AS SELECT id, file || ':' || line AS name FROM rejection");
        refuseLinesBeyond(scratch, files, shown);
        refuseHeaders(scratch, files, shown);
    }

    /** A header is a row for the ledger alone, where something is wrong with it. */
    private static void refuseHeaders(Scratch scratch, ExportedFiles files, String shown) throws SQLException {
        String header = files.haveHeaders()
                ? scratch.first(
                        "SELECT place, file FROM rejection WHERE line = 1 AND NOT EXISTS (FROM ledger WHERE ledger.file ="
                                + " rejection.file AND ledger.line = 1) ORDER BY place",
                        row -> row.getLong(1) + " " + row.getString(2))
                : null;
        if (header != null) {
            int blank = header.indexOf(' ');
            throw new DirtFileException(
                    shown + ":" + header.substring(0, blank),
                    "rejects line 1 of " + header.substring(blank + 1) + ", which is its header",
                    "count lines from the header's, which is 1: the first row has line 2");
        }
    }

    /** Counting takes time: where the ledger has dirt as far down, that much is there. */
    private static void refuseLinesBeyond(Scratch scratch, ExportedFiles files, String shown) throws SQLException {
        record Last(String file, long line, long place) {}
        for (Last last : scratch.rows(
                "SELECT file, max(line), arg_max(place, line) FROM rejection GROUP BY file HAVING max(line) >"
                        + " coalesce((SELECT max(ledger.line) FROM ledger WHERE ledger.file = rejection.file), 0) ORDER BY 3",
                row -> new Last(Objects.requireNonNull(row.getString(1)), row.getLong(2), row.getLong(3)))) {
            long lines = files.lines(last.file);
            if (lines >= 0 && last.line > lines) {
                throw new DirtFileException(
                        shown + ":" + last.place,
                        "rejects line " + last.line + " of " + last.file + ", which has " + lines,
                        "reject rows of the export that the ledger lies in");
            }
        }
    }
}
