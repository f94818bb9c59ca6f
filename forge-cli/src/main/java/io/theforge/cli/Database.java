package io.theforge.cli;

import io.theforge.config.model.ConfigException;
import io.theforge.database.DatabaseUrl;
import java.nio.file.Path;
import java.util.Objects;

/** Which database: {@code --database}, else {@code DATABASE_URL}, else a file under the working directory. */
final class Database {
    private Database() {}

    static DatabaseUrl chosen(Flags flags, Environment environment, Path workingDirectory) {
        String flag = flags.work.database;
        if (flag != null) {
            return parse("--database", flag, environment, workingDirectory);
        }
        String variable = environment.get("DATABASE_URL");
        return variable == null
                ? DatabaseUrl.embedded(workingDirectory)
                : parse("DATABASE_URL", variable, environment, workingDirectory);
    }

    /** The command of the database's own client that opens it. */
    static String client(DatabaseUrl url) {
        return url.duckDbFile() != null
                ? "duckdb -readonly " + Shell.quote(file(url.duckDbFile()))
                : "psql " + Shell.quote(Objects.requireNonNull(url.postgres()).clientUrl());
    }

    /** A client would take a name that begins with a dash for a flag. */
    private static String file(Path file) {
        return file.toString().startsWith("-") ? "./" + file : file.toString();
    }

    /** The same, to write with. */
    static String writingClient(DatabaseUrl url) {
        return client(url).replaceFirst("^duckdb -readonly ", "duckdb ");
    }

    private static DatabaseUrl parse(String place, String url, Environment environment, Path workingDirectory) {
        try {
            return DatabaseUrl.parse(url, workingDirectory, environment::exact);
        } catch (ConfigException e) {
            throw new UsageException(place, String.valueOf(e.getMessage()), e.remedy());
        }
    }
}
