package io.theforge.cli.result;

import io.theforge.config.model.ConfigException;
import io.theforge.database.forecast.ForecastFileException;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.RefusedException;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why an operation did not come to its end, as people and programs are told.
 *
 * @param code stable, for programs
 * @param location the flag, variable or place in a file; null where there is none
 */
public record Failure(int exitCode, String code, @Nullable String location, String message, String remedy) {

    public static Failure of(Throwable thrown) {
        if (thrown instanceof UsageException e) {
            return new Failure(Exit.USAGE, "usage", e.place(), text(e), e.remedy());
        }
        if (thrown instanceof ConfigException e) {
            return new Failure(Exit.USAGE, "configuration", e.location(), text(e), e.remedy());
        }
        if (thrown instanceof ForecastFileException e) {
            return new Failure(Exit.USAGE, "forecast_file", e.location(), text(e), e.remedy());
        }
        if (thrown instanceof RefusedException e) {
            return new Failure(Exit.REFUSED, "refused", null, text(e), e.remedy());
        }
        if (thrown instanceof DatabaseException e) {
            return new Failure(Exit.FAILED, "database", null, text(e), Secrets.mask(e.remedy()));
        }
        if (thrown instanceof OutputException e) {
            return new Failure(Exit.FAILED, "output", null, text(e), e.remedy());
        }
        if (thrown instanceof InvalidPathException e) {
            return new Failure(
                    Exit.USAGE,
                    "usage",
                    null,
                    "\"" + e.getInput() + "\" cannot be the name of a file here: " + e.getReason(),
                    "name another, or set LC_ALL to a locale with UTF-8, such as C.UTF-8");
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Failure(Exit.FAILED, "memory", null, "out of memory", "give it more: FORGE_JAVA_OPTS=-Xmx512m");
        }
        return new Failure(
                Exit.FAILED,
                "unexpected",
                null,
                thrown.getClass().getSimpleName() + ": " + text(thrown),
                "this is a defect of The Forge; --verbose shows where it happened");
    }

    /** With what it takes to reach the same database. @param database as {@code --database} gave it, null when it did not */
    public Failure on(@Nullable String database) {
        return new Failure(exitCode, code, location, message, Shell.onDatabase(remedy, database));
    }

    /** "refused" or "failed". */
    public String outcome() {
        return exitCode == Exit.REFUSED ? "refused" : "failed";
    }

    /** One line: place, reason, remedy. */
    public String line() {
        return "forge: " + (location == null ? "" : location + ": ") + message + "; " + remedy;
    }

    public Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", code);
        json.put("message", message);
        json.put("remedy", remedy);
        if (location != null) {
            json.put("location", location);
        }
        return json;
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage() == null ? "no message" : thrown.getMessage();
        return Secrets.mask(message.replaceAll("\\s*\\R\\s*", " ").strip().replaceFirst("\\.$", ""));
    }
}
