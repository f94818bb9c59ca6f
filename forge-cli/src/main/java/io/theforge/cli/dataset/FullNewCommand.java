package io.theforge.cli.dataset;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.input.BatchSizeFlag;
import io.theforge.cli.input.ConfirmFlag;
import io.theforge.cli.input.DatasetFlags;
import io.theforge.cli.input.DryRunFlag;
import io.theforge.cli.input.NoVerifyFlag;
import io.theforge.cli.input.Settings;
import io.theforge.cli.input.TruthFlag;
import io.theforge.cli.input.UnmanagedFlag;
import io.theforge.cli.input.WorkSettings;
import io.theforge.cli.input.WorkersFlag;
import io.theforge.cli.result.Result;
import io.theforge.config.ConfigWriter;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.Warehouse;
import io.theforge.database.report.OperationReport;
import io.theforge.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code forge full-new}: the dataset of an earlier run goes, this one comes, or nothing happens. */
@Command(
        description = "Makes a dataset; replaces the one of an earlier run, and no other rows.",
        footer = {
            "./forge --full-new --confirm",
            "./forge --full-new --config shop.yaml --dry-run",
            "./forge --full-new --stores 56 --database postgresql://me@localhost/shop --confirm",
        })
public final class FullNewCommand extends DatabaseCommand {
    @Mixin
    private final DatasetFlags dataset = new DatasetFlags();

    @Mixin
    private final ConfirmFlag confirm = new ConfirmFlag();

    @Mixin
    private final DryRunFlag dryRun = new DryRunFlag();

    @Mixin
    private final UnmanagedFlag unmanaged = new UnmanagedFlag();

    @Mixin
    private final TruthFlag truth = new TruthFlag();

    @Mixin
    private final NoVerifyFlag noVerify = new NoVerifyFlag();

    @Mixin
    private final WorkersFlag workers = new WorkersFlag();

    @Mixin
    private final BatchSizeFlag batchSize = new BatchSizeFlag();

    @Override
    protected Result run(Context context) {
        if (!dryRun.given()) {
            context.environment().productionGuard().check("--full-new");
        }
        try (Warehouse named = truth.on(warehouse(context))) {
            Warehouse warehouse = unmanaged.given() ? named.includingUnmanaged() : named;
            boolean mayReplace = confirm.confirmed(context.environment(), unmanaged.given());
            WorkSettings work = new WorkSettings(workers, batchSize, noVerify);
            Settings settings = Settings.of(dataset, work, context.environment(), context.workingDirectory());
            boolean isCarriedOut = mayReplace && !dryRun.given();
            if (isCarriedOut) {
                warehouse.connectAhead();
            }
            Plan plan = settings.plan();
            context.console().target(warehouse.name());
            context.console().audit("configuration", ConfigWriter.toYaml(settings.config()));
            settings.warnings().get().forEach(context.console()::warn);
            if (isCarriedOut) {
                return settings.located(() -> carriedOut(context, warehouse, plan, settings));
            }
            OperationReport report = settings.located(() -> warehouse.planFullNew(plan));
            return dryRun.given()
                    ? WriteResult.nothingWritten(report, "dry run: nothing has been written")
                    : Confirmation.needed(report, what(report), context.arguments());
        }
    }

    private String what(OperationReport plan) {
        boolean empty = plan.tables().values().stream().allMatch(change -> change.deleted() == 0);
        return empty
                ? "--full-new would make a dataset"
                : "--full-new replaces the dataset of an earlier run"
                        + (unmanaged.given() ? " and unmanaged rows" : "");
    }

    private Result carriedOut(Context context, Warehouse warehouse, Plan plan, Settings settings) {
        context.console().event("started", description(settings.config(), warehouse));
        OperationReport report = warehouse.fullNew(plan, settings.operational(), context.progress());
        return WriteResult.of(report, context.console(), afterWriting());
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
