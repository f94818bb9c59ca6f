package io.theforge.export.dirt.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text in UTF-8 that grows. */
final class ByteText {
    private byte[] bytes = new byte[1 << 16];
    private int length;

    void append(byte[] from, int start, int end) {
        if (length + end - start > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + end - start));
        }
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    void append(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        append(utf8, 0, utf8.length);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }
}
