package io.theforge.server.operation;

import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Problem;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody who listens. One thread writes to all of them, and waits for none: who is slow gets it later. */
public final class EventStreams implements AutoCloseable {
    private static final int MAX_STREAMS = 500;
    private static final long HEARTBEAT_MILLIS = 5_000;
    private final Journal journal;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final Thread writer = new Thread(this::write, "events");
    private boolean news;
    private volatile boolean closed;

    public EventStreams(Journal journal) {
        this.journal = journal;
        journal.onNews(this::wake);
        writer.setDaemon(true);
        writer.start();
    }

    /** Returns how many listen. */
    public int count() {
        return streams.size();
    }

    /** Lets a client listen, from the last thing that he has heard on. */
    public Answer open(Call call) throws IOException {
        if (streams.size() >= MAX_STREAMS) {
            throw Problem.of(503, "busy", MAX_STREAMS + " clients are listening already", "try again later")
                    .asException();
        }
        if (call.request().getMethod().equals("HEAD")) {
            return Answer.text(EventStream.MEDIA_TYPE, "");
        }
        call.response().setStatus(200);
        call.response().setContentType(EventStream.MEDIA_TYPE);
        AsyncContext async = call.request().startAsync();
        async.setTimeout(0);
        EventStream stream = new EventStream(
                async, journal, journal.number(call.request().getHeader("Last-Event-ID")), streams::remove);
        streams.add(stream);
        stream.begin();
        return Answer.until(stream.over());
    }

    private synchronized void wake() {
        news = true;
        notifyAll();
    }

    /** Returns whether there is something new; otherwise it is time for a sign of life. */
    private synchronized boolean awaitNews() throws InterruptedException {
        if (!news) {
            wait(HEARTBEAT_MILLIS);
        }
        boolean found = news;
        news = false;
        return found;
    }

    private void write() {
        try {
            while (!closed) {
                boolean found = awaitNews();
                streams.forEach(found ? EventStream::pump : EventStream::beat);
            }
        } catch (InterruptedException e) {
            // that is how it ends
            return;
        }
    }

    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        streams.forEach(EventStream::end);
    }
}
