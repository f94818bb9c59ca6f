package io.theforge.database.duckdb;

import io.theforge.database.report.RefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One operation at a time on a file. The lock is on a file of its own, which stays where it is when the database's file is
 * replaced; it ends with the process, however that ends.
 */
final class OperationLock implements AutoCloseable {
    private final FileChannel channel;

    private OperationLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Refused when another operation holds it. */
    static OperationLock take(DatabaseFile file) {
        try {
            FileChannel channel = FileChannel.open(file.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new RefusedException(
                        "another operation of the Forge is working on " + file.path(),
                        "wait until it has finished, then run the command again");
            }
            return new OperationLock(channel);
        } catch (IOException e) {
            throw file.explain(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the lock ends with the process at the latest
            return;
        }
    }
}
