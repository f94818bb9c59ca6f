package io.theforge.database;

import io.theforge.config.model.ConfigException;
import io.theforge.database.postgres.PostgresAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a warehouse is: a DuckDB file or a PostgreSQL database, exactly one of the two. Prints itself without credentials.
 *
 * @param duckDbFile null for PostgreSQL
 * @param postgres null for DuckDB
 */
public record DatabaseUrl(
        @Nullable Path duckDbFile, @Nullable PostgresAddress postgres) {
    /** One letter is a drive of Windows. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

    private static final String FORMS =
            "use postgresql://user:password@host:port/database, or duckdb:path/to/file.duckdb";

    /** Names of the variables that {@link #parse} asks for. */
    public static final Set<String> VARIABLES = PostgresAddress.VARIABLES;

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
        return parse(url, workingDirectory, System::getenv);
    }

    /**
     * The same.
     *
     * @param environment a variable's value by its name, null when it is not set: those of libpq ({@code PGPASSWORD},
     *     {@code PGUSER}, {@code PGSSLMODE} and so on) fill in what the URL leaves open, but never which server or database it is
     */
    public static DatabaseUrl parse(String url, Path workingDirectory, UnaryOperator<@Nullable String> environment) {
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
            return new DatabaseUrl(null, PostgresAddress.parse(rest, jdbc, environment));
        }
        String what = scheme.isEmpty() ? "it has no scheme" : "scheme \"" + scheme + "\" is not known";
        throw new ConfigException("this database URL cannot be used: " + what, FORMS, "--database");
    }

    private static Path file(String path, Path workingDirectory) {
        String plain = path.startsWith("///") ? path.substring(2) : path;
        if (plain.isBlank() || plain.equals(":memory:")) {
            throw wrong("duckdb: needs the path of a file", FORMS);
        }
        if (plain.startsWith("//") && !path.startsWith("///")) {
            throw wrong("duckdb: takes a path, and // begins the name of a server", FORMS);
        }
        try {
            Path file = workingDirectory.resolve(withHome(plain));
            if (plain.contains(";")) {
                throw wrong(
                        "duckdb: takes a path without settings, and there is a ; in it",
                        "leave out the ; and the rest");
            }
            if (!Files.exists(file)) {
                refuseAddress(plain);
            }
            return file;
        } catch (InvalidPathException e) {
            throw wrong("duckdb: " + e.getReason() + " in the path", FORMS);
        }
    }

    /** A shell puts in the home folder only where ~ begins a word. */
    private static String withHome(String path) {
        if (!path.startsWith("~")) {
            return path;
        }
        if (!path.equals("~") && !path.startsWith("~/")) {
            throw wrong(
                    "duckdb: ~ with a user's name is not understood",
                    "write the path out, such as duckdb:/home/ann/x.duckdb");
        }
        return System.getProperty("user.home") + path.substring(1);
    }

    /** What other programs would understand, and a file system would take for a name. */
    private static void refuseAddress(String path) {
        Matcher scheme = SCHEME.matcher(path);
        if (scheme.lookingAt()) {
            throw wrong(
                    "duckdb: takes the path of a file on this machine, and " + scheme.group()
                            + " is the address of something else",
                    "name a file, such as duckdb:shop.duckdb; one with such a name as duckdb:./NAME");
        }
        if (path.contains("?")) {
            throw wrong(
                    "duckdb: takes a path without settings, and there is a ? in it",
                    "leave out the ? and what follows it");
        }
    }

    private static ConfigException wrong(String message, String remedy) {
        return new ConfigException(message, remedy, "--database");
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
