package io.theforge.export.dirt.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The entries about one file. */
public final class LedgerPart implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final LedgerParts ledger;
    private final byte[] tableField;
    private final Places places;
    private final Path file;
    private final ByteText text = new ByteText();
    private String lastFile = "";
    private byte[] lastFileField = {};
    private @Nullable OutputStream waiting;
    private long lastRow = 1;
    private boolean isEnded;

    /** Where a row is. */
    public interface Places {
        /** Returns the path of the file that has a row. @param row of the table's part, from 1 */
        String file(long row);

        /** Returns its line or record in it. */
        long line(long row);
    }

    /** @param file where they wait for their turn */
    LedgerPart(LedgerParts ledger, String table, Places places, Path file) {
        this.ledger = ledger;
        tableField = field(table);
        this.places = places;
        this.file = file;
    }

    /** Adds the entries of a chunk. @param rowsBefore in the part */
    public void add(LedgerChunk chunk, long rowsBefore) throws IOException {
        for (int entry = 0; entry < chunk.entries(); entry++) {
            long row = chunk.row(entry) == 0 ? 0 : rowsBefore + chunk.row(entry);
            lastRow = Math.max(lastRow, row);
            append(tableField);
            chunk.appendKey(entry, text);
            append(fileField(places.file(row == 0 ? lastRow : row)));
            append(field(row > 0 ? Long.toString(places.line(row)) : ""));
            chunk.appendRest(entry, text);
            if (text.length() >= BUFFER) {
                flush();
            }
        }
    }

    private void append(byte[] field) {
        text.append(field, 0, field.length);
    }

    private byte[] fileField(String path) {
        if (!path.equals(lastFile)) {
            lastFile = path;
            lastFileField = field(path);
        }
        return lastFileField;
    }

    private static byte[] field(String plain) {
        return (plain + ",").getBytes(StandardCharsets.UTF_8);
    }

    /** Adds an entry about the file, or a row that is known only at its end. */
    public void add(LedgerEntry entry) {
        text.append(entry.csv());
    }

    private void flush() throws IOException {
        ledger.write(this, text.bytes(), text.length());
        text.clear();
    }

    /** Returns what takes them until it is their turn. */
    OutputStream waiting() throws IOException {
        if (waiting == null) {
            waiting = Files.newOutputStream(file);
        }
        return waiting;
    }

    /** Returns the file with those that have waited, which takes no more; null where none have. */
    @Nullable
    Path endWaiting() throws IOException {
        if (waiting == null) {
            return null;
        }
        waiting.close();
        waiting = null;
        return file;
    }

    boolean isEnded() {
        return isEnded;
    }

    /** Ends it. */
    @Override
    public void close() throws IOException {
        if (!isEnded) {
            flush();
            isEnded = true;
            ledger.ended();
        }
    }
}
