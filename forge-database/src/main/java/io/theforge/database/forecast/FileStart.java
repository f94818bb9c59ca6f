package io.theforge.database.forecast;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Finds out what a file is from its first bytes, which stay to be read, and opens it as that. */
final class FileStart {
    private static final int BYTES = 1 << 16;
    private static final String MARK = "\uFEFF";

    private final String shown;
    private final byte[] bytes;
    private final String text;

    private FileStart(String shown, byte[] bytes) {
        this.shown = shown;
        this.bytes = bytes;
        text = new String(bytes, StandardCharsets.UTF_8);
    }

    /** Its rows, whatever it is. */
    static TextRows open(ForecastInput input) {
        String shown = input.shown();
        try {
            Ahead stream = new Ahead(input.stream());
            Path file = input.file();
            FileStart start = stream.look(shown);
            if (start.isGzip()) {
                stream = new Ahead(new GZIPInputStream(stream, BYTES));
                file = null;
                start = stream.look(shown);
            }
            return start.rows(stream, file);
        } catch (IOException e) {
            throw ForecastInput.unreadable(shown, e);
        }
    }

    private boolean isGzip() {
        return bytes.length > 1 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
    }

    private TextRows rows(InputStream stream, @Nullable Path file) throws IOException {
        if (bytes.length == 0) {
            throw new ForecastFileException(shown, "is empty", ForecastInput.REMEDY);
        }
        if (text.startsWith("PAR1")) {
            return file == null ? ParquetRows.spooled(stream, shown) : ParquetRows.of(file, shown);
        }
        if (isUtf16()) {
            throw new ForecastFileException(shown, "is UTF-16 text", "save it as UTF-8");
        }
        if (text.chars().anyMatch(c -> c < '\t')) {
            throw new ForecastFileException(shown, "is neither CSV nor Parquet", ForecastInput.REMEDY);
        }
        if (text.startsWith(MARK)) {
            stream.skipNBytes(MARK.getBytes(StandardCharsets.UTF_8).length);
        }
        if (text.lines().findFirst().orElse("").replace(MARK, "").isBlank()) {
            throw new ForecastFileException(shown + ":1", "is blank", "write the names of the columns in it");
        }
        return new CsvRows(stream, separator(), shown);
    }

    /** With a mark, or with half of each letter 0. */
    private boolean isUtf16() {
        return (bytes[0] & 0xFE) == 0xFE
                || bytes.length >= 4
                        && (bytes[0] == 0) != (bytes[1] == 0)
                        && (bytes[0] == 0) == (bytes[2] == 0)
                        && (bytes[1] == 0) == (bytes[3] == 0);
    }

    /** Whichever of comma, semicolon and tab stands most often between the names of the header. */
    private char separator() {
        String candidates = ",;\t";
        int[] counts = new int[candidates.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n' && text.charAt(i) != '\r'); i++) {
            quoted ^= text.charAt(i) == '"';
            int candidate = candidates.indexOf(text.charAt(i));
            if (candidate >= 0 && !quoted) {
                counts[candidate]++;
            }
        }
        int most = 0;
        for (int candidate = 1; candidate < counts.length; candidate++) {
            most = counts[candidate] > counts[most] ? candidate : most;
        }
        return candidates.charAt(most);
    }

    /** A stream whose beginning can be looked at. */
    private static final class Ahead extends PushbackInputStream {
        Ahead(InputStream in) {
            super(in, BYTES);
        }

        FileStart look(String shown) throws IOException {
            byte[] start = readNBytes(BYTES);
            unread(start);
            return new FileStart(shown, start);
        }

        /**
         * What comes is waited for. A gzip file may be several, one after the other, and the JDK takes the end of one for the end of all where
         * nothing is available at that moment, as in a slow pipe.
         */
        @Override
        public int available() throws IOException {
            int next = read();
            if (next < 0) {
                return 0;
            }
            unread(next);
            return 1;
        }
    }
}
