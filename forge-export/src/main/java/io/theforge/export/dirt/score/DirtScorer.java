package io.theforge.export.dirt.score;

import io.theforge.export.manifest.Manifest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
            new Rejections(scratch, files, given).read();
            List<String> notes = new ArrayList<>();
            if (manifest == null) {
                notes.add(
                        "no manifest.json lies beside the ledger: whether it is whole, and whether the rejected rows exist,"
                                + " could not be checked");
            }
            return score(Judgement.of(scratch), notes);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DirtScore score(Judgement judgement, List<String> notes) throws SQLException {
        long rejected = judgement.rejected();
        long hits = judgement.rejected("hit");
        long beside = judgement.rejected("beside");
        Double precision = rejected == beside ? null : (Double) ((double) hits / (rejected - beside));
        notes.addAll(judgement.notes());
        return new DirtScore(
                rejected,
                judgement.dirtyRows(),
                hits,
                beside,
                judgement.all(precision),
                judgement.kinds(precision),
                judgement.missed(),
                judgement.falseAlarms(),
                notes);
    }
}
