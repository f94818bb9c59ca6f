package io.theforge.export.dirt.undo;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.kind.Effect;
import io.theforge.export.dirt.kind.Kind;
import io.theforge.export.dirt.kind.Kinds;
import io.theforge.export.dirt.ledger.CsvLine;
import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.dirt.ledger.LedgerException;
import io.theforge.export.dirt.ledger.LedgerReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the next rows of one file after another: by line, and those of rows that are to be put back. More are read as they are
 * needed; a row that has moved is only a few entries away from the one that passed it.
 */
final class LedgerWindow {
    private static final int AHEAD = 1024;

    private final LedgerReader ledger;
    private @Nullable LedgerEntry next;
    private @Nullable DirtyFiles files;
    private final List<LedgerEntry> ofFile = new ArrayList<>();
    private final Map<Long, List<LedgerEntry>> byLine = new HashMap<>();
    private final Deque<List<@Nullable String>> putBack = new ArrayDeque<>();
    private int waiting;

    LedgerWindow(LedgerReader ledger) throws IOException {
        this.ledger = ledger;
        next = ledger.next();
    }

    /** Goes to the entries of a file. */
    void begin(DirtyFiles path) throws IOException {
        files = path;
        ofFile.clear();
        while (next != null && isHere(next) && next.key().isEmpty() && !isCut(next)) {
            ofFile.add(next);
            next = ledger.next();
        }
        fill();
    }

    private boolean isHere(LedgerEntry entry) {
        return files != null && files.has(entry.file());
    }

    private static boolean isCut(LedgerEntry entry) {
        return kind(entry).kind() == DirtKind.LAST_LINE_TRUNCATED;
    }

    /** Returns what is said of an entry's kind. */
    static Kind kind(LedgerEntry entry) {
        try {
            return Kinds.of(DirtKind.valueOf(entry.kind().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new LedgerException("the ledger has the kind \"" + entry.kind() + "\", which is none");
        }
    }

    /** Returns the entry of a kind about the whole file; null where there is none. */
    @Nullable
    LedgerEntry ofFile(DirtKind kind) {
        return ofFile.stream()
                .filter(entry -> kind(entry).kind() == kind)
                .findFirst()
                .orElse(null);
    }

    /** Reads as many entries as may be needed next. */
    void fill() throws IOException {
        while (next != null && isHere(next) && waiting < AHEAD) {
            long before = files == null ? 0 : files.recordsBefore(next.file());
            Effect effect = kind(next).effect();
            if (effect == Effect.REMOVED || effect == Effect.MOVED) {
                putBack.add(CsvLine.fields(String.valueOf(next.clean())));
                waiting++;
            }
            if (next.line() > 0) {
                byLine.computeIfAbsent(before + next.line(), line -> new ArrayList<>())
                        .add(next);
                waiting++;
            }
            next = ledger.next();
        }
    }

    /** Takes the entries of a line, in their order. */
    List<LedgerEntry> take(long line) throws IOException {
        List<LedgerEntry> taken = byLine.remove(line);
        waiting -= taken == null ? 0 : taken.size();
        fill();
        return taken == null ? List.of() : taken;
    }

    /** Returns the first of the rows that are to be put back; null where there is none. */
    @Nullable
    List<@Nullable String> firstPutBack() {
        return putBack.peek();
    }

    void tookPutBack() {
        putBack.remove();
        waiting--;
    }

    /** Returns whether entries are left that no row has come for. */
    boolean isEnded() {
        return waiting == 0 && (next == null || !isHere(next));
    }

    /** @throws UndoException where entries are left of a file that is none */
    void endLedger() {
        if (next != null) {
            throw new UndoException(
                    LedgerEntry.FILE + " has entries about " + next.file() + " where none are to be",
                    "take the ledger that was written with these files");
        }
    }
}
