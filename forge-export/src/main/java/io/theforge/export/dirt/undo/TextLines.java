package io.theforge.export.dirt.undo;

import io.theforge.export.file.Compression;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The physical lines of a text, and how each of them ends. */
final class TextLines implements Closeable {
    private final Reader reader;
    private final StringBuilder line = new StringBuilder();
    private long number;
    private boolean hasCarriageReturn;

    /** @param hasMark whether a byte order mark stands in front */
    TextLines(Path file, boolean isUtf16, boolean hasMark) throws IOException {
        reader = reader(file, isUtf16, hasMark);
    }

    static Reader reader(Path file, boolean isUtf16, boolean hasMark) throws IOException {
        InputStream in = Files.newInputStream(file);
        if (Compression.of(file.toString()) == Compression.GZIP) {
            in = new GZIPInputStream(in, 1 << 16);
        }
        Charset charset = isUtf16 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        Reader reader = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
        if (hasMark && reader.read() != '\uFEFF') {
            reader.close();
            throw UndoException.unknownChange(file.getFileName() + " has no byte order mark");
        }
        return reader;
    }

    boolean next() throws IOException {
        line.setLength(0);
        int c = reader.read();
        if (c < 0) {
            return false;
        }
        while (c >= 0 && c != '\n') {
            line.append((char) c);
            c = reader.read();
        }
        hasCarriageReturn = !line.isEmpty() && line.charAt(line.length() - 1) == '\r';
        if (hasCarriageReturn) {
            line.setLength(line.length() - 1);
        }
        number++;
        return true;
    }

    String text() {
        return line.toString();
    }

    void replace(String text) {
        line.setLength(0);
        line.append(text);
    }

    long number() {
        return number;
    }

    boolean hasCarriageReturn() {
        return hasCarriageReturn;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
