package io.theforge.export.dirt.score;

import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.file.Sha256;
import io.theforge.export.file.SystemWords;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import io.theforge.export.read.manifest.ManifestException;
import io.theforge.export.read.manifest.ManifestReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a ledger into a table {@code ledger}, when it is the whole ledger of its export. */
final class LedgerRows {
    private static final List<String> COLUMNS = List.of(LedgerEntry.HEADER.split(","));

    private static final String WHAT = "the file dirt.csv that an export with --dirty has written";
    private static final String REMEDY = "take the ledger as the export has written it";

    private final Scratch scratch;
    private final CsvFile file;
    private final @Nullable Manifest manifest;

    private LedgerRows(Scratch scratch, CsvFile file, @Nullable Manifest manifest) {
        this.scratch = scratch;
        this.file = file;
        this.manifest = manifest;
    }

    /** Reads it. @return the manifest beside it; null where there is none */
    static @Nullable Manifest read(Scratch scratch, Path path, String shown) throws SQLException {
        CsvFile file = CsvFile.of(path, shown, WHAT);
        Path folder = path.toAbsolutePath().getParent();
        try {
            Manifest manifest = folder != null && ManifestReader.isIn(folder) ? ManifestReader.read(folder) : null;
            LedgerRows rows = new LedgerRows(scratch, file, manifest);
            rows.refuseOther();
            rows.load();
            return manifest;
        } catch (ManifestException e) {
            throw new DirtFileException(shown, "the manifest beside it cannot be read: " + e.getMessage(), REMEDY);
        } catch (IOException e) {
            throw new DirtFileException(shown, "cannot be read (" + SystemWords.of(e) + ")", "give " + WHAT);
        }
    }

    private void refuseOther() throws IOException {
        List<String> columns = file.columns();
        List<String> missing =
                COLUMNS.stream().filter(name -> !columns.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new DirtFileException(
                    file.shown(), "is no ledger: it has no column " + String.join(", ", missing), "give " + WHAT);
        }
        if (manifest != null) {
            refuseChanged(manifest);
        }
        if (!file.endsWithLine()) {
            throw new DirtFileException(file.shown(), "ends within a line: it was cut off", REMEDY);
        }
    }

    /** What is cut off at the end of a line, or edited, differs in its checksum. */
    private void refuseChanged(Manifest beside) throws IOException {
        Optional<ManifestFile> recorded = beside.files().stream()
                .filter(each -> each.path().equals(LedgerEntry.FILE))
                .findFirst();
        if (recorded.isEmpty()) {
            throw new DirtFileException(
                    file.shown(),
                    "is not the ledger of the export that it lies in, which is clean: manifest.json names no dirt.csv",
                    "take the ledger from the folder of the dirty export");
        }
        String sha256 = Sha256.of(file.path());
        if (!sha256.equals(recorded.get().sha256())) {
            throw new DirtFileException(
                    file.shown(),
                    "is not the ledger that manifest.json beside it names: it belongs to another export, was cut off or was"
                            + " edited (its SHA-256 is " + sha256 + ", and that of the manifest "
                            + recorded.get().sha256() + ")",
                    REMEDY);
        }
    }

    private void load() throws SQLException {
        String wrong = "CASE WHEN \"table\" IS NULL THEN 'table' WHEN file IS NULL THEN 'file'"
                + " WHEN line IS NOT NULL AND coalesce(TRY_CAST(line AS BIGINT), 0) < 1 THEN 'line'"
                + " WHEN kind IS NULL THEN 'kind' WHEN severity IS NULL THEN 'severity'"
                + " WHEN detectable IS NULL OR detectable NOT IN ('true', 'false') THEN 'detectable' END";
        try {
            scratch.run("CREATE TABLE ledger AS SELECT place, \"table\", key, file, TRY_CAST(line AS BIGINT) AS line,"
                    + " coalesce(\"column\", '') AS col, kind, clean, dirty, severity, detectable = 'true' AS detectable, "
                    + wrong + " AS wrong FROM " + file.rows(file.columns()));
        } catch (SQLException e) {
            throw file.unreadable(e);
        }
        String first = scratch.first(
                "SELECT place, wrong FROM ledger WHERE wrong IS NOT NULL ORDER BY place",
                row -> row.getLong(1) + ": " + row.getString(2));
        if (first != null) {
            String[] told = first.split(": ");
            throw new DirtFileException(
                    file.shown() + ":" + told[0], "its " + told[1] + " is none: the ledger was edited", REMEDY);
        }
    }
}
