package io.theforge.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an operation came out.
 *
 * @param outcome "completed", "planned", "unchanged", "refused", "failed"
 * @param details what programs get beside what every result has, by the names of {@code --json}
 * @param lines what people get
 * @param failure why it was refused or failed, null when it was not
 */
record Result(
        int exitCode,
        String outcome,
        Map<String, Object> details,
        List<String> lines,
        @Nullable Failure failure) {

    static Result done(String outcome, Map<String, Object> details, List<String> lines) {
        return new Result(Exit.DONE, outcome, details, lines, null);
    }

    static Result failed(Failure failure) {
        return failed(failure, Map.of(), List.of());
    }

    static Result failed(Failure failure, Map<String, Object> details, List<String> lines) {
        return new Result(failure.exitCode(), failure.outcome(), details, lines, failure);
    }

    /** What remains of it when nobody reads the result; null when it was only to be printed. */
    @Nullable
    String done(@Nullable Operation operation) {
        if (!outcome.equals("completed")) {
            return null;
        }
        Object file = details.getOrDefault("file", details.get("html"));
        if (file != null) {
            return file + " has been written";
        }
        return operation != null && operation.writes() ? "the work has been done" : null;
    }

    /**
     * The same, when it could not be printed: who looks at the exit code alone is to know.
     *
     * @param why "is closed"
     * @param done what has been done all the same, null when there was only something to be printed
     */
    Result unprinted(String why, @Nullable String done) {
        String message = "standard output " + why + ", and the result could not be printed";
        Failure unprinted = new Failure(
                Exit.FAILED,
                "output",
                null,
                done == null ? message : done + ", but " + message,
                done == null ? "send it somewhere else, and run it again" : "nothing needs to be done again");
        return new Result(unprinted.exitCode(), outcome, details, lines, unprinted);
    }

    /** The document of {@code --json}. */
    Map<String, Object> asJson(@Nullable String operation, @Nullable String database, double seconds) {
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
