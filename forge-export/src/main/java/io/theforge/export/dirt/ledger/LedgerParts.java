package io.theforge.export.dirt.ledger;

import io.theforge.export.file.ByteFile;
import io.theforge.export.file.ExportFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A ledger that is being written: a part for each file, in the order in which they were opened. The first that is not ended writes into
 * the ledger, and those behind it, which are filled in the same pass, into files of their own until it is their turn.
 */
public final class LedgerParts implements Closeable {
    private static final String PART = LedgerEntry.FILE + ".part";

    private final ExportFolder folder;
    private final ByteFile ledger;
    private final Deque<LedgerPart> open = new ArrayDeque<>();
    private final byte[] buffer = new byte[1 << 16];
    private int parts;

    public LedgerParts(ExportFolder folder) throws IOException {
        this.folder = folder;
        ledger = folder.create(LedgerEntry.FILE);
        byte[] header = (LedgerEntry.HEADER + "\n").getBytes(StandardCharsets.UTF_8);
        ledger.write(header, header.length);
    }

    /** Begins the entries about a file. */
    public LedgerPart open(String table, LedgerPart.Places places) throws IOException {
        LedgerPart part = new LedgerPart(this, table, places, folder.place(PART + parts++));
        open.add(part);
        return part;
    }

    /** Writes what a part has to say. */
    void write(LedgerPart part, byte[] bytes, int length) throws IOException {
        if (open.peek() == part) {
            ledger.write(bytes, length);
        } else {
            part.waiting().write(bytes, 0, length);
        }
    }

    /** A part has ended: those that have waited for it follow. */
    void ended() throws IOException {
        LedgerPart first = open.peek();
        while (first != null && first.isEnded()) {
            open.remove();
            first = open.peek();
            if (first != null) {
                Path kept = first.endWaiting();
                if (kept != null) {
                    append(kept);
                }
            }
        }
    }

    private void append(Path part) throws IOException {
        try (InputStream in = Files.newInputStream(part)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                ledger.write(buffer, n);
            }
        }
        Files.delete(part);
    }

    /** Ends the ledger, all parts having ended. */
    public void finish() throws IOException {
        ledger.finish();
    }

    @Override
    public void close() throws IOException {
        for (LedgerPart part : open) {
            part.endWaiting();
        }
        ledger.close();
    }
}
