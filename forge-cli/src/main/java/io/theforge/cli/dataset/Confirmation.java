package io.theforge.cli.dataset;

import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.Shell;
import io.theforge.database.report.OperationReport;
import java.util.Arrays;

/** What an operation says that would remove rows and has not been told to. */
final class Confirmation {
    private Confirmation() {}

    /**
     * Refuses, and names the command that would do it.
     *
     * @param what "--full-new replaces the dataset of an earlier run"
     * @param arguments as they were given
     */
    static Result needed(OperationReport plan, String what, String... arguments) {
        String[] confirmed = Arrays.copyOf(arguments, arguments.length + 1);
        confirmed[arguments.length] = "--confirm";
        String command = Shell.command(confirmed);
        Failure failure = new Failure(
                Exit.REFUSED,
                "confirmation_needed",
                null,
                "nothing has been done: " + what + ", and --confirm is missing",
                "this does it: " + command);
        return Result.failed(failure, Summary.json(plan), Summary.changes(plan));
    }
}
