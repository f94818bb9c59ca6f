package io.theforge.cli;

import io.theforge.config.ConfigReader;
import io.theforge.config.ConfigWriter;
import io.theforge.config.ForgeConfig;
import io.theforge.database.OperationReport;
import io.theforge.database.Warehouse;
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
        try (Warehouse named = job.warehouse()) {
            Warehouse warehouse = includeUnmanaged ? named.includingUnmanaged() : named;
            console.target(warehouse.name());
            if (!dryRun) {
                job.environment().productionGuard().check("--full-new");
            }
            boolean confirmationRequired = includeUnmanaged || job.environment().yes("SEEDER_REQUIRE_CONFIRM", true);
            boolean mayReplace = !confirmationRequired || job.flags().work.confirm;
            Settings settings =
                    Settings.of(job.flags(), job.environment(), job.here().workingDirectory());
            console.audit("configuration", ConfigWriter.toYaml(settings.config()));
            ConfigReader.warnings(settings.config()).forEach(console::warn);
            Plan plan = Plan.of(settings.config());
            if (dryRun) {
                return planned(warehouse.planFullNew(plan));
            }
            return mayReplace
                    ? carriedOut(warehouse, plan, settings)
                    : Confirmation.needed(
                            warehouse.planFullNew(plan),
                            "--full-new replaces the dataset of an earlier run"
                                    + (includeUnmanaged ? " and rows of others" : ""),
                            arguments);
        }
    }

    private Result planned(OperationReport plan) {
        List<String> lines = new ArrayList<>(Summary.changes(plan));
        lines.add("");
        lines.add("dry run: nothing has been written");
        return Result.done("planned", Summary.json(plan), lines);
    }

    private Result carriedOut(Warehouse warehouse, Plan plan, Settings settings) {
        console.event("started", description(settings.config(), warehouse));
        OperationReport report;
        try (Interruption watched = Interruption.of(console)) {
            report = warehouse.fullNew(plan, settings.operational(), job.progress());
        }
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
