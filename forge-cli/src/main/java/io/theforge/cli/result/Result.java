package io.theforge.cli.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a command came out.
 *
 * @param outcome "completed", "planned", "unchanged", "refused", "failed"
 * @param details what programs get beside what every result has, by the names of {@code --json}
 * @param lines what people get
 * @param failure why it was refused or failed, null when it was not
 * @param lasting what has been done and stays done when nobody reads the result; null when there was only something to print
 */
public record Result(
        int exitCode,
        String outcome,
        Map<String, Object> details,
        List<String> lines,
        @Nullable Failure failure,
        @Nullable String lasting) {

    public static Result done(String outcome, Map<String, Object> details, List<String> lines) {
        return new Result(Exit.DONE, outcome, details, lines, null, null);
    }

    public static Result failed(Failure failure) {
        return failed(failure, Map.of(), List.of());
    }

    public static Result failed(Failure failure, Map<String, Object> details, List<String> lines) {
        return new Result(failure.exitCode(), failure.outcome(), details, lines, failure, null);
    }

    /** Returns the same of a command that has changed a database. */
    public Result ofWork() {
        return outcome.equals("completed") ? lasting("the work has been done") : this;
    }

    /** Returns the same of a command that has written this file. */
    public Result ofFile(String file) {
        return lasting(file + " has been written");
    }

    private Result lasting(String what) {
        return new Result(exitCode, outcome, details, lines, failure, what);
    }

    /**
     * Returns the same when it could not be printed: who looks at the exit code alone is to know.
     *
     * @param why "is closed"
     */
    public Result unprinted(String why) {
        String message = "standard output " + why + ", and the result could not be printed";
        Failure unprinted = new Failure(
                Exit.FAILED,
                "output",
                null,
                lasting == null ? message : lasting + ", but " + message,
                lasting == null ? "send it somewhere else, and run it again" : "nothing needs to be done again");
        return new Result(unprinted.exitCode(), outcome, details, lines, unprinted, lasting);
    }

    /** Returns the document of {@code --json}. */
    public Map<String, Object> asJson(@Nullable String operation, @Nullable String database, double seconds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operation", operation);
        json.put("outcome", outcome);
        json.put("database", database);
        json.put("seconds", seconds);
        json.putAll(details);
        if (failure != null) {
            json.put("error", failure.asJson());
        }
        return json;
    }
}
