package io.theforge.cli.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Standard error until one thread has the last word: what others still say, such as how far a step has come, is dropped. */
final class ExclusiveStream extends OutputStream {
    private final PrintStream to;
    private @Nullable Thread speaker;

    private ExclusiveStream(PrintStream to) {
        this.to = to;
    }

    /** @param to where it is said */
    static ExclusiveStream on(PrintStream to) {
        return new ExclusiveStream(to);
    }

    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    /** From here on only the calling thread is heard. */
    synchronized void take() {
        speaker = Thread.currentThread();
    }

    private boolean isHeard() {
        return speaker == null || speaker == Thread.currentThread();
    }

    @Override
    public synchronized void write(int one) {
        if (isHeard()) {
            to.write(one);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        if (isHeard()) {
            to.write(bytes, from, length);
        }
    }

    @Override
    public synchronized void flush() {
        to.flush();
    }
}
