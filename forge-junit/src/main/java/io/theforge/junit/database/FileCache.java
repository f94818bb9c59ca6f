package io.theforge.junit.database;

import io.theforge.database.DatabaseUrl;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Filled DuckDB files, {@code <key>.duckdb}, to be copied and never opened. A file is whole or not there: it gets its name when it is
 * complete. What nobody has used for thirty days goes, and the oldest ones where all are more than 2 GiB.
 */
final class FileCache {
    private static final Duration UNUSED = Duration.ofDays(30);
    private static final long MOST_BYTES = 2L << 30;
    private static final String SUFFIX = ".duckdb";

    private final Path folder;
    private final ProcessFolder own;

    FileCache(Path folder, ProcessFolder own) {
        this.folder = folder;
        this.own = own;
    }

    /** Copies the file of these contents, made first where there is none. */
    void copy(Contents contents, Path to) throws IOException {
        Path whole = folder.resolve(contents.key() + SUFFIX);
        if (!Files.exists(whole)) {
            makeOnce(contents, whole);
        }
        try {
            Files.setLastModifiedTime(whole, FileTime.from(Instant.now()));
            Files.copy(whole, to);
        } catch (NoSuchFileException e) {
            // another process has made room
            makeOnce(contents, whole);
            Files.copy(whole, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The lock only spares two processes the same work: what is right does not depend on it. */
    private void makeOnce(Contents contents, Path whole) throws IOException {
        Path lockFile = folder.resolve(contents.key() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            try {
                channel.lock();
            } catch (OverlappingFileLockException e) {
                make(contents, whole);
                return;
            }
            try {
                if (!Files.exists(whole)) {
                    make(contents, whole);
                }
            } finally {
                Files.deleteIfExists(lockFile);
            }
        }
    }

    private void make(Contents contents, Path whole) throws IOException {
        Path place = own.newPlace();
        Path file = place.resolve("forge" + SUFFIX);
        contents.fill(DatabaseUrl.parse("duckdb:" + file, place));
        Files.move(file, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Trees.remove(place);
        makeRoom(whole);
    }

    private void makeRoom(Path newest) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            found.forEach(files::add);
        }
        files.remove(newest);
        files.sort(Comparator.comparing(FileCache::lastUsed).reversed());
        long bytes = Files.size(newest);
        Instant oldest = Instant.now().minus(UNUSED);
        for (Path file : files) {
            try {
                bytes += Files.size(file);
                if (bytes > MOST_BYTES || lastUsed(file).isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            } catch (FileSystemException e) {
                // another process was faster, or it is held open
                continue;
            }
        }
    }

    private static Instant lastUsed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
