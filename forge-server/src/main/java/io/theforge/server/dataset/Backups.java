package io.theforge.server.dataset;

import io.theforge.cli.result.DatabaseClient;
import io.theforge.cli.result.Shell;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.server.http.Problem;
import io.theforge.server.http.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Deletions whose rows are written to a file first. Its place is the server's choice, under its own folder: no request names one. */
final class Backups {
    private static final String FOLDER = ".forge/backups";
    private static final int MAX_NAME_CHARACTERS = 80;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ServedDatabase database;
    private final Path folder;

    Backups(ServedDatabase database) {
        this.database = database;
        folder = database.folder().resolve(FOLDER);
    }

    /** Writes them, then deletes them. @param result takes the file's name, and how its rows come back */
    OperationReport delete(Deletion.Scope scope, Progress progress, Map<String, Object> result) {
        Path file = folder().resolve(name());
        OperationReport report;
        try {
            report = database.warehouse().delete(new Deletion(scope, false, file), progress);
        } catch (DatabaseException e) {
            throw e.getCause() instanceof IOException failure ? unwritten(failure) : e;
        }
        if (report.outcome() == Outcome.COMPLETED) {
            result.put("backup", file.getFileName().toString());
            result.put(
                    "restore",
                    "gunzip -c " + Shell.quote(FOLDER + "/" + file.getFileName()) + " | "
                            + DatabaseClient.writing(database.url()));
        }
        return report;
    }

    /** Returns the file of a backup. @param name as a result has it */
    Path file(String name) {
        return folder.resolve(name);
    }

    private Path folder() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(database.folder().resolve(".forge"));
                Files.createDirectory(folder);
                if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
            return folder;
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** The database's name as far as every file system takes it. */
    private String name() {
        String safe = database.warehouse()
                .databaseName()
                .replaceAll("[^A-Za-z0-9._-]+", "_")
                .replaceFirst("^[.-]+", "");
        String first = safe.substring(0, Math.min(safe.length(), MAX_NAME_CHARACTERS));
        return (first.isEmpty() ? "database" : first) + "-delete-" + TIME.format(Instant.now()) + ".sql.gz";
    }

    private static ProblemException unwritten(IOException failure) {
        String reason = failure instanceof AccessDeniedException
                ? "permission denied"
                : failure instanceof FileSystemException known && known.getReason() != null
                        ? known.getReason()
                        : failure instanceof FileSystemException
                                ? "something else is in its place"
                                : String.valueOf(failure.getMessage());
        return Problem.of(
                        500,
                        "backup",
                        "the backup could not be written to " + FOLDER + " of the server's folder, and nothing has been"
                                + " deleted: " + reason,
                        "make room there, and let the server write to it")
                .asException();
    }
}
