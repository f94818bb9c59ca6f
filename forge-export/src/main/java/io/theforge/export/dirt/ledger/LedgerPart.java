package io.theforge.export.dirt.ledger;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The entries about one file, in a file of their own until all of them are there. */
public final class LedgerPart implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final String table;
    private final Places places;
    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(BUFFER);
    private long lastRow = 1;

    /** Where a row is. */
    public interface Places {
        /** Returns the path of the file that has a row. @param row of the table's part, from 1 */
        String file(long row);

        /** Returns its line or record in it. */
        long line(long row);
    }

    LedgerPart(String table, Places places, Path file) throws IOException {
        this.table = table;
        this.places = places;
        out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    /** Adds the entries of a chunk. @param rowsBefore in the part */
    public void add(LedgerChunk chunk, long rowsBefore) throws IOException {
        for (int entry = 0; entry < chunk.entries(); entry++) {
            long row = chunk.row(entry) == 0 ? 0 : rowsBefore + chunk.row(entry);
            lastRow = Math.max(lastRow, row);
            text.append(table).append(',');
            chunk.appendKey(entry, text);
            text.append(',').append(places.file(row == 0 ? lastRow : row)).append(',');
            if (row > 0) {
                text.append(places.line(row));
            }
            chunk.appendRest(entry, text);
            if (text.length() >= BUFFER) {
                flush();
            }
        }
    }

    /** Adds an entry about the file, or a row that is known only at its end. */
    public void add(LedgerEntry entry) {
        text.append(entry.csv());
    }

    private void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
