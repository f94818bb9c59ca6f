package io.theforge.documents.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file with a JSON object on each line, read one by one. Blank lines are passed over. */
public final class JsonLines implements Closeable {
    private static final int MAX_LINE_BYTES = 16 << 20;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String REMEDY = "write one JSON object on each line, in UTF-8";

    private final InputStream in;
    private final String shown;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private byte[] text = new byte[1024];
    private int length;
    private long offset;
    private long start;
    private int line;

    /** @param shown the file as it was given, for messages */
    public JsonLines(InputStream in, String shown) {
        this.in = in;
        this.shown = shown;
    }

    /** Returns the next object; null at the end. */
    public @Nullable JsonFields next() {
        while (readLine()) {
            int first = 0;
            if (line == 1
                    && length >= 3
                    && text[0] == (byte) 0xEF
                    && text[1] == (byte) 0xBB
                    && text[2] == (byte) 0xBF) {
                first = 3; // a byte order mark
            }
            if (!isBlank(first)) {
                byte[] bytes = first == 0 ? text : Arrays.copyOfRange(text, first, length);
                start += first;
                length -= first;
                return JsonText.object(bytes, length, place(), REMEDY);
            }
        }
        return null;
    }

    /** Returns the file and the line of the last object: "answers.jsonl:17". */
    public String place() {
        return shown + ":" + line;
    }

    public int line() {
        return line;
    }

    /** Returns where the last object's line begins, in bytes. */
    public long start() {
        return start;
    }

    /** Returns how many bytes it has, without its end. */
    public int length() {
        return length;
    }

    private boolean isBlank(int first) {
        for (int i = first; i < length; i++) {
            if (text[i] > ' ' || text[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean readLine() {
        length = 0;
        start = offset;
        boolean any = false;
        try {
            while (true) {
                if (position == limit) {
                    position = 0;
                    limit = in.read(buffer);
                    if (limit < 0) {
                        limit = 0;
                        line += any ? 1 : 0;
                        return any;
                    }
                }
                any = true;
                int end = position;
                while (end < limit && buffer[end] != '\n') {
                    end++;
                }
                keep(end - position);
                if (end < limit) {
                    offset += end + 1 - position;
                    position = end + 1;
                    line++;
                    return true;
                }
                offset += end - position;
                position = end;
            }
        } catch (IOException e) {
            throw InputFiles.unreadable(shown, e);
        }
    }

    private void keep(int bytes) {
        if (length + bytes > MAX_LINE_BYTES) {
            throw new RagFileException(shown + ":" + (line + 1), "is longer than 16 MiB", REMEDY);
        }
        if (length + bytes > text.length) {
            text = Arrays.copyOf(text, Math.max(length + bytes, 2 * text.length));
        }
        System.arraycopy(buffer, position, text, length, bytes);
        length += bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
