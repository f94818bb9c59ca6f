package io.theforge.export.dirt.score;

import io.theforge.export.manifest.Manifest;
import io.theforge.export.read.UnreadableException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores a validator: its rejections against the ledger of what is dirty. */
public final class DirtScorer {
    private DirtScorer() {}

    /**
     * Scores rejections.
     *
     * @param folder that both names are relative to
     * @param rejections CSV with {@code file,line} or the columns of a table's key, or answers of {@code POST /ingest/sales-daily}
     * @param ledger {@code dirt.csv}; the manifest beside it tells whether it is whole, and which rows there are
     * @throws DirtFileException naming the file, and its line, that is wrong
     */
    public static DirtScore score(Path folder, String rejections, String ledger) {
        try (Scratch scratch = Scratch.open()) {
            Path ledgerPath = folder.resolve(ledger);
            Manifest manifest = LedgerRows.read(scratch, ledgerPath, ledger);
            ExportedFiles files = ExportedFiles.of(scratch, ledgerPath, manifest);
            CsvFile given =
                    CsvFile.of(folder.resolve(rejections), rejections, "the rows that a validator has rejected");
            List<String> notes = new ArrayList<>(read(scratch, given, files, manifest));
            if (manifest == null) {
                notes.add(
                        "no manifest.json lies beside the ledger: whether it is whole, and whether the rejected rows exist,"
                                + " could not be checked");
            }
            return score(Judgement.of(scratch), notes);
        } catch (SQLException e) {
            String told = String.valueOf(UnreadableException.of("", "", e).getMessage());
            throw new DirtFileException(
                    rejections,
                    "could not be scored: " + told.replaceFirst("^.*cannot be read: ", ""),
                    "make room in the folder for temporary files, or name another with"
                            + " FORGE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
        }
    }

    private static List<String> read(Scratch scratch, CsvFile given, ExportedFiles files, @Nullable Manifest manifest)
            throws SQLException {
        if (given.isJson()) {
            new Answers(scratch, files, given).read(manifest != null);
            return List.of();
        }
        List<String> columns = given.columns();
        if (columns.contains("file") && columns.contains("line")) {
            new Rejections(scratch, files, given).read(columns);
            return List.of();
        }
        if (manifest == null || columns.contains("file") || columns.contains("line")) {
            throw new DirtFileException(
                    given.shown(),
                    "has no columns file and line; its columns are " + String.join(", ", columns),
                    manifest == null
                            ? "add them, or leave the ledger beside manifest.json, which tells the columns of keys"
                            : "add the one that is missing");
        }
        return KeyRejections.read(scratch, manifest, files, given, columns);
    }

    private static DirtScore score(Judgement judgement, List<String> notes) throws SQLException {
        long rejected = judgement.rejected();
        long hits = judgement.rejected("hit");
        long clean = judgement.rejected("clean");
        Double precision = hits + clean == 0 ? null : (Double) ((double) hits / (hits + clean));
        notes.addAll(judgement.notes());
        return new DirtScore(
                rejected,
                judgement.dirtyRows(),
                hits,
                clean,
                judgement.all(precision),
                judgement.kinds(precision),
                judgement.missed(),
                judgement.falseAlarms(),
                notes);
    }
}
