package io.theforge.server.operation;

import io.theforge.server.http.Problem;
import java.util.concurrent.Callable;

/**
 * Whose turn it is with the database. A DuckDB file is either read by any number or written by one: in one process, whoever opens and
 * closes it would end the locks of the one who writes. On PostgreSQL everybody may do everything.
 */
public final class DatabaseGate {
    private final boolean oneAtATime;
    private int readers;
    private boolean writing;
    private boolean forLong;

    /** @param oneAtATime whether it is a file */
    public DatabaseGate(boolean oneAtATime) {
        this.oneAtATime = oneAtATime;
    }

    /** Reads. @throws io.theforge.server.http.ProblemException when the file is being written */
    public <T> T reading(Callable<T> work) throws Exception {
        enter();
        try {
            return work.call();
        } finally {
            leave();
        }
    }

    /** Does what must not be done beside others and takes a moment, as counting does: waits for the readers to leave, and they wait. */
    public <T> T alone(Callable<T> work) throws Exception {
        return alone(work, false);
    }

    /** Does what must not be done beside others and may take long: whoever wants to read meanwhile is told so. */
    public <T> T aloneForLong(Callable<T> work) throws Exception {
        return alone(work, true);
    }

    private <T> T alone(Callable<T> work, boolean takesLong) throws Exception {
        if (!oneAtATime) {
            return work.call();
        }
        begin(takesLong);
        try {
            return work.call();
        } finally {
            end();
        }
    }

    /** Whether nobody may read now. */
    public synchronized boolean isClosed() {
        return oneAtATime && writing;
    }

    private synchronized void enter() throws InterruptedException {
        while (writing && !forLong) {
            wait();
        }
        if (writing) {
            throw Problem.of(
                            503,
                            "in_use",
                            "the database file is being written, and cannot be read meanwhile",
                            "try again when the operation has ended: GET /api/v1/operations")
                    .asException();
        }
        readers++;
    }

    private synchronized void leave() {
        readers--;
        notifyAll();
    }

    private synchronized void begin(boolean takesLong) throws InterruptedException {
        while (writing) {
            wait();
        }
        writing = true;
        forLong = takesLong;
        try {
            while (readers > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            end();
            throw e;
        }
    }

    private synchronized void end() {
        writing = false;
        notifyAll();
    }
}
