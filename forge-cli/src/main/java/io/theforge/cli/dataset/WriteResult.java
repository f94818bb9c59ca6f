package io.theforge.cli.dataset;

import io.theforge.cli.console.Console;
import io.theforge.cli.result.Result;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.PeakMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an operation that wrote rows, or would write them, is told. */
final class WriteResult {
    private WriteResult() {}

    /** Returns the result of what has been written. @param next the lines that tell how to go on */
    static Result of(OperationReport report, Console console, List<String> next) {
        double seconds = console.seconds();
        Map<String, Object> json = Summary.json(report);
        json.put("peak_memory_bytes", PeakMemory.bytes());
        json.put("rows_per_second", Summary.rowsPerSecond(report, seconds));
        List<String> lines = Summary.ofRun(report, seconds);
        lines.addAll(next);
        if (report.checks().stream().anyMatch(check -> check.status() == Check.Status.FAILED)) {
            return Result.failed(
                    FailedChecks.failure("the new rows did not pass these checks", report.checks()), json, lines);
        }
        Map<String, Object> logged = new LinkedHashMap<>(json);
        logged.put("seconds", seconds);
        console.event("completed", logged);
        return Result.done(report.outcome().word(), json, lines).ofWork();
    }

    /** Returns the result of an operation that has written nothing. */
    static Result nothingWritten(OperationReport report, String lastLine) {
        List<String> lines = Summary.changes(report);
        lines.add("");
        lines.add(lastLine);
        return Result.done(report.outcome().word(), Summary.json(report), lines);
    }
}
