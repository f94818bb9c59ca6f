package io.theforge.database.session;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Work on a thread of its own while nobody waits for it yet. How it fails is told to whoever comes for it. */
public final class Ahead<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private Ahead() {}

    /**
     * Begins it.
     *
     * @param name of the thread
     * @param work fails with an {@link SQLException} or an unchecked exception
     */
    public static <T> Ahead<T> begin(String name, Callable<T> work) {
        Ahead<T> ahead = new Ahead<>();
        Thread thread = new Thread(() -> ahead.run(work), name);
        thread.setDaemon(true);
        thread.start();
        return ahead;
    }

    /** Whatever is thrown belongs to the one who comes for it. */
    private void run(Callable<T> work) {
        try {
            result.complete(work.call());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    /**
     * Waits for it.
     *
     * @return what has come of it
     * @throws CancellationException if the calling thread is interrupted, with the work going on
     */
    public T get() throws SQLException {
        try {
            return result.get();
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

    /** Has something done with what comes of it, at once or as soon as it is there, and waits for neither. Of a failure nobody hears. */
    public void whenThere(Consumer<T> then) {
        result.thenAccept(then);
    }

    /** Waits until it has ended, however it has; an interruption is kept for later. */
    public void awaitEnd() {
        result.handle((value, failure) -> true).join();
    }
}
