package io.theforge.cli.dataset;

import io.theforge.cli.console.Console;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Result;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.OperationReport.TableChange;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.PeakMemory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a deletion is told. */
final class DeleteResult {
    private DeleteResult() {}

    static Result planned(OperationReport plan, Deletion deletion) {
        List<String> lines = Summary.changes(plan);
        lines.add("");
        lines.add(
                plan.outcome() == Outcome.UNCHANGED
                        ? nothing(deletion) + "; dry run: nothing has been written"
                        : "dry run: nothing has been written or deleted");
        return Result.done("planned", json(plan, deletion), lines);
    }

    static Result unchanged(OperationReport report, Deletion deletion) {
        List<String> lines = new ArrayList<>(List.of(nothing(deletion)));
        if (report.unmanagedRows() > 0) {
            lines.add(Summary.unmanaged(report));
        }
        return Result.done("unchanged", json(report, deletion), lines);
    }

    /** Returns the result of what has been deleted. @param next the lines that tell how to go on */
    static Result done(OperationReport report, Deletion deletion, Console console, List<String> next) {
        double seconds = console.seconds();
        Map<String, Object> json = json(report, deletion);
        json.put("peak_memory_bytes", PeakMemory.bytes());
        json.put("rows_per_second", Math.round(deleted(report) / Math.max(seconds, 0.001)));
        if (report.checks().stream().anyMatch(check -> check.status() == Check.Status.FAILED)) {
            return Result.failed(
                    FailedChecks.failure("these checks failed", report.checks()), json, Summary.changes(report));
        }
        Map<String, Object> logged = new LinkedHashMap<>(json);
        logged.put("seconds", seconds);
        console.event("completed", logged);
        List<String> lines = Summary.changes(report);
        lines.add("");
        lines.add(Numbers.rows(deleted(report)) + " deleted in " + Numbers.seconds(seconds) + ", peak memory "
                + Numbers.mebibytes(PeakMemory.bytes()));
        lines.add("run " + report.runId() + ", fingerprint of what is left " + report.fingerprint());
        lines.add("checks: " + Summary.checks(report.checks()));
        lines.addAll(next);
        return Result.done(report.outcome().word(), json, lines).ofWork();
    }

    static long deleted(OperationReport report) {
        return report.tables().values().stream().mapToLong(TableChange::deleted).sum();
    }

    private static String nothing(Deletion deletion) {
        return "nothing to delete: there are no rows"
                + (deletion.includeUnmanaged() ? "" : " of The Forge")
                + (deletion.scope() == Deletion.Scope.FACTS ? " in the tables of facts" : "");
    }

    private static Map<String, Object> json(OperationReport report, Deletion deletion) {
        Map<String, Object> json = Summary.json(report);
        if (report.outcome() == Outcome.UNCHANGED) {
            json.put("seed", null);
        }
        json.put("scope", deletion.scope().word());
        json.put("unmanaged_deleted", report.unmanagedDeleted());
        json.put("backup", deletion.backup() == null ? null : deletion.backup().toString());
        return json;
    }
}
