package io.theforge.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or a kill in the middle of the work: says what becomes of the database, asks the worker to stop and gives it a
 * moment to roll back. Where it takes longer the process ends all the same, and the database rolls back by itself. The
 * JVM ends with 130 or 143.
 */
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 3;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Console console) {
        Thread worker = Thread.currentThread();
        hook = new Thread(
                () -> {
                    if (console.interrupted()) {
                        worker.interrupt();
                    }
                    awaitStop();
                },
                "interruption");
    }

    /** Watches over the calling thread until it is closed. */
    static Interruption of(Console console) {
        Interruption interruption = new Interruption(console);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // the hook is running: whatever this thread does next is cut short
        }
    }

    private void awaitStop() {
        try {
            stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
