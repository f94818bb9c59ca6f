package io.theforge.database.forecast;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A file of forecasts, opened once: it may be a pipe, and what was read from a pipe is gone. */
public final class ForecastInput implements AutoCloseable {
    private static final String STANDARD_INPUT = "-";
    /** What the name of standard input is, or leads to by links. */
    private static final Set<String> ITS_PATHS = Set.of("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");

    /** Links may lead in a circle. */
    private static final int MAX_LINKS = 40;

    static final String REMEDY = "give a CSV file (UTF-8, with a header, gzip too) or a Parquet file";

    private final String shown;
    private final FileChannel channel;
    private final @Nullable Path path;
    private final boolean regular;

    /** @param path null for standard input */
    private ForecastInput(String shown, FileChannel channel, @Nullable Path path, boolean regular) {
        this.shown = shown;
        this.channel = channel;
        this.path = path;
        this.regular = regular;
    }

    /**
     * Opens it; a named pipe is waited for.
     *
     * @param folder that the name is relative to
     * @param name "-" for standard input, which is read from where it stands
     * @throws ForecastFileException where it cannot be read
     */
    public static ForecastInput open(Path folder, String name) {
        if (name.isBlank()) {
            throw new ForecastFileException("FILE", "names no file", REMEDY);
        }
        Path path = folder.resolve(name);
        try {
            if (name.equals(STANDARD_INPUT) || isStandardInput(path)) {
                return new ForecastInput(name, standardInput(), null, false);
            }
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new ForecastFileException(name, "is a folder, not a file", REMEDY);
            }
            return new ForecastInput(name, opened(path, name, attributes), path, attributes.isRegularFile());
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static FileChannel opened(Path path, String name, BasicFileAttributes attributes) throws IOException {
        try {
            return FileChannel.open(path);
        } catch (AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (attributes.isOther()) {
                throw new ForecastFileException(name, "is a socket, or a device that cannot be read", REMEDY);
            }
            throw e;
        }
    }

    /** A program's standard input may be a socket or a file that was read in part, and opening its path again gives neither. */
    private static boolean isStandardInput(Path path) throws IOException {
        Path link = path.toAbsolutePath().normalize();
        for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(link) && !ITS_PATHS.contains(link.toString()); i++) {
            link = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        }
        return ITS_PATHS.contains(link.toString());
    }

    /** Not System.in: reading from a channel can be interrupted. */
    @SuppressWarnings("resource") // standard input stays open
    private static FileChannel standardInput() {
        return new FileInputStream(FileDescriptor.in).getChannel();
    }

    /** As it was given. */
    String shown() {
        return shown;
    }

    /** Where its bytes can be read again; null where that is nowhere. */
    @Nullable
    Path file() {
        return regular ? path : null;
    }

    InputStream stream() {
        return Channels.newInputStream(channel);
    }

    static ForecastFileException unreadable(String shown, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new ForecastFileException(shown, "there is no such file", REMEDY);
        }
        if (e instanceof AccessDeniedException) {
            return new ForecastFileException(shown, "cannot be read", "allow reading it, or give another file");
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return new ForecastFileException(
                    shown, "is a gzip file that is damaged or cut off", "compress it again, or give it uncompressed");
        }
        return new ForecastFileException(shown, "cannot be read: " + reason(e), REMEDY);
    }

    /** Some of the JDK's errors have a name and no words. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException ofFile ? ofFile.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /** Standard input stays open. */
    @Override
    public void close() {
        if (path == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(shown, e);
        }
    }
}
