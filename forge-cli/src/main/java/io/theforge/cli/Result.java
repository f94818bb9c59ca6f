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
