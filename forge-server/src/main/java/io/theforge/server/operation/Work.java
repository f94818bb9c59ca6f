package io.theforge.server.operation;

import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Result;
import io.theforge.database.report.Progress;
import io.theforge.server.http.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an operation does. */
public interface Work {

    /** Returns the first line of its log. */
    String opening();

    /** Does it, all or nothing. */
    Outcome run(Progress progress) throws Exception;

    /**
     * What came of it.
     *
     * @param told as the command line tells it, for records; null when it has not come so far
     * @param closing the last line of the log
     */
    record Outcome(
            Operation.State state,
            @Nullable Map<String, Object> result,
            @Nullable Problem problem,
            @Nullable Result told,
            long rows,
            String closing) {

        /** @param byTheEnd whether nobody has asked for it: the server is ending */
        static Outcome cancelled(boolean byTheEnd) {
            Problem problem = byTheEnd
                    ? Problem.of(
                            503,
                            "ending",
                            "the server has been ended, and the operation with it: the database is as before",
                            "ask for it again when the server is back")
                    : Problem.of(
                            409,
                            "cancelled",
                            "the operation has been cancelled: the database is as before",
                            "ask for it again");
            return new Outcome(
                    Operation.State.CANCELLED,
                    null,
                    problem,
                    Result.failed(new Failure(Exit.FAILED, "interrupted", null, problem.detail(), problem.remedy())),
                    0,
                    "Cancelled: the database is as before");
        }

        /** Returns that of what was refused or went wrong. */
        public static Outcome failed(Problem problem) {
            return new Outcome(
                    problem.status() == 403 || problem.status() == 409
                            ? Operation.State.REFUSED
                            : Operation.State.FAILED,
                    null,
                    problem,
                    null,
                    0,
                    "Nothing has been changed: " + problem.detail());
        }
    }
}
