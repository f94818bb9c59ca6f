package io.theforge.database.forecast;

import java.io.IOException;
import java.io.InputStream;

/** A text byte by byte. Each is counted into its line, wherever it stands, so that the lines told are those of the file. */
final class NumberedBytes {
    static final int END = -1;

    private final InputStream in;
    private final String shown;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;
    private long line = 1;
    private int last;

    /** @param shown the file as it was given, for messages */
    NumberedBytes(InputStream in, String shown) {
        this.in = in;
        this.shown = shown;
    }

    /** The line of the byte that comes next, from 1. A line ends with \n, \r\n or \r. */
    long line() {
        return line;
    }

    int read() {
        int c = peek();
        next++;
        if (c == '\r' || c == '\n' && last != '\r') {
            line++;
        }
        last = c;
        return c;
    }

    /** What comes next, and stays to be read. */
    int peek() {
        if (next >= filled && filled != END) {
            try {
                next = 0;
                filled = in.read(buffer);
            } catch (IOException e) {
                throw ForecastInput.unreadable(shown, e);
            }
        }
        return filled == END ? END : buffer[next] & 0xFF;
    }
}
