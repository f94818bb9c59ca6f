package io.theforge.export.file;

import io.theforge.database.report.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hidden folder in which an export lies until it is whole. A lock on a file in it ends with the process, however that ends: a folder
 * that nobody holds is what a killed run has left.
 */
abstract class Staging implements Closeable {
    private static final int ATTEMPTS = 10;
    private static final String LOCK = "lock";

    protected final Path folder;
    protected final Path target;
    private @Nullable FileChannel lock;

    /** @param target the export's own folder, where its name leads in the end */
    Staging(Path folder, Path target) {
        this.folder = folder;
        this.target = target;
    }

    /** Returns where the files are written. */
    final Path files() {
        return folder.resolve("new");
    }

    /** Returns where the earlier export goes until the new one has its name. */
    protected final Path earlier() {
        return folder.resolve("old");
    }

    /** Gives what is in {@link #files} its name. */
    abstract void publish() throws IOException;

    /** Puts right what a killed run has left. Only for the holder of the lock. */
    protected abstract void recover() throws IOException;

    /** Puts right what a killed run has left, where one has. */
    final void recoverLeftovers() throws IOException {
        if (Files.isDirectory(folder)) {
            take();
            close();
        }
    }

    /**
     * Takes the lock and begins with nothing in it.
     *
     * @throws RefusedException when another export holds it
     */
    final void take() throws IOException {
        for (int attempt = 0; lock == null; attempt++) {
            try {
                lock = tryLock();
            } catch (NoSuchFileException removedByItsHolder) {
                if (attempt == ATTEMPTS) {
                    throw removedByItsHolder;
                }
            }
        }
        recover();
        Folders.remove(files());
        Folders.remove(earlier());
    }

    /** Returns null when its holder has removed the file meanwhile, and another one is there, or none. */
    private @Nullable FileChannel tryLock() throws IOException {
        Path file = folder.resolve(LOCK);
        Files.createDirectories(folder);
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException alsoGood) {
            // of another export, or of one that was killed
        }
        Object before = identity(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            if (locked(channel) == null) {
                throw new RefusedException(
                        "another export is writing to " + target,
                        "wait until it has finished, then run the command again");
            }
            if (Objects.equals(before, identity(file))) {
                FileChannel taken = channel;
                channel = null;
                return taken;
            }
            return null;
        } finally {
            if (channel != null) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
    }

    /** Removes the folder, and lets go of the lock. */
    @Override
    public final void close() throws IOException {
        if (lock == null) {
            return;
        }
        try (FileChannel held = lock) {
            Folders.remove(files());
            Folders.remove(earlier());
            Folders.remove(folder);
        } finally {
            lock = null;
        }
    }
}
