package io.theforge.junit.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where filled databases are kept between runs. */
public final class CacheFolder {
    /** The parameter of JUnit, or system property, that names another folder. */
    public static final String SETTING = "forge.junit.cache";

    private CacheFolder() {}

    /**
     * Returns the folder.
     *
     * @param given what {@link #SETTING} says; null for the user's cache folder, or the one for temporary files where there is none
     */
    public static Path of(@Nullable String given) {
        if (given != null && !given.isBlank()) {
            return Path.of(given.strip()).toAbsolutePath().normalize();
        }
        Path home = Path.of(System.getProperty("user.home", ""));
        if (home.isAbsolute() && Files.isWritable(home)) {
            return ofUser(home).resolve("theforge").resolve("junit");
        }
        return Path.of(System.getProperty("java.io.tmpdir", "/tmp"))
                .resolve("theforge-junit-" + System.getProperty("user.name", "user"));
    }

    private static Path ofUser(Path home) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return home.resolve("AppData").resolve("Local");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        String named = System.getenv("XDG_CACHE_HOME");
        return named == null || !named.startsWith("/") ? home.resolve(".cache") : Path.of(named);
    }
}
