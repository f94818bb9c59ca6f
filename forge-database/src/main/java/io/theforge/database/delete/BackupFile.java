package io.theforge.database.delete;

import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.RefusedException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * A gzip file of SQL. It gets its name when it is whole and on the disk, and it goes again when it is closed before
 * {@link #keep}: a backup of rows that have not been deleted helps nobody.
 */
final class BackupFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final Path part;
    private final FileChannel channel;
    private final GZIPOutputStream out;
    private boolean named;
    private boolean kept;

    private BackupFile(Path path, Path part, FileChannel channel) throws IOException {
        this.path = path;
        this.part = part;
        this.channel = channel;
        out = new GZIPOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    }

    /** Never writes over a file. */
    static void refuseExisting(Path path) {
        if (Files.exists(path)) {
            throw new RefusedException(
                    "the backup file " + path + " exists already; nothing has been deleted",
                    "name a file that does not exist yet");
        }
    }

    static BackupFile create(Path path) {
        refuseExisting(path);
        Path part = path.resolveSibling(
                path.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            return new BackupFile(
                    path,
                    part,
                    FileChannel.open(
                            part,
                            Set.of(
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.TRUNCATE_EXISTING,
                                    StandardOpenOption.WRITE),
                            forOwner(part)));
        } catch (IOException e) {
            throw explain(path, e);
        }
    }

    /** Its rows are nobody else's to read. */
    private static FileAttribute<?>[] forOwner(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Takes the rows; closing it closes nothing. */
    OutputStream out() {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The contents to the disk, then the name. */
    void finish() throws IOException {
        out.finish();
        channel.force(true);
        channel.close();
        Files.move(part, path);
        named = true;
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            syncFolder(folder);
        }
    }

    private static void syncFolder(Path folder) {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        } catch (IOException e) {
            // not every system can flush a folder; the file has its name all the same
            return;
        }
    }

    /** From here on the rows may be gone. */
    void keep() {
        kept = true;
    }

    DatabaseException explain(IOException failure) {
        return explain(path, failure);
    }

    private static DatabaseException explain(Path path, IOException failure) {
        String reason = failure instanceof NoSuchFileException
                ? "its folder does not exist"
                : failure instanceof FileAlreadyExistsException
                        ? "the file exists already"
                        : String.valueOf(failure.getMessage());
        return new DatabaseException(
                "the backup " + path + " could not be written, and nothing has been deleted: " + reason,
                "name a file in a folder with enough room that can be written to",
                failure);
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (!named) {
                Files.deleteIfExists(part);
            } else if (!kept) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // what is left is a file that nobody needs
            return;
        }
    }
}
