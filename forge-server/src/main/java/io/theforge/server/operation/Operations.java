package io.theforge.server.operation;

import io.theforge.server.http.Failures;
import io.theforge.server.http.Problem;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One writer at a time, in a thread of its own, which goes on when the client who has asked for it is gone. */
public final class Operations implements AutoCloseable {
    private static final int KEPT = 50;
    private static final int PATIENCE_MILLIS = 2500;
    private final DatabaseGate gate;
    private final Journal journal;
    private final Records records;
    private final Deque<Operation> known = new ArrayDeque<>();
    private final String start = Long.toString(System.currentTimeMillis(), 36);
    private int count;
    private @Nullable Running running;
    private boolean ending;

    /** The operation at work, and its thread. */
    private static final class Running {
        final Operation operation;
        final Thread thread;
        volatile boolean cancelled;

        Running(Operation operation, Runnable work) {
            this.operation = operation;
            thread = new Thread(work, "operation " + operation.id());
        }
    }

    /** @param records hears how each operation has begun and ended */
    public Operations(DatabaseGate gate, Journal journal, Records records) {
        this.gate = gate;
        this.journal = journal;
        this.records = records;
    }

    /**
     * Starts one.
     *
     * @throws io.theforge.server.http.ProblemException when another is at work
     */
    public synchronized Operation start(String kind, String client, Map<String, Object> parameters, Work work) {
        refuseSecond();
        Operation operation = new Operation(start + "-" + ++count, kind, client, parameters, Instant.now());
        Records.Kept kept = records.begin(new Records.Writing(kind, client, parameters, true));
        known.addFirst(operation);
        if (known.size() > KEPT) {
            known.removeLast();
        }
        Running now = new Running(operation, () -> run(operation, work, kept));
        running = now;
        journal.add("operation", operation.json());
        StepProgress.log(journal, operation, work.opening());
        now.thread.start();
        return operation;
    }

    /** Says who is at work already. @throws io.theforge.server.http.ProblemException when somebody is */
    public synchronized void refuseSecond() {
        if (ending) {
            throw Problem.of(503, "ending", "the server is ending", "try again later")
                    .asException();
        }
        Running now = running;
        if (now != null) {
            Map<String, Object> who = now.operation.brief();
            throw Problem.of(
                            409,
                            "at_work",
                            now.operation.kind() + " has been at work since " + who.get("started_at")
                                    + ", asked for by " + who.get("client"),
                            "wait until it has ended, or cancel it: POST /api/v1/operations/" + now.operation.id()
                                    + "/cancel")
                    .with("running", who)
                    .asException();
        }
    }

    /** Returns those of this start, the newest first. */
    public synchronized List<Operation> all() {
        return new ArrayList<>(known);
    }

    /** @throws io.theforge.server.http.ProblemException when there is none */
    public synchronized Operation named(String id) {
        return known.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                404,
                                "not_found",
                                "no operation of this start of the server has this id",
                                "GET /api/v1/operations lists them")
                        .asException());
    }

    /** Ends one, with the database as it was before. @throws io.theforge.server.http.ProblemException when it is too late */
    public synchronized Operation cancel(String id) {
        Operation operation = named(id);
        Running now = running;
        if (now == null || now.operation != operation || operation.state() != Operation.State.RUNNING) {
            throw Problem.of(
                            409,
                            "too_late",
                            "the operation is " + operation.state().word() + ", and cannot be cancelled any more",
                            "GET /api/v1/operations/" + id + " tells what came of it")
                    .asException();
        }
        interrupt(now);
        return operation;
    }

    private static void interrupt(Running now) {
        now.cancelled = true;
        now.thread.interrupt();
    }

    private synchronized boolean isCancelled(Operation operation) {
        Running now = running;
        return now != null && now.operation == operation && now.cancelled;
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    /** From here on nobody can cancel it. @throws CancellationException when somebody has */
    private synchronized void commit(Operation operation) {
        if (isCancelled(operation)) {
            throw new CancellationException("cancelled");
        }
        operation.commit();
        journal.add("operation", operation.json());
    }

    private void run(Operation operation, Work work, Records.Kept kept) {
        Work.Outcome outcome;
        try {
            StepProgress progress =
                    new StepProgress(operation, journal, () -> isCancelled(operation), () -> commit(operation));
            outcome = gate.aloneForLong(() -> work.run(progress));
        } catch (Exception | Error e) {
            outcome = isCancelled(operation) && operation.state() == Operation.State.RUNNING
                    ? Work.Outcome.cancelled(isEnding())
                    : Work.Outcome.failed(Failures.of(e));
        }
        synchronized (this) {
            running = null;
            // whoever cancels from here on is told that it is too late
            Thread.interrupted();
        }
        operation.end(outcome.state(), Instant.now(), outcome.result(), outcome.problem());
        try {
            kept.end(outcome, operation.seconds());
        } finally {
            StepProgress.log(journal, operation, outcome.closing());
            journal.add("operation", operation.json());
            operation.release();
        }
    }

    /** Ends the one at work as an interruption does, and waits a moment for it. */
    @Override
    public void close() {
        Running now;
        synchronized (this) {
            ending = true;
            now = running;
            if (now != null && now.operation.state() == Operation.State.RUNNING) {
                interrupt(now);
            }
        }
        if (now != null) {
            try {
                now.thread.join(TimeUnit.MILLISECONDS.toMillis(PATIENCE_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
