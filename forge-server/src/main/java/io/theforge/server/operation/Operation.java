package io.theforge.server.operation;

import io.theforge.server.http.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Something that has been asked for and takes its time. */
public final class Operation {
    private final String id;
    private final String kind;
    private final String client;
    private final Map<String, Object> parameters;
    private final Instant startedAt;
    private final CountDownLatch over = new CountDownLatch(1);
    private State state = State.RUNNING;
    private @Nullable Instant endedAt;
    private @Nullable Map<String, Object> progress;
    private @Nullable Map<String, Object> result;
    private @Nullable Problem problem;

    /** How it stands. */
    public enum State {
        RUNNING,
        /** It is becoming durable, and cannot be cancelled any more. */
        COMMITTING,
        COMPLETED,
        UNCHANGED,
        CANCELLED,
        REFUSED,
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isOver() {
            return ordinal() > COMMITTING.ordinal();
        }
    }

    /** @param kind "full-new" @param client the address of who has asked for it @param parameters as they were given */
    Operation(String id, String kind, String client, Map<String, Object> parameters, Instant startedAt) {
        this.id = id;
        this.kind = kind;
        this.client = client;
        this.parameters = parameters;
        this.startedAt = startedAt;
    }

    public String id() {
        return id;
    }

    public String kind() {
        return kind;
    }

    public synchronized State state() {
        return state;
    }

    synchronized void commit() {
        state = State.COMMITTING;
    }

    synchronized void progress(Map<String, Object> now) {
        progress = now;
    }

    /** Nothing changes any more from here on. */
    synchronized void end(State last, Instant at, @Nullable Map<String, Object> outcome, @Nullable Problem why) {
        state = last;
        endedAt = at;
        progress = null;
        result = outcome;
        problem = why;
    }

    /** Lets those who wait for its end go on. */
    void release() {
        over.countDown();
    }

    public void await() throws InterruptedException {
        over.await();
    }

    /** Returns what has been done, null when it has not been. */
    public synchronized @Nullable Map<String, Object> result() {
        return result;
    }

    /** Returns why it has not been done, null when it has been. */
    public synchronized @Nullable Problem problem() {
        return problem;
    }

    public synchronized double seconds() {
        Instant until = endedAt == null ? Instant.now() : endedAt;
        return (until.toEpochMilli() - startedAt.toEpochMilli()) / 1000.0;
    }

    /** Returns who it is, for somebody whose way it is in. */
    Map<String, Object> brief() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("operation", kind);
        json.put("client", client);
        json.put("started_at", startedAt.toString());
        return json;
    }

    /** Returns all that is known about it. */
    public synchronized Map<String, Object> json() {
        Map<String, Object> json = brief();
        json.put("state", state.word());
        json.put("ended_at", endedAt == null ? null : endedAt.toString());
        json.put("seconds", seconds());
        json.put("parameters", parameters);
        json.put("progress", progress);
        json.put("result", result);
        json.put("problem", problem == null ? null : problem.json("/api/v1/operations/" + id));
        return json;
    }
}
