package io.theforge.cli.result;

import io.theforge.database.DatabaseUrl;
import java.nio.file.Path;
import java.util.Objects;

/** Commands of a database's own client. */
public final class DatabaseClient {
    private DatabaseClient() {}

    /** Returns the command that opens the database to look at it. */
    public static String reading(DatabaseUrl url) {
        return url.duckDbFile() == null ? psql(url) : "duckdb -readonly " + Shell.quote(file(url.duckDbFile()));
    }

    /** Returns the command that opens the database to write to it. */
    public static String writing(DatabaseUrl url) {
        return url.duckDbFile() == null ? psql(url) : "duckdb " + Shell.quote(file(url.duckDbFile()));
    }

    private static String psql(DatabaseUrl url) {
        return "psql " + Shell.quote(Objects.requireNonNull(url.postgres()).clientUrl());
    }

    /** A client would take a name that begins with a dash for a flag. */
    private static String file(Path file) {
        return file.toString().startsWith("-") ? "./" + file : file.toString();
    }
}
