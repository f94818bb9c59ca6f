package io.theforge.cli;

import io.theforge.database.Check;
import io.theforge.database.OperationReport;
import io.theforge.database.PeakMemory;
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
        List<String> failed = report.checks().stream()
                .filter(check -> check.status() == Check.Status.FAILED)
                .map(Check::name)
                .toList();
        if (!failed.isEmpty()) {
            return Result.failed(unsound(failed), json, lines);
        }
        Map<String, Object> logged = new LinkedHashMap<>(json);
        logged.put("seconds", seconds);
        job.console().event("completed", logged);
        return Result.done(report.outcome(), json, lines);
    }

    private static Failure unsound(List<String> failed) {
        return new Failure(
                Exit.UNSOUND,
                "verification",
                null,
                "the new rows did not pass these checks, and the database is as before: " + String.join(", ", failed),
                "run it again; if it fails again, this is a defect of The Forge or of the database");
    }
}
