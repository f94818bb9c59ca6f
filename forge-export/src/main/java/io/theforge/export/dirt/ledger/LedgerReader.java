package io.theforge.export.dirt.ledger;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a ledger line by line, in memory that does not grow with it. */
public final class LedgerReader implements Closeable {
    private static final int FIELDS = 10;

    private final Path file;
    private final BufferedReader lines;
    private long line = 1;

    /** @throws LedgerException when the first line is not a ledger's */
    public LedgerReader(Path file) throws IOException {
        this.file = file;
        lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        if (!LedgerEntry.HEADER.equals(lines.readLine())) {
            lines.close();
            throw new LedgerException(file + " is no ledger: its first line is not " + LedgerEntry.HEADER);
        }
    }

    /** Returns the next entry; null after the last. @throws LedgerException for a line that is none */
    public @Nullable LedgerEntry next() throws IOException {
        String text = lines.readLine();
        if (text == null) {
            return null;
        }
        line++;
        List<@Nullable String> fields = CsvLine.fields(text);
        if (fields.size() != FIELDS) {
            throw wrong("has " + fields.size() + " fields, and a ledger's have " + FIELDS);
        }
        return new LedgerEntry(
                text(fields, 0),
                text(fields, 1),
                text(fields, 2),
                number(fields.get(3)),
                text(fields, 4),
                text(fields, 5),
                fields.get(6),
                fields.get(7),
                text(fields, 8),
                "true".equals(fields.get(9)));
    }

    private long number(@Nullable String field) {
        try {
            return field == null ? 0 : Long.parseLong(field);
        } catch (NumberFormatException e) {
            throw wrong("has \"" + field + "\" where a line's number is to be");
        }
    }

    private static String text(List<@Nullable String> fields, int index) {
        String field = fields.get(index);
        return field == null ? "" : field;
    }

    private LedgerException wrong(String what) {
        return new LedgerException(file + ": line " + line + " " + what);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
