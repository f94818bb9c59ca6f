package io.theforge.server.dataset;

import io.theforge.cli.dataset.CheckText;
import io.theforge.cli.dataset.Summary;
import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Result;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.OperationReport.TableChange;
import io.theforge.server.http.Problem;
import io.theforge.server.operation.Operation;
import io.theforge.server.operation.Work;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of an operation that writes, as it is told and recorded. */
final class Outcomes {
    private Outcomes() {}

    /** @param more fields of the result beside those of every operation */
    static Work.Outcome of(OperationReport report, long begunNanos, Map<String, Object> more) {
        double seconds = Math.round((System.nanoTime() - begunNanos) / 1e6) / 1e3;
        Map<String, Object> result = Summary.json(report);
        long rows = report.tables().values().stream()
                .mapToLong(change -> change.inserted() + change.updated() + change.deleted())
                .sum();
        result.put("duration_seconds", seconds);
        result.put("rows_per_second", Math.round(rows / Math.max(seconds, 0.001)));
        result.putAll(more);
        return switch (report.outcome()) {
            case COMPLETED ->
                new Work.Outcome(
                        Operation.State.COMPLETED,
                        result,
                        null,
                        Result.done("completed", result, List.of()),
                        rows,
                        report.operation().equals("delete")
                                ? "Complete: " + Numbers.rows(deleted(report)) + " deleted"
                                        + (more.containsKey("backup") ? ", backup in " + more.get("backup") : "")
                                : "Complete (seed: " + report.seed() + ")");
            case UNCHANGED ->
                new Work.Outcome(
                        Operation.State.UNCHANGED,
                        result,
                        null,
                        Result.done("unchanged", result, List.of()),
                        0,
                        "Nothing to do: the database is as it is to be");
            case REFUSED -> refused(report, result);
            default -> failed(report, result);
        };
    }

    private static Work.Outcome refused(OperationReport report, Map<String, Object> result) {
        String detail = report.operation() + " would change rows that are there, and has not been confirmed";
        return new Work.Outcome(
                Operation.State.REFUSED,
                null,
                Problem.of(409, "confirmation_needed", detail, "send \"confirm\": true")
                        .with("plan", result),
                Result.failed(new Failure(Exit.REFUSED, "confirmation_needed", null, detail, "send \"confirm\": true")),
                0,
                "Nothing has been changed: " + detail);
    }

    private static Work.Outcome failed(OperationReport report, Map<String, Object> result) {
        String detail = "these checks failed, and the database is as before: "
                + report.checks().stream()
                        .filter(check -> check.status() == Check.Status.FAILED)
                        .map(check -> check.name() + " (" + CheckText.figureAndMessage(check) + ")")
                        .collect(Collectors.joining(", "));
        String remedy = "look at the triggers and rules of these tables; otherwise this is a defect of The Forge";
        return new Work.Outcome(
                Operation.State.FAILED,
                null,
                Problem.of(500, "verification", detail, remedy),
                Result.failed(
                        new Failure(Exit.VERIFICATION_FAILED, "verification", null, detail, remedy), result, List.of()),
                0,
                "Nothing has been changed: " + detail);
    }

    private static long deleted(OperationReport report) {
        return report.tables().values().stream().mapToLong(TableChange::deleted).sum();
    }
}
