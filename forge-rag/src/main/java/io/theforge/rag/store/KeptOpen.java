package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A file that stays open between uses: opening and closing takes most of the time of a small one, and the next one finds what the last
 * one has read in memory. It is closed a second after the last use, and by those who write after each second, so that others have their
 * turn with the file.
 */
final class KeptOpen implements AutoCloseable {
    private static final long KEPT_MS = 1000;
    /** Others try every {@link DuckDbStore#BETWEEN_TRIES_MS}. */
    private static final long TURN_OF_OTHERS_MS = 2 * DuckDbStore.BETWEEN_TRIES_MS;

    private final Opening opening;
    private final Lock alone;
    private @Nullable Sql kept;
    private boolean readOnly;
    private boolean isWatched;
    private long openedNanos;
    private long lastUsedNanos;

    /** Opens the file. */
    interface Opening {
        Sql open(boolean readOnly) throws SQLException;
    }

    /** @param alone who has it is the only one that uses the file */
    KeptOpen(Opening opening, Lock alone) {
        this.opening = opening;
        this.alone = alone;
    }

    /** Returns a connection to read by. */
    synchronized Sql toRead() throws SQLException {
        if (kept == null) {
            keep(true);
        } else if (readOnly) {
            lastUsedNanos = System.nanoTime();
        }
        return another();
    }

    /** Returns a connection to write by, to one who is alone. */
    synchronized Sql toWrite() throws SQLException {
        if (kept != null && readOnly) {
            close();
        } else if (kept != null && millisSince(openedNanos) >= KEPT_MS) {
            close();
            pause();
        }
        if (kept == null) {
            keep(false);
        }
        lastUsedNanos = System.nanoTime();
        return another();
    }

    private void keep(boolean forReading) throws SQLException {
        kept = opening.open(forReading);
        readOnly = forReading;
        openedNanos = System.nanoTime();
        lastUsedNanos = openedNanos;
        if (!isWatched) {
            isWatched = true;
            Thread closer = new Thread(this::closeInTime, "index-closer");
            closer.setDaemon(true);
            closer.start();
        }
    }

    private Sql another() throws SQLException {
        if (kept == null) {
            throw new IllegalStateException("the file is not open");
        }
        return Sql.on(kept.connection().unwrap(DuckDBConnection.class).duplicate());
    }

    private static void pause() {
        try {
            Thread.sleep(TURN_OF_OTHERS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private void closeInTime() {
        try {
            while (awaitEndOfUse()) {
                alone.lock();
                try {
                    closeWhenUnused();
                } finally {
                    alone.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false where it has been closed meanwhile */
    private synchronized boolean awaitEndOfUse() throws InterruptedException {
        while (kept != null && millisSince(lastUsedNanos) < KEPT_MS) {
            wait(KEPT_MS - millisSince(lastUsedNanos) + 1);
        }
        isWatched = kept != null;
        return isWatched;
    }

    private synchronized void closeWhenUnused() {
        if (millisSince(lastUsedNanos) >= KEPT_MS) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        Sql open = kept;
        kept = null;
        notifyAll();
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // what was written is in the file
                return;
            }
        }
    }
}
