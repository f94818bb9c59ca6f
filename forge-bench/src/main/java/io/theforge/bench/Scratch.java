package io.theforge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder that is gone afterwards, also after Ctrl-C. */
final class Scratch implements AutoCloseable {
    private final Path root;
    private final Thread atExit = new Thread(this::remove, "remove-scratch");

    Scratch() throws IOException {
        root = Files.createTempDirectory("forge-bench");
        // A PostgreSQL under another user has to come through.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    private void remove() {
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

    @Override
    public void close() {
        remove();
    }
}
