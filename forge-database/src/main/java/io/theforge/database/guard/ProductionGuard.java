package io.theforge.database.guard;

import io.theforge.database.report.RefusedException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every operation that writes away from production. To be asked before a connection is opened.
 *
 * @param appEnv what {@code APP_ENV} says, null when it is not set
 * @param override what {@link #OVERRIDE} says in the real environment (never from a file), null when it is not set
 */
public record ProductionGuard(
        @Nullable String appEnv, @Nullable String override) {

    /** The environment variable that lifts the guard when it is {@code true}. */
    public static final String OVERRIDE = "SEEDER_ALLOW_PRODUCTION";

    private static final Set<String> PRODUCTION = Set.of("production", "prod", "live");

    /** What the real environment of this process says; no file is read. */
    public static ProductionGuard ofThisProcess() {
        return new ProductionGuard(System.getenv("APP_ENV"), System.getenv(OVERRIDE));
    }

    /**
     * @param operation what would write, named in the message
     * @throws RefusedException if this is production and nobody has said that it may be written to
     */
    public void check(String operation) {
        if (appEnv != null && holds() && !(override != null && normal(override).equals("true"))) {
            throw new RefusedException(
                    operation + " writes, and APP_ENV is \"" + appEnv.strip()
                            + "\"; nothing has been connected to or changed",
                    "if it really is to write there, set " + OVERRIDE
                            + "=true in the environment (in .env it does not count)",
                    true);
        }
    }

    /** Whether this is production. */
    public boolean holds() {
        return appEnv != null && PRODUCTION.contains(normal(appEnv));
    }

    private static String normal(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
