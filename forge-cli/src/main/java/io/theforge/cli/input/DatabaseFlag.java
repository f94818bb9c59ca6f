package io.theforge.cli.input;

import io.theforge.cli.result.UsageException;
import io.theforge.config.model.ConfigException;
import io.theforge.database.DatabaseUrl;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database: {@code --database}, else {@code DATABASE_URL}, else a file under the working directory. */
public final class DatabaseFlag implements FlagGroup {
    @Option(
            names = "--database",
            paramLabel = "URL",
            description = {
                "postgresql://user:password@host:port/name, or duckdb:PATH",
                "(DATABASE_URL, else duckdb:.forge/forge.duckdb);",
                "?schema=NAME, ?pgbouncer=true and more: docs/reference/databases.md",
            })
    @Nullable
    String database;

    /** Returns the flag's value as it was given, null when it was not. */
    public @Nullable String given() {
        return database;
    }

    /** @throws UsageException naming the flag or variable whose address cannot be meant so */
    public DatabaseUrl choose(Environment environment, Path workingDirectory) {
        if (database != null) {
            return parse("--database", database, environment, workingDirectory);
        }
        String variable = environment.get("DATABASE_URL");
        return variable == null
                ? DatabaseUrl.embedded(workingDirectory)
                : parse("DATABASE_URL", variable, environment, workingDirectory);
    }

    /** Reads an address. @param place where it was given, for messages @throws UsageException when it cannot be meant so */
    public static DatabaseUrl parse(String place, String url, Environment environment, Path workingDirectory) {
        try {
            return DatabaseUrl.parse(url, workingDirectory, environment::exact);
        } catch (ConfigException e) {
            throw new UsageException(place, String.valueOf(e.getMessage()), e.remedy());
        }
    }
}
