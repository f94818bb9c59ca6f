package io.theforge.export.dirt;

import io.theforge.export.file.ByteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file of text whose bytes are spoiled: a mark in front, another encoding, the last line cut. Pieces of it are whole lines. */
final class SpoiledFile implements ByteFile {
    private static final String MARK = "\uFEFF";

    private final ByteFile next;
    private final boolean isUtf16;
    private final boolean isTruncated;
    private byte[] held = {};
    private String lastLine = "";
    private String left = "";

    SpoiledFile(ByteFile next, boolean hasMark, boolean isUtf16, boolean isTruncated) throws IOException {
        this.next = next;
        this.isUtf16 = isUtf16;
        this.isTruncated = isTruncated;
        if (hasMark) {
            byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
            encode(mark, mark.length);
        }
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        if (!isTruncated) {
            encode(bytes, length);
            return;
        }
        int last = length - 1;
        while (last > 0 && bytes[last - 1] != '\n') {
            last--;
        }
        if (length > 0) {
            encode(held, held.length);
            encode(bytes, last);
            held = Arrays.copyOfRange(bytes, last, length);
        }
    }

    private void encode(byte[] bytes, int length) throws IOException {
        if (!isUtf16) {
            next.write(bytes, length);
            return;
        }
        byte[] encoded = new String(bytes, 0, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
        next.write(encoded, encoded.length);
    }

    @Override
    public long finish() throws IOException {
        if (isTruncated) {
            lastLine = new String(held, StandardCharsets.UTF_8).replaceAll("\r?\n$", "");
            left = lastLine.substring(
                    0, lastLine.offsetByCodePoints(0, lastLine.codePointCount(0, lastLine.length()) / 2));
            byte[] cut = left.getBytes(StandardCharsets.UTF_8);
            encode(cut, cut.length);
        }
        return next.finish();
    }

    /** Returns the last line as it was, once it has been cut. */
    String lastLine() {
        return lastLine;
    }

    /** Returns what is left of it. */
    String left() {
        return left;
    }

    @Override
    public void close() throws IOException {
        next.close();
    }
}
