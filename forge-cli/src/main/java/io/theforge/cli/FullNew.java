package io.theforge.cli;

import io.theforge.config.ConfigReader;
import io.theforge.config.ConfigWriter;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.Warehouse;
import io.theforge.database.report.OperationReport;
import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code --full-new}: the dataset of an earlier run goes, this one comes, or nothing happens. */
final class FullNew {
    private final Job job;
    private final Console console;

    FullNew(Job job) {
        this.job = job;
        console = job.console();
    }

    /** @param arguments as they were given, for the command that would do it */
    Result run(String... arguments) {
        boolean dryRun = job.flags().work.dryRun;
        boolean includeUnmanaged = job.flags().work.includeUnmanaged;
        if (!dryRun) {
            job.environment().productionGuard().check("--full-new");
        }
        try (Warehouse named = job.warehouse()) {
            Warehouse warehouse = includeUnmanaged ? named.includingUnmanaged() : named;
            boolean confirmationRequired = includeUnmanaged || job.environment().yes("SEEDER_REQUIRE_CONFIRM", true);
            boolean mayReplace = !confirmationRequired || job.flags().work.confirm;
            Settings settings =
                    Settings.of(job.flags(), job.environment(), job.here().workingDirectory());
            Plan plan = settings.plan();
            console.target(warehouse.name());
            console.audit("configuration", ConfigWriter.toYaml(settings.config()));
            ConfigReader.warnings(settings.config()).forEach(console::warn);
            if (dryRun) {
                return planned(settings.located(() -> warehouse.planFullNew(plan)));
            }
            if (mayReplace) {
                return settings.located(() -> carriedOut(warehouse, plan, settings));
            }
            OperationReport report = settings.located(() -> warehouse.planFullNew(plan));
            return Confirmation.needed(report, what(report, includeUnmanaged), arguments);
        }
    }

    private static String what(OperationReport plan, boolean includeUnmanaged) {
        boolean empty = plan.tables().values().stream().allMatch(change -> change.deleted() == 0);
        return empty
                ? "--full-new would make a dataset"
                : "--full-new replaces the dataset of an earlier run" + (includeUnmanaged ? " and rows of others" : "");
    }

    private Result planned(OperationReport plan) {
        List<String> lines = new ArrayList<>(Summary.changes(plan));
        lines.add("");
        lines.add("dry run: nothing has been written");
        return Result.done("planned", Summary.json(plan), lines);
    }

    private Result carriedOut(Warehouse warehouse, Plan plan, Settings settings) {
        console.event("started", description(settings.config(), warehouse));
        OperationReport report = warehouse.fullNew(plan, settings.operational(), job.progress());
        return Written.result(report, job);
    }

    private static Map<String, Object> description(ForgeConfig config, Warehouse warehouse) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("database", warehouse.name());
        fields.put("seed", config.seed());
        fields.put("stores", config.stores().count());
        fields.put("products", config.products().count());
        fields.put("start_date", config.dateRange().start().toString());
        fields.put("end_date", config.dateRange().end().toString());
        return fields;
    }
}
