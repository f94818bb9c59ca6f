package io.theforge.junit.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The files of one run of tests, in {@code uses/<run>/}. A lock on {@code uses/<run>.lock}, which ends with the process however that
 * ends, says that they are in use; it is held before the folder is there, so a folder without a held lock is nobody's.
 */
final class ProcessFolder implements AutoCloseable {
    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;
    private final AtomicInteger places = new AtomicInteger();

    private ProcessFolder(Path folder, Path lockFile, FileChannel lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Makes one, and removes those that dead processes have left. */
    static ProcessFolder in(Path cache) throws IOException {
        Path uses = Files.createDirectories(cache.resolve("uses"));
        removeLeftovers(uses);
        String run = process() + UUID.randomUUID();
        Path lockFile = uses.resolve(run + ".lock");
        FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new ProcessFolder(Files.createDirectory(uses.resolve(run)), lockFile, lock);
    }

    /** The number alone comes again, in a container with every run. */
    private static String process() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + "-"
                + self.info().startInstant().map(Instant::toEpochMilli).orElse(0L) + "-";
    }

    private static void removeLeftovers(Path uses) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(uses, Files::isDirectory)) {
            for (Path each : folders) {
                String run = each.getFileName().toString();
                // opening and closing a lock file would end the locks that this process itself has on it
                if (!run.startsWith(process())) {
                    removeIfDead(each, uses.resolve(run + ".lock"));
                }
            }
        }
    }

    private static void removeIfDead(Path folder, Path lockFile) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                Trees.remove(folder);
                Files.deleteIfExists(lockFile);
            }
        } catch (OverlappingFileLockException e) {
            // a process whose start is not known: this one
            return;
        }
    }

    /** A new, empty folder. */
    Path newPlace() throws IOException {
        return Files.createDirectory(folder.resolve(String.valueOf(places.incrementAndGet())));
    }

    @Override
    public void close() {
        Trees.remove(folder);
        try {
            Files.deleteIfExists(lockFile);
            lock.close();
        } catch (IOException e) {
            // the next run removes what is left
            return;
        }
    }
}
