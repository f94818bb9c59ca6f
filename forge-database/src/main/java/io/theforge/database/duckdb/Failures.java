package io.theforge.database.duckdb;

import io.theforge.database.report.DatabaseException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What DuckDB and the file system say, in one line, with what to do about it. */
final class Failures {
    private static final Pattern HOLDER = Pattern.compile("Conflicting lock is held in (.+?) \\(PID (\\d+)\\)");
    static final String ELSEWHERE = "choose another file with --database duckdb:PATH";

    private Failures() {}

    static DatabaseException explain(Path path, SQLException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        return file(path, message, failure);
    }

    static DatabaseException file(Path path, String message, @Nullable Throwable cause) {
        String said = message.toLowerCase(Locale.ROOT);
        if (said.contains("could not set lock") || said.contains("unique file handle conflict")) {
            Matcher holder = HOLDER.matcher(message);
            String by = holder.find()
                    ? Path.of(holder.group(1)).getFileName() + " (process " + holder.group(2) + ")"
                    : "another program";
            return new DatabaseException(
                    path + " is in use by " + by, "close it there, then run the command again", cause);
        }
        if (said.contains("no space left") || said.contains("disk quota") || said.contains("disk is full")) {
            return new DatabaseException(
                    "the disk is full: " + path + " is as it was", "free some space, or " + ELSEWHERE, cause);
        }
        if (said.contains("permission denied") || said.contains("read-only file system")) {
            return new DatabaseException(
                    "no permission to write " + path, "allow writing in its folder, or " + ELSEWHERE, cause);
        }
        if (said.contains("sqlite_scanner")) {
            // the engine would read one with an extension, which it has not
            return new DatabaseException(path + " is not a DuckDB file, but one of SQLite", ELSEWHERE, cause);
        }
        if (said.contains("not a valid duckdb database")) {
            return new DatabaseException(path + " is not a DuckDB file", ELSEWHERE, cause);
        }
        if (said.contains("is a directory")) {
            return folder(path);
        }
        if (said.contains("not a directory") || said.contains("no such file")) {
            return new DatabaseException(path + " cannot be created: its folder cannot be", ELSEWHERE, cause);
        }
        if (said.contains("version number") || said.contains("newer version") || said.contains("storage version")) {
            boolean older = said.contains("older");
            return new DatabaseException(
                    path + " was written by " + (older ? "an older" : "a newer") + " DuckDB than the Forge can read",
                    older
                            ? "bring it up with DuckDB (EXPORT DATABASE there, IMPORT DATABASE into a new file), or "
                                    + ELSEWHERE
                            : ELSEWHERE,
                    cause);
        }
        if (said.contains("encrypted database")) {
            return new DatabaseException(
                    path + " is an encrypted DuckDB file, and the Forge has no key to it", ELSEWHERE, cause);
        }
        if (said.contains("corrupt") || said.contains("could not read enough bytes") || said.contains("checksum")) {
            return new DatabaseException(
                    path + " is damaged, so that DuckDB cannot read it",
                    "restore it from a backup, or move it away and run the command again",
                    cause);
        }
        return new DatabaseException(path + ": " + firstLine(message), "see --verbose for the details", cause);
    }

    static DatabaseException folder(Path path) {
        return new DatabaseException(path + " is a folder, not a database file", ELSEWHERE, null);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("DuckDB gave no reason");
    }
}
