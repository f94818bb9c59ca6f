package io.theforge.export.copy;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that one thread fills and another, which starts with this, takes in their order: at most {@link #WAITING} behind, so that
 * memory does not grow. Emptied pieces go back to be filled again. When either side fails, both end, and whoever fills hears why.
 */
public final class Handover<P> implements Closeable {
    private static final int WAITING = 2;

    private final Deque<P> filled = new ArrayDeque<>();
    private final Deque<P> emptied = new ArrayDeque<>();
    private final Thread taker;
    private boolean hasEnded;
    private boolean isAbandoned;
    private boolean isDone;
    private long result;
    private @Nullable Throwable failure;

    /** What the other thread does. */
    public interface Work<P> {
        /** @return what {@link Handover#finish} returns */
        long run(Handover<P> pieces) throws IOException, InterruptedException;
    }

    /** @param name of the thread */
    public Handover(String name, Work<P> work) {
        taker = new Thread(() -> run(work), name);
        taker.setDaemon(true);
        taker.start();
    }

    private void run(Work<P> work) {
        long done = 0;
        Throwable failed = null;
        try {
            done = work.run(this);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            failed = e;
        }
        synchronized (this) {
            isDone = true;
            result = done;
            failure = failed;
            notifyAll();
        }
    }

    /** Hands a piece over. @return one to be filled next; null where a new one is to be made */
    public synchronized @Nullable P give(P piece) throws IOException {
        waitUntil(() -> isDone || filled.size() < WAITING);
        refuseFailed();
        filled.add(piece);
        notifyAll();
        return emptied.poll();
    }

    /** Says that no more pieces come, and waits for the end. @return what the work has returned */
    public synchronized long finish() throws IOException {
        hasEnded = true;
        notifyAll();
        waitUntil(() -> isDone);
        refuseFailed();
        return result;
    }

    private void refuseFailed() throws IOException {
        if (failure instanceof IOException io) {
            throw new IOException(io.getMessage(), io);
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        if (isDone && !hasEnded) {
            throw new IllegalStateException("the other side has ended before all pieces were there");
        }
    }

    private interface Condition {
        boolean holds();
    }

    private void waitUntil(Condition condition) {
        try {
            while (!condition.holds()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while writing");
        }
    }

    /** Waits for the next piece; for the thread that takes. @return null when all have been taken */
    public synchronized @Nullable P take() throws InterruptedException {
        while (filled.isEmpty() && !hasEnded && !isAbandoned) {
            wait();
        }
        if (isAbandoned) {
            throw new InterruptedException("what was being written has been abandoned");
        }
        notifyAll();
        return filled.poll();
    }

    /** Gives a piece back that is empty; for the thread that takes. */
    public synchronized void giveBack(P piece) {
        emptied.add(piece);
    }

    /** Ends both sides, where they have not ended, and waits until the other is gone. */
    @Override
    public void close() {
        synchronized (this) {
            isAbandoned = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (taker.isAlive()) {
            try {
                taker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
