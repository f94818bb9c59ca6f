package io.theforge.export.file;

import io.theforge.database.report.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The folder of an export: it gets its name when it is whole. Its files may be written side by side. */
public final class ExportFolder implements Closeable {
    private final Staging staging;
    private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
    private Spoiler spoiler = (path, file) -> file;

    /**
     * A file of it that is whole.
     *
     * @param path inside the folder, with slashes
     * @param sha256 in hex digits
     */
    public record Entry(String path, long bytes, String sha256) {}

    private ExportFolder(Staging staging) {
        this.staging = staging;
    }

    /** Begins an export of tables. @param replace whether the folder may hold an earlier one */
    public static ExportFolder open(Path name, boolean replace) throws IOException {
        return open(name, Contents.TABLES, replace);
    }

    /**
     * Begins an export.
     *
     * @param name of the folder that will hold it: one that is not there, or is empty
     * @param replace whether it may hold an earlier one of the same contents, which is replaced whole
     * @throws OutFolderException when the name cannot be a folder's, or cannot be written
     * @throws RefusedException when something is in it that is not to be replaced, or another export is on its way there
     */
    public static ExportFolder open(Path name, Contents contents, boolean replace) throws IOException {
        Path target = new OutFolder(name).resolved();
        Staging inside = new StagingInside(target);
        Staging beside = target.getFileName() == null ? inside : new StagingBeside(target);
        boolean isInside = beside == inside || mustBeInside(target);
        Staging staging = isInside ? inside : beside;
        try {
            (isInside ? beside : inside).recoverLeftovers();
            staging.take();
            OutFolder.refuseContents(name, target, contents, replace);
            Files.createDirectories(staging.files());
            return new ExportFolder(staging);
        } catch (IOException e) {
            staging.close();
            throw OutFolder.unwritable(name, e);
        } catch (RuntimeException e) {
            staging.close();
            throw e;
        }
    }

    /** Whoever stands in a folder, or has mounted it, would not see another one that takes its name. */
    private static boolean mustBeInside(Path target) throws IOException {
        Path parent = target.getParent();
        return Files.exists(target)
                && (parent == null
                        || Path.of("").toAbsolutePath().startsWith(target)
                        || !Files.isWritable(parent)
                        || !store(target).equals(store(parent)));
    }

    private static FileStore store(Path folder) throws IOException {
        return Files.getFileStore(folder);
    }

    /** Begins a file, which is compressed where its name says so. @param path inside the folder, with slashes */
    public ByteFile create(String path) throws IOException {
        return spoiler.between(path, Compression.of(path).open(this, path));
    }

    /** Puts something between each file and what is written into it from now on. */
    public void spoil(Spoiler between) {
        spoiler = between;
    }

    /** What stands between files and what is written into them. */
    public interface Spoiler {
        /** Returns what takes the bytes in place of the file. */
        ByteFile between(String path, ByteFile file) throws IOException;
    }

    /** Returns where a file is to be written by somebody else, who says {@link #add(String)} then. */
    public Path place(String path) throws IOException {
        Path file = staging.files().resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Takes a file that somebody else has written, and reads it once more to hash it. */
    public void add(String path) throws IOException {
        Path file = staging.files().resolve(path);
        MessageDigest digest = ExportFile.sha256();
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                bytes += n;
            }
        }
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        add(path, bytes, ExportFile.hex(digest));
    }

    void add(String path, long bytes, String sha256) {
        entries.add(new Entry(path, bytes, sha256));
    }

    /** Adds a file that tells about the others, and is not one of {@link #entries}. */
    public void describe(String path, byte[] content) throws IOException {
        try (ExportFile file = new ExportFile(null, path, place(path))) {
            file.write(content, content.length);
            file.finish();
        }
    }

    /** Returns the files that are whole, in the order in which they ended. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Gives the folder its name. */
    public void publish() throws IOException {
        Folders.syncAll(staging.files());
        staging.publish();
    }

    /** Removes what has not been published. */
    @Override
    public void close() throws IOException {
        staging.close();
    }
}
