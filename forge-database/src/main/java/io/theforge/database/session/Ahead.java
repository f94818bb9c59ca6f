package io.theforge.database.session;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Something that is opened on a thread of its own while nobody waits for it yet. How it fails is told to whoever comes for it.
 */
public final class Ahead<T extends AutoCloseable> {
    private final FutureTask<T> opening;

    private Ahead(FutureTask<T> opening) {
        this.opening = opening;
    }

    /** @param open fails with an {@link SQLException} or an unchecked exception */
    public static <T extends AutoCloseable> Ahead<T> begin(Callable<T> open) {
        FutureTask<T> opening = new FutureTask<>(open);
        start("forge-ahead", opening);
        return new Ahead<>(opening);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for it. */
    public T get() throws SQLException {
        try {
            return opening.get();
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while connecting");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof SQLException failure) {
                throw failure;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }

    /** Closes it once it is open; does not wait for that. */
    public void abandon() {
        start("forge-abandon", this::closeOpened);
    }

    private void closeOpened() {
        try {
            opening.get().close();
        } catch (Exception e) {
            // nobody wanted it
        }
    }
}
