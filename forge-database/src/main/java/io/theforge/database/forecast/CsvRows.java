package io.theforge.database.forecast;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * CSV in UTF-8 (RFC 4180). Values may be quoted, with line breaks and doubled quotes within; lines that are blank are passed over, and blanks around
 * values are none of theirs.
 */
final class CsvRows implements TextRows {
    /** More than any row has: a quote that is not closed would take the rest of the file. */
    private static final int LONGEST_ROW = 1 << 21;

    private final NumberedBytes bytes;
    private final char separator;
    private final String shown;
    /** The values of a row, one after the other: where each ends in its bytes, and the line where it begins. */
    private byte[] row = new byte[1 << 10];

    private int length;
    private int[] ends = new int[1 << 4];
    private long[] lines = new long[1 << 4];
    private int count;
    private boolean endsWithinLine;
    private final List<String> names = new ArrayList<>();
    private int[] selected = {};

    /** Reads the header. */
    CsvRows(InputStream in, char separator, String shown) {
        bytes = new NumberedBytes(in, shown);
        this.separator = separator;
        this.shown = shown;
        readRow();
        for (int i = 0; i < count; i++) {
            names.add(text(i));
        }
    }

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public void select(List<Integer> columns) {
        selected = columns.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public boolean next() {
        if (!readRow()) {
            return false;
        }
        // Some programs write a separator behind the last value, too
        boolean oneEmptyMore = count == names.size() + 1 && ends[count - 1] == ends[count - 2];
        if (count != names.size() && !oneEmptyMore) {
            throw new ForecastFileException(
                    place(line()),
                    "has " + count + " values and the header " + names.size() + " names",
                    "write a value for each, and a decimal point or quotes where a comma is in one");
        }
        return true;
    }

    /** The next line that is not blank, with those that its values go on in. */
    private boolean readRow() {
        while (true) {
            length = 0;
            count = 0;
            int end;
            do {
                end = readValue();
            } while (end == separator);
            boolean blank = count == 1 && text(0).isEmpty();
            endsWithinLine |= end == NumberedBytes.END && !blank;
            if (end == NumberedBytes.END || !blank) {
                return !blank;
            }
        }
    }

    /** @return what ended it: the separator, a line end or the end of the file */
    private int readValue() {
        if (count == ends.length) {
            checkLength(count);
            ends = Arrays.copyOf(ends, 2 * count);
            lines = Arrays.copyOf(lines, 2 * count);
        }
        lines[count] = bytes.line();
        int c = afterBlanks(bytes.read());
        if (c == '"') {
            c = readQuoted();
        } else {
            while (!isEnd(c)) {
                append(c);
                c = bytes.read();
            }
        }
        ends[count++] = length;
        if (c == '\r' && bytes.peek() == '\n') {
            bytes.read();
        }
        return c;
    }

    private int readQuoted() {
        while (true) {
            int c = bytes.read();
            if (c == NumberedBytes.END) {
                throw new ForecastFileException(
                        place(lines[count]), "has a quote that is not closed", "is the file whole? close the quote");
            }
            if (c == '"') {
                c = bytes.read();
                if (c != '"') {
                    c = afterBlanks(c);
                    if (!isEnd(c)) {
                        throw new ForecastFileException(
                                place(bytes.line()),
                                "has a quote that does not end its value",
                                "double a quote within a quoted value");
                    }
                    return c;
                }
            }
            append(c);
        }
    }

    private int afterBlanks(int first) {
        int c = first;
        while (c == ' ') {
            c = bytes.read();
        }
        return c;
    }

    private boolean isEnd(int c) {
        return c == separator || c == '\n' || c == '\r' || c == NumberedBytes.END;
    }

    private void append(int c) {
        if (length == row.length) {
            checkLength(length);
            row = Arrays.copyOf(row, 2 * length);
        }
        row[length++] = (byte) c;
    }

    private void checkLength(int soFar) {
        if (soFar >= LONGEST_ROW) {
            throw new ForecastFileException(
                    place(line()),
                    String.format(Locale.ROOT, "begins a row of more than %,d bytes", LONGEST_ROW),
                    "look for a quote that is not closed, or for lines that have no end");
        }
    }

    /** The i-th value of the row, without blanks around it. */
    private String text(int i) {
        int start = i == 0 ? 0 : ends[i - 1];
        String text = new String(row, start, ends[i] - start, StandardCharsets.UTF_8);
        // What is no UTF-8 becomes this character, which nobody writes
        if (text.indexOf('\uFFFD') >= 0) {
            throw new ForecastFileException(place(lines[i]), "is not UTF-8 text", "save the file as UTF-8");
        }
        return text.strip();
    }

    @Override
    public @Nullable String value(int i) {
        String text = text(selected[i]);
        return text.isEmpty() ? null : text;
    }

    @Override
    public long line() {
        return lines[0];
    }

    @Override
    public long line(int i) {
        return lines[selected[i]];
    }

    @Override
    public String place(long ofLine) {
        return ReadForecasts.place(shown, format(), ofLine);
    }

    @Override
    public boolean endsWithinLine() {
        return endsWithinLine;
    }

    @Override
    public void close() {
        // Whoever opened the stream closes it
    }
}
