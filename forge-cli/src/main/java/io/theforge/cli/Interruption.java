package io.theforge.cli;

import io.theforge.cli.console.ResultReporter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or a kill in the middle of the work: says what becomes of the database, asks the worker to stop and gives it a
 * moment to roll back. Where it takes longer the process ends all the same, and the database rolls back by itself. The
 * JVM ends with 130 or 143.
 */
final class Interruption implements AutoCloseable {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(ResultReporter reporter) {
        Thread worker = Thread.currentThread();
        hook = new Thread(
                () -> {
                    if (reporter.interrupted()) {
                        worker.interrupt();
                    }
                    awaitStop(reporter.secondsToEnd());
                    reporter.interruptedTooLate();
                },
                "interruption");
    }

    /** Watches over the calling thread until it is closed. */
    static Interruption of(ResultReporter reporter) {
        Interruption interruption = new Interruption(reporter);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            stay();
        }
    }

    /** Another call to end the process, with another exit code, could overtake the one that is ending it. */
    private static void stay() {
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException askedToStop) {
                // it has stopped
                continue;
            }
        }
    }

    private void awaitStop(int seconds) {
        try {
            stopped.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
