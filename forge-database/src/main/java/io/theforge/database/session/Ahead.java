package io.theforge.database.session;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work on a thread of its own while nobody waits for it yet. How it fails is told to whoever comes for it. */
public final class Ahead<T> {
    private final FutureTask<T> work;
    private final Thread thread;

    private Ahead(String name, Callable<T> work) {
        this.work = new FutureTask<>(work);
        thread = new Thread(this.work, name);
        thread.setDaemon(true);
    }

    /** @param work fails with an {@link SQLException} or an unchecked exception */
    public static <T> Ahead<T> begin(String name, Callable<T> work) {
        Ahead<T> ahead = new Ahead<>(name, work);
        ahead.thread.start();
        return ahead;
    }

    /** Waits for it. @return what has come of it */
    public T get() throws SQLException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the database");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits until it has ended, however it has; an interruption is kept for later. */
    public void awaitEnd() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
