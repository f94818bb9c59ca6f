package io.theforge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A temporary folder that is gone afterwards, also after Ctrl-C. */
final class Scratch implements AutoCloseable {
    private final Path root;
    private final List<Runnable> users = new CopyOnWriteArrayList<>();

    Scratch() throws IOException {
        root = Files.createTempDirectory("forge-bench");
        // A PostgreSQL under another user has to come through.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "remove-scratch"));
    }

    /** @param user ends what works in a folder, before the folders go */
    void beforeRemoval(Runnable user) {
        users.add(user);
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    /** Once from the main thread and once at the exit of the JVM, whichever comes first. */
    @Override
    public synchronized void close() {
        users.forEach(Runnable::run);
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("forge-bench: " + root + " could not be removed: " + e.getMessage());
        }
    }
}
