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
    private final Thread hook = new Thread(this::interrupt, "remove-scratch");
    private volatile boolean interrupted;

    /** Returns a path as SQL writes a text. */
    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    Scratch() throws IOException {
        root = Files.createTempDirectory("forge-bench");
        // A PostgreSQL under another user has to come through.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @param user ends what works in a folder, before the folders go; may be called twice */
    void beforeRemoval(Runnable user) {
        users.add(user);
    }

    /** A new folder at every call, so that no part finds what another has left. */
    Path folder(String name) throws IOException {
        return Files.createTempDirectory(root, name);
    }

    /** Whether what fails now fails because the run is being ended from outside. */
    boolean isInterrupted() {
        return interrupted;
    }

    private void interrupt() {
        interrupted = true;
        try {
            Command.takeLastTurn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clear();
    }

    /** At the end of a run; one that is interrupted is left to the hook. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return;
        }
        clear();
    }

    private void clear() {
        users.forEach(Runnable::run);
        try {
            remove(root);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("forge-bench: " + root + " could not be removed: " + e.getMessage());
        }
    }

    /** Removes a folder with all that is in it; one after another, because the hook may come while a part tidies up. */
    static synchronized void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
