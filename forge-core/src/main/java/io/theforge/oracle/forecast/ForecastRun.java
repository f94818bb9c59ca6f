package io.theforge.oracle.forecast;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Rows in their order in a file, one behind the other, with the first ones of every 32 pairs. */
final class ForecastRun {
    private static final int PAIR_BITS = 5;
    private static final int BUFFER_BYTES = 1 << 13;

    private final FileChannel channel;
    private final long start;
    private final int rows;
    private final int width;
    private final int[] firstRows;

    private ForecastRun(FileChannel channel, long start, int rows, int width, int[] firstRows) {
        this.channel = channel;
        this.start = start;
        this.rows = rows;
        this.width = width;
        this.firstRows = firstRows;
    }

    /** Writes rows to the end of a file. @param sorted at least one */
    static ForecastRun write(FileChannel channel, ForecastRows sorted, int width) throws IOException {
        long start = channel.size();
        long at = start;
        int rows = sorted.rows();
        int[] firstRows = new int[(sorted.pair(rows - 1) >>> PAIR_BITS) + 2];
        int group = 0;
        ByteBuffer buffer = buffer(width);
        for (int i = 0; i < rows; i++) {
            while (group <= sorted.pair(i) >>> PAIR_BITS) {
                firstRows[group++] = i;
            }
            sorted.copy(i, buffer);
            if (buffer.remaining() < width || i == rows - 1) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    at += channel.write(buffer, at);
                }
                buffer.clear();
            }
        }
        firstRows[group] = rows;
        return new ForecastRun(channel, start, rows, width, firstRows);
    }

    private static ByteBuffer buffer(int width) {
        return ByteBuffer.allocate(Math.max(BUFFER_BYTES, width)).order(ByteOrder.nativeOrder());
    }

    /** Its rows from a pair on. */
    Cursor from(int pair) {
        return new Cursor(firstRows[Math.min(pair >>> PAIR_BITS, firstRows.length - 1)]);
    }

    /** Goes through the rows once. */
    final class Cursor {
        private final ByteBuffer buffer = buffer(width).limit(0);
        private int next;

        private Cursor(int next) {
            this.next = next;
        }

        /** Copies the rows of a pair, behind those of all pairs before it. */
        void copy(int pair, ForecastRows into) {
            while (buffer.hasRemaining() || fill()) {
                int found = buffer.getInt(buffer.position());
                if (found > pair) {
                    return;
                }
                if (found == pair) {
                    into.add(buffer);
                } else {
                    buffer.position(buffer.position() + width);
                }
            }
        }

        /** @return false where there are no more */
        private boolean fill() {
            int count = Math.min(rows - next, buffer.capacity() / width);
            buffer.clear().limit(count * width);
            long at = start + (long) next * width;
            next += count;
            try {
                while (buffer.hasRemaining()) {
                    int read = channel.read(buffer, at);
                    if (read < 0) {
                        throw new EOFException("the temporary file has become shorter");
                    }
                    at += read;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            buffer.flip();
            return count > 0;
        }
    }
}
