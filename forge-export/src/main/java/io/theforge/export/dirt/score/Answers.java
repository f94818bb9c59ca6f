package io.theforge.export.dirt.score;

import io.theforge.export.read.FileQuery;
import io.theforge.export.text.PayloadFormat;
import java.sql.SQLException;
import java.util.List;

/**
 * Answers of {@code POST /ingest/sales-daily}, one after another: the first is the one to the first payload of the export, unless {@code
 * file} in them names another. Their errors become rejections.
 */
final class Answers {
    private static final String REMEDY = "give the answers one after another, in the order of the payloads";

    private final Scratch scratch;
    private final ExportedFiles files;
    private final CsvFile json;

    Answers(Scratch scratch, ExportedFiles files, CsvFile json) {
        this.scratch = scratch;
        this.files = files;
        this.json = json;
    }

    /** @param isExport whether all payloads of the export are known */
    void read(boolean isExport) throws SQLException {
        try {
            scratch.run("CREATE TABLE answer AS SELECT row_number() OVER () AS place, * FROM read_json("
                    + FileQuery.literal(json.path())
                    + ", format = 'unstructured', auto_detect = false, columns = {file: 'VARCHAR',"
                    + " total_received: 'BIGINT', status: 'VARCHAR', detail: 'VARCHAR',"
                    + " errors: 'STRUCT(row_index BIGINT, error_code VARCHAR)[]'})");
        } catch (SQLException e) {
            DirtFileException unreadable = json.unreadable(e);
            throw new DirtFileException(
                    unreadable.place(), String.valueOf(unreadable.getMessage()), "give the answers as they came");
        }
        refuse(
                "total_received IS NULL OR errors IS NULL",
                "CASE WHEN status IS NULL THEN 'is no answer of POST /ingest/sales-daily: it has no total_received, or no"
                        + " errors' ELSE 'is a refusal of the whole payload (' || status || coalesce(': ' || detail, '')"
                        + " || '), which tells of no row' END",
                REMEDY);
        List<String> payloads = files.paths();
        boolean isOneFile = payloads.size() == 1
                && payloads.get(0).replaceFirst("\\.(gz|zst)$", "").endsWith(".jsonl");
        long answers = scratch.number("SELECT count(*) FROM answer WHERE file IS NULL");
        if (answers > 0 && !isExport) {
            throw new DirtFileException(
                    json.shown(),
                    "has answers without file, and no manifest.json beside the ledger tells which payloads there are",
                    "leave the ledger beside its manifest.json, or name the payload of each answer with file");
        }
        long expected = isOneFile ? answers : payloads.size();
        if (answers > 0 && answers != expected) {
            throw new DirtFileException(
                    json.shown(),
                    "has " + answers + (answers == 1 ? " answer" : " answers") + " without file, and the export has "
                            + expected + (expected == 1 ? " payload" : " payloads"),
                    REMEDY + ", or name the payload of each with file");
        }
        refuse(
                "len(list_filter(errors, e -> e.row_index IS NULL OR e.row_index < 0 OR e.row_index >= total_received)) > 0",
                "'has an error with a row_index beyond the ' || total_received || ' records that it received'",
                "give the answers as they came");
        scratch.run("CREATE TABLE payload (place BIGINT, path VARCHAR, before BIGINT)");
        if (isOneFile) {
            scratch.run("INSERT INTO payload SELECT place, " + FileQuery.text(payloads.get(0)) + ", (place - 1) * "
                    + PayloadFormat.RECORDS + " FROM answer");
        } else {
            for (int i = 0; i < payloads.size(); i++) {
                scratch.run("INSERT INTO payload VALUES (" + (i + 1) + ", " + FileQuery.text(payloads.get(i)) + ", 0)");
            }
        }
        scratch.run("CREATE TABLE given AS SELECT place, coalesce(file, path) AS file,"
                + " CAST(before + e.row_index + 1 AS VARCHAR) AS line, CAST(NULL AS VARCHAR) AS kind, CASE e.error_code"
                + " WHEN 'UNKNOWN_STORE' THEN 'store_code' WHEN 'UNKNOWN_PRODUCT' THEN 'sku'"
                + " WHEN 'UNKNOWN_DATE' THEN 'date' ELSE '' END AS col"
                + " FROM (SELECT answer.place, file, path, coalesce(before, 0) AS before, unnest(errors) AS e"
                + " FROM answer LEFT JOIN payload USING (place))");
        Rejections.resolve(scratch, files, json.shown());
    }

    private void refuse(String condition, String message, String remedy) throws SQLException {
        String[] bad =
                scratch.first("SELECT place, " + message + " FROM answer WHERE " + condition + " ORDER BY place", row ->
                        new String[] {row.getString(1), row.getString(2)});
        if (bad != null) {
            throw new DirtFileException(json.shown() + ":" + bad[0], bad[1], remedy);
        }
    }
}
