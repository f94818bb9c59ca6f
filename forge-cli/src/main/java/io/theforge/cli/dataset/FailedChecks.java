package io.theforge.cli.dataset;

import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.database.report.Check;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why an operation took back what it had done: its own checks failed. */
final class FailedChecks {
    /**
     * These count what the database holds against what it was told to write or to remove: what the database does by itself is the
     * first to suspect.
     */
    private static final Pattern COUNTS_WHAT_WAS_TOLD = Pattern.compile("(load|append|delete|full-new)\\.(.+)");

    private FailedChecks() {}

    /** @param what "these checks failed" */
    static Failure failure(String what, List<Check> checks) {
        List<Check> failed = checks.stream()
                .filter(check -> check.status() == Check.Status.FAILED)
                .toList();
        String tables = failed.stream()
                .map(check -> COUNTS_WHAT_WAS_TOLD.matcher(check.name()))
                .filter(name -> name.matches())
                .map(name -> name.group(2))
                .distinct()
                .collect(Collectors.joining(", "));
        String again = "run it again; if it fails again, this is a defect of The Forge or of the database";
        return new Failure(
                Exit.VERIFICATION_FAILED,
                "verification",
                null,
                what + ", and the database is as before: "
                        + failed.stream().map(FailedChecks::named).collect(Collectors.joining(", ")),
                tables.isEmpty()
                        ? again
                        : "look at the triggers and rules of " + tables + "; where there are none, " + again);
    }

    private static String named(Check check) {
        return COUNTS_WHAT_WAS_TOLD.matcher(check.name()).matches()
                ? check.name() + " (" + CheckText.figureAndMessage(check) + ")"
                : check.name();
    }
}
