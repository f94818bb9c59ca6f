package io.theforge.cli;

import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.PeakMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an operation that wrote rows is told. */
final class Written {
    private Written() {}

    static Result result(OperationReport report, Job job) {
        double seconds = job.console().seconds();
        Map<String, Object> json = Summary.json(report);
        json.put("peak_memory_bytes", PeakMemory.bytes());
        json.put("rows_per_second", Summary.rowsPerSecond(report, seconds));
        List<String> lines = Summary.ofRun(report, seconds, job);
        if (report.checks().stream().anyMatch(check -> check.status() == Check.Status.FAILED)) {
            return Result.failed(
                    Unsound.failure("the new rows did not pass these checks", report.checks()), json, lines);
        }
        Map<String, Object> logged = new LinkedHashMap<>(json);
        logged.put("seconds", seconds);
        job.console().event("completed", logged);
        return Result.done(report.outcome().word(), json, lines);
    }
}
