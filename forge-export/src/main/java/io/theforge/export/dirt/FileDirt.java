package io.theforge.export.dirt;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.kind.Kind;
import io.theforge.export.dirt.kind.Kinds;
import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.dirt.ledger.LedgerPart;
import io.theforge.export.file.ByteFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is wrong with one file as a whole, and its entries. */
final class FileDirt {
    private final DirtyTable table;
    private final String path;
    private final LedgerPart.Places places;
    private @Nullable SpoiledFile spoiled;

    FileDirt(DirtyTable table, String path, LedgerPart.Places places) {
        this.table = table;
        this.path = path;
        this.places = places;
    }

    private boolean has(DirtKind kind) {
        return table.ofBytes().stream().anyMatch(rule -> rule.kind.kind() == kind);
    }

    /** Returns what takes the file's bytes. */
    ByteFile between(ByteFile file) throws IOException {
        if (table.ofBytes().isEmpty()) {
            return file;
        }
        SpoiledFile between = new SpoiledFile(
                file, has(DirtKind.BYTE_ORDER_MARK), has(DirtKind.WRONG_ENCODING), has(DirtKind.LAST_LINE_TRUNCATED));
        spoiled = between;
        return between;
    }

    /** Enters what is known before the first row. */
    void enter(LedgerPart part, DirtCounts counts) {
        Drift drift = table.drift();
        if (drift.renamed() != null) {
            String name = table.shape().columns().get(drift.renamedColumn()).name();
            add(DirtKind.COLUMN_RENAMED, lineOf(drift.renamed()), name, name, drift.newName(), part, counts);
        }
        if (drift.added() != null) {
            add(DirtKind.COLUMN_ADDED, lineOf(drift.added()), Drift.ADDED, null, Drift.ADDED_VALUE, part, counts);
        }
        if (has(DirtKind.BYTE_ORDER_MARK)) {
            add(DirtKind.BYTE_ORDER_MARK, places.line(1) > 1 ? 1 : 0, "", null, "EF BB BF", part, counts);
        }
        if (has(DirtKind.WRONG_ENCODING)) {
            add(DirtKind.WRONG_ENCODING, 0, "", "UTF-8", "UTF-16LE", part, counts);
        }
    }

    /** A header, or the first of the records that name their fields; from a day on it is not known yet which that is. */
    private static long lineOf(TableRule drift) {
        return drift.hasDays() ? 0 : 1;
    }

    private void add(
            DirtKind kind,
            long line,
            String column,
            @Nullable String clean,
            @Nullable String dirty,
            LedgerPart part,
            DirtCounts counts) {
        part.add(entry(kind, line, column, clean, dirty));
        counts.add(table.shape().name(), kind);
    }

    private LedgerEntry entry(DirtKind kind, long line, String column, @Nullable String clean, @Nullable String dirty) {
        Kind said = Kinds.of(kind);
        return new LedgerEntry(
                table.shape().name(),
                "",
                path,
                line,
                column,
                kind.word(),
                clean,
                dirty,
                said.severity(),
                said.isDetectable());
    }

    /** Returns the entry of a last line that was cut, once the file has ended; null where none was. */
    @Nullable
    LedgerEntry cutLine(long rows) {
        return spoiled == null
                        || !has(DirtKind.LAST_LINE_TRUNCATED)
                        || spoiled.lastLine().isEmpty()
                ? null
                : entry(
                        DirtKind.LAST_LINE_TRUNCATED,
                        rows == 0 ? 1 : places.line(rows),
                        "",
                        spoiled.lastLine(),
                        spoiled.left());
    }
}
