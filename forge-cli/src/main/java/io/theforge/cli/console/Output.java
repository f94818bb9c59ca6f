package io.theforge.cli.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Standard output, in UTF-8 whatever the locale. Unlike a PrintStream it remembers what went wrong. */
final class Output {
    private static final int BUFFER_BYTES = 1 << 16;
    private final OutputStream to;
    private @Nullable IOException failure;

    Output(OutputStream to) {
        this.to = new BufferedOutputStream(to, BUFFER_BYTES);
    }

    void line(String line) {
        text(line + System.lineSeparator());
    }

    void text(String text) {
        attempt(() -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Hands on all that was said.
     *
     * @return why it did not arrive, as in "is full"; null when it did, or when the reader has seen enough and left
     */
    @Nullable
    String finish() {
        attempt(to::flush);
        if (failure == null) {
            return null;
        }
        String reason = String.valueOf(failure.getMessage());
        String said = reason.toLowerCase(Locale.ROOT);
        if (said.contains("broken pipe")) {
            return null;
        }
        return said.contains("bad file descriptor") ? "is closed" : "cannot be written (" + reason + ")";
    }

    private void attempt(Writing writing) {
        if (failure != null) {
            return;
        }
        try {
            writing.write();
        } catch (IOException e) {
            failure = e;
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
