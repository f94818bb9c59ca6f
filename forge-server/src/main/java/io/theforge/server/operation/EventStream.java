package io.theforge.server.operation;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One client who listens. Nothing here waits: what cannot be written yet is written when the connection takes it. */
final class EventStream implements WriteListener {
    static final String MEDIA_TYPE = "text/event-stream";

    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Journal journal;
    private final Consumer<EventStream> gone;
    private final ServletOutputStream out;
    private long heard;
    private long progressHeard;
    private boolean beatWanted = true;
    private boolean unflushed;
    private boolean blocked = true;
    private boolean ended;

    EventStream(AsyncContext async, Journal journal, long heard, Consumer<EventStream> gone) throws IOException {
        this.journal = journal;
        this.heard = heard;
        this.gone = gone;
        out = async.getResponse().getOutputStream();
    }

    /** Is over when the stream has ended. */
    CompletableFuture<Void> over() {
        return over;
    }

    void begin() {
        out.setWriteListener(this);
    }

    @Override
    public synchronized void onWritePossible() {
        blocked = false;
        pump();
    }

    /** Writes a comment, so that both sides know that the other is there. */
    synchronized void beat() {
        beatWanted = true;
        pump();
    }

    /** Writes what there is to be told and the connection takes. */
    synchronized void pump() {
        try {
            while (!blocked && !ended) {
                if (!out.isReady()) {
                    blocked = true;
                    return;
                }
                byte[] next = next();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            end();
        }
    }

    private byte @Nullable [] next() {
        Journal.Entry entry = journal.after(heard);
        if (entry != null) {
            heard = entry.number();
            return bytes("id: " + journal.id(entry) + "\nevent: " + entry.type() + "\ndata: " + entry.data() + "\n\n");
        }
        long number = journal.progressNumber();
        String progress = journal.progress();
        if (number > progressHeard && progress != null) {
            progressHeard = number;
            return bytes("event: progress\ndata: " + progress + "\n\n");
        }
        if (beatWanted) {
            beatWanted = false;
            return bytes(": here\n\n");
        }
        return null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void onError(Throwable thrown) {
        end();
    }

    synchronized void end() {
        if (!ended) {
            ended = true;
            gone.accept(this);
            over.complete(null);
        }
    }
}
