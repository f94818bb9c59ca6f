package io.theforge.cli;

import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.report.OperationReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code --append}: the dataset that is there goes on. Only what would change rows that are there needs to be confirmed. */
final class Append {
    private final Job job;
    private final Console console;

    Append(Job job) {
        this.job = job;
        console = job.console();
    }

    /** @param arguments as they were given, for the command that would do it */
    Result run(String... arguments) {
        boolean dryRun = job.flags().work.dryRun;
        try (Warehouse warehouse = job.warehouse()) {
            boolean mayChange = !job.environment().yes("SEEDER_REQUIRE_CONFIRM", true) || job.flags().work.confirm;
            AppendRequest request = Settings.append(job.flags().dataset, job.environment(), mayChange);
            console.target(warehouse.name());
            if (!dryRun) {
                job.environment().productionGuard().check("--append");
            }
            console.audit("append", asked(request));
            OperationReport report = dryRun ? warehouse.planAppend(request) : carriedOut(warehouse, request);
            return switch (report.outcome().word()) {
                case "planned" -> quiet(report, "dry run: nothing has been written");
                case "unchanged" -> quiet(report, "nothing to do: these days are there as they are to be");
                case "refused" ->
                    Confirmation.needed(report, "--append changes or removes rows that are there", arguments);
                default -> Written.result(report, job);
            };
        }
    }

    /** What has been given of it. */
    private static Map<String, Object> asked(AppendRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (request.start() != null) {
            fields.put("start_date", request.start().toString());
        }
        if (request.end() != null) {
            fields.put("end_date", request.end().toString());
        }
        if (request.seed() != null) {
            fields.put("seed", request.seed());
        }
        return fields;
    }

    private OperationReport carriedOut(Warehouse warehouse, AppendRequest request) {
        Map<String, Object> fields = asked(request);
        fields.put("database", warehouse.name());
        console.event("started", fields);
        return warehouse.append(request, Settings.operational(job.flags(), job.environment(), null), job.progress());
    }

    private Result quiet(OperationReport report, String lastLine) {
        List<String> lines = new ArrayList<>(Summary.changes(report));
        lines.add("");
        lines.add(lastLine);
        Map<String, Object> json = Summary.json(report);
        console.event(report.outcome().word(), json);
        return Result.done(report.outcome().word(), json, lines);
    }
}
