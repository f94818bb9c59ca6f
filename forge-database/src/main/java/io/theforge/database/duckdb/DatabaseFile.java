package io.theforge.database.duckdb;

import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.RefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * The database's file and those that belong to it, all in one folder: {@code <name>.wal} is DuckDB's, {@code <name>.lock}
 * and {@code <name>.new-<process>} (with a {@code .wal} and a {@code .tmp} of its own) are ours.
 */
record DatabaseFile(Path path) {

    /**
     * Follows links, so that the new file replaces what they point to and not the link.
     *
     * @throws DatabaseException if something else is there: the new file would take its place
     */
    static DatabaseFile of(Path path) {
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException e) {
            return new DatabaseFile(path.toAbsolutePath().normalize());
        }
        // not looked into: opening and closing the file would end the locks that this process may have on it
        if (!Files.isRegularFile(real) && !Files.isDirectory(real)) {
            throw new DatabaseException(path + " is a device or a pipe, not a database file", Failures.ELSEWHERE, null);
        }
        return new DatabaseFile(real);
    }

    /** False also for an empty file, which holds nothing that could be lost. */
    boolean exists() {
        try {
            return Files.exists(path) && (Files.isDirectory(path) || Files.size(path) > 0);
        } catch (IOException e) {
            throw explain(e);
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    boolean isFolder() {
        return Files.isDirectory(path);
    }

    /** The new file would take the log for its own. */
    void refuseLeftoverWal() {
        Path wal = wal(path);
        if (Files.exists(wal)) {
            throw new RefusedException(
                    wal + " holds changes that belong to no database here",
                    "put its database back beside it, or move it away, then run the command again");
        }
    }

    /** Begins the new file as a copy, byte for byte. */
    void copy(FileChannel from) {
        try (FileChannel to = FileChannel.open(newFile(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long copied = 0;
            while (copied < from.size()) {
                copied += from.transferTo(copied, from.size() - copied, to);
            }
        } catch (IOException e) {
            throw explain(e);
        }
    }

    Path lock() {
        return beside(".lock");
    }

    Path newFile() {
        return beside(".new-" + ProcessHandle.current().pid());
    }

    static Path wal(Path database) {
        return database.resolveSibling(database.getFileName() + ".wal");
    }

    static Path spill(Path database) {
        return database.resolveSibling(database.getFileName() + ".tmp");
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    private Path folder() {
        Path folder = path.getParent();
        return folder == null ? path : folder;
    }

    void createFolder() {
        try {
            Files.createDirectories(folder());
        } catch (IOException e) {
            throw new DatabaseException(
                    "the folder " + folder() + " of the database file cannot be made there",
                    "make it yourself, or choose another file with --database duckdb:PATH",
                    e);
        }
    }

    /** Removes what killed runs have left. Only for the holder of the lock: whoever wrote these files is gone. */
    void removeLeftovers() {
        Pattern ours = Pattern.compile(Pattern.quote(path.getFileName().toString()) + "\\.new-\\d+(\\.wal|\\.tmp)?");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                folder(), file -> ours.matcher(file.getFileName().toString()).matches())) {
            for (Path file : found) {
                remove(file);
            }
        } catch (IOException e) {
            throw explain(e);
        }
    }

    /** Removes the new file and what belongs to it, if they are there. */
    void removeNew() {
        try {
            remove(newFile());
            remove(wal(newFile()));
            remove(spill(newFile()));
        } catch (IOException e) {
            throw explain(e);
        }
    }

    private static void remove(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(file)) {
                for (Path each : inside) {
                    Files.delete(each);
                }
            }
        }
        Files.deleteIfExists(file);
    }

    /** Puts the finished new file in the old one's place: contents first, then the name, both flushed to disk. */
    void replaceByNew() {
        if (Files.exists(wal(newFile()))) {
            throw new DatabaseException(
                    "DuckDB could not complete " + newFile(), "see --verbose for the details", null);
        }
        try {
            if (Files.exists(path) && Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(newFile(), Files.getPosixFilePermissions(path));
            }
            try (FileChannel channel = FileChannel.open(newFile(), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(newFile(), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw explain(e);
        }
        syncFolder();
    }

    private void syncFolder() {
        try (FileChannel channel = FileChannel.open(folder(), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // not every system can flush a folder; the rename has happened all the same
            return;
        }
    }

    DatabaseException explain(IOException failure) {
        String reason = failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : failure instanceof AccessDeniedException
                        ? "Permission denied"
                        : failure instanceof NotDirectoryException ? "Not a directory" : "";
        String where = failure instanceof FileSystemException known && known.getFile() != null
                ? known.getFile()
                : path.toString();
        if (reason.isEmpty()) {
            return new DatabaseException(
                    "cannot write the database file " + path + ": " + where + " stands in the way",
                    "choose another file with --database duckdb:PATH",
                    failure);
        }
        return Failures.file(path, where + ": " + reason, failure);
    }
}
