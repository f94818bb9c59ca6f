package io.theforge.server.http;

import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.config.model.ConfigException;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.RefusedException;
import io.theforge.server.openapi.FieldError;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong in the work, as a problem. */
public final class Failures {
    private static final Pattern FLAG = Pattern.compile("--([a-z-]+)");
    private static final Pattern PLACE = Pattern.compile("(.+):([0-9]+):([0-9]+)");

    private Failures() {}

    /** Returns the problem of what the work has thrown. */
    public static Problem of(Throwable thrown) {
        if (thrown instanceof ProblemException known) {
            return known.problem();
        }
        Failure failure = Failure.of(thrown);
        if (thrown instanceof RefusedException refused) {
            return refused.isProduction()
                    ? Problem.of(403, "production", failure.message(), failure.remedy())
                    : Problem.of(409, "refused", failure.message(), failure.remedy());
        }
        if (thrown instanceof DatabaseException) {
            return Problem.of(503, "database", failure.message(), failure.remedy());
        }
        if (thrown instanceof ConfigException) {
            return wrong(failure, "configuration");
        }
        if (failure.exitCode() == Exit.USAGE) {
            return wrong(failure, "usage");
        }
        return Problem.of(500, failure.code(), failure.message(), failure.remedy());
    }

    private static Problem wrong(Failure failure, String code) {
        String location = failure.location() == null ? "" : failure.location();
        Matcher flag = FLAG.matcher(location);
        Matcher place = PLACE.matcher(location);
        String field = flag.matches() ? flag.group(1).replace('-', '_') : location;
        Problem problem = new Problem(
                422,
                code,
                (location.isEmpty() ? "" : field + ": ") + failure.message(),
                failure.remedy(),
                List.of(new FieldError(place.matches() ? "config" : field, failure.message())),
                Map.of());
        return place.matches()
                ? problem.with("location", location)
                        .with("line", Long.valueOf(place.group(2)))
                        .with("column", Long.valueOf(place.group(3)))
                : problem;
    }
}
