package io.theforge.export.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The end of a Parquet file: metadata, their length in four bytes, "PAR1". Nothing in it is a checksum, so that a text in it can be
 * replaced by another of the same length.
 */
final class Footer {
    /** What stands where the fingerprint will be: as long as that. */
    static final String UNKNOWN = "fingerprint-is-not-known-so-far.";

    /** The same where there is none. */
    static final String NONE = "none, the rows have been changed";

    private static final int TAIL_BYTES = 8;

    private Footer() {}

    /** Puts a text in the place of another one of the same length. */
    static void replace(String before, String after, Path file) throws IOException {
        byte[] text = after.getBytes(StandardCharsets.UTF_8);
        String found = new String(before.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (text.length != found.length()) {
            throw new IllegalArgumentException("not as long as what it replaces: " + after);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size() - TAIL_BYTES;
            int length = read(channel, end, TAIL_BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt(0);
            String footer = StandardCharsets.ISO_8859_1
                    .decode(read(channel, end - length, length))
                    .toString();
            int at = footer.indexOf(found);
            if (at < 0) {
                throw new IOException(file + " has no place for its metadata");
            }
            channel.write(ByteBuffer.wrap(text), end - length + at);
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            continue;
        }
        return buffer.flip();
    }
}
