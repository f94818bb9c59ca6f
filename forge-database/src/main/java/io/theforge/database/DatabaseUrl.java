package io.theforge.database;

import io.theforge.config.ConfigException;
import io.theforge.database.postgres.PostgresAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a warehouse is: a DuckDB file or a PostgreSQL database, exactly one of the two. Prints itself without credentials.
 *
 * @param duckDbFile null for PostgreSQL
 * @param postgres null for DuckDB
 */
public record DatabaseUrl(
        @Nullable Path duckDbFile, @Nullable PostgresAddress postgres) {
    private static final String FORMS =
            "use postgresql://user:password@host:port/database, or duckdb:path/to/file.duckdb";

    /** The embedded default, {@code .forge/forge.duckdb} in the working directory. */
    public static DatabaseUrl embedded(Path workingDirectory) {
        return new DatabaseUrl(workingDirectory.resolve(".forge").resolve("forge.duckdb"), null);
    }

    /**
     * Reads a URL as people have them: {@code duckdb:PATH}, {@code postgresql://}, {@code postgres://} (both also with a
     * SQLAlchemy driver, {@code +asyncpg}) and {@code jdbc:postgresql://}.
     *
     * @throws ConfigException when it is none of them; the message does not repeat the URL, which may hold a password
     */
    public static DatabaseUrl parse(String url, Path workingDirectory) {
        String trimmed = url.strip();
        int colon = trimmed.indexOf(':');
        String scheme = colon < 0 ? "" : trimmed.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = trimmed.substring(colon + 1);
        if (scheme.equals("duckdb")) {
            return new DatabaseUrl(file(rest, workingDirectory), null);
        }
        boolean jdbc = scheme.equals("jdbc");
        if (jdbc) {
            colon = rest.indexOf(':');
            scheme = colon < 0 ? "" : rest.substring(0, colon).toLowerCase(Locale.ROOT);
            rest = rest.substring(colon + 1);
        }
        int driver = scheme.indexOf('+');
        String kind = driver < 0 ? scheme : scheme.substring(0, driver);
        if (kind.equals("postgresql") || kind.equals("postgres")) {
            return new DatabaseUrl(null, PostgresAddress.parse(rest, jdbc));
        }
        String what = scheme.isEmpty() ? "it has no scheme" : "scheme \"" + scheme + "\" is not known";
        throw new ConfigException("this database URL cannot be used: " + what, FORMS, "--database");
    }

    private static Path file(String path, Path workingDirectory) {
        String plain = path.startsWith("///") ? path.substring(2) : path;
        if (plain.isBlank() || plain.equals(":memory:")) {
            throw new ConfigException("duckdb: needs the path of a file", FORMS, "--database");
        }
        try {
            return workingDirectory.resolve(plain);
        } catch (InvalidPathException e) {
            throw new ConfigException("duckdb: " + e.getReason() + " in the path", FORMS, "--database");
        }
    }

    /** For people and records: no user, no password. */
    public String display() {
        return postgres != null ? postgres.display() : "duckdb:" + duckDbFile;
    }

    @Override
    public String toString() {
        return display();
    }
}
