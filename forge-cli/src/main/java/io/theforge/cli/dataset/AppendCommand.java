package io.theforge.cli.dataset;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.input.BatchSizeFlag;
import io.theforge.cli.input.ConfirmFlag;
import io.theforge.cli.input.DryRunFlag;
import io.theforge.cli.input.NoVerifyFlag;
import io.theforge.cli.input.SegmentFlags;
import io.theforge.cli.input.TruthFlag;
import io.theforge.cli.input.WorkSettings;
import io.theforge.cli.input.WorkersFlag;
import io.theforge.cli.result.Result;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.report.OperationReport;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code forge append}: extends the dataset that is there. Only what would change rows that are there needs to be confirmed. */
@Command(
        description = "Extends the dataset by more days; rows that are there are kept.",
        footer = {"./forge --append", "./forge --append --start-date 2025-02-01 --end-date 2025-04-30 --seed 7"})
public final class AppendCommand extends DatabaseCommand {
    @Mixin
    private final SegmentFlags segment = new SegmentFlags();

    @Mixin
    private final ConfirmFlag confirm = new ConfirmFlag();

    @Mixin
    private final DryRunFlag dryRun = new DryRunFlag();

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
        try (Warehouse warehouse = truth.on(warehouse(context))) {
            boolean mayChange = confirm.confirmed(context.environment(), false);
            AppendRequest request = segment.request(context.environment(), mayChange);
            context.console().target(warehouse.name());
            if (!dryRun.given()) {
                context.environment().productionGuard().check("--append");
            }
            context.console().audit("append", described(request));
            OperationReport report =
                    dryRun.given() ? warehouse.planAppend(request) : carriedOut(context, warehouse, request);
            return switch (report.outcome()) {
                case PLANNED -> nothingWritten(context, report, "dry run: nothing has been written");
                case UNCHANGED ->
                    nothingWritten(context, report, "nothing to do: these days are there as they are to be");
                case REFUSED ->
                    Confirmation.needed(report, "--append changes or removes rows that are there", context.arguments());
                default -> WriteResult.of(report, context.console(), afterWriting());
            };
        }
    }

    /** What has been given of it. */
    private static Map<String, Object> described(AppendRequest request) {
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

    private OperationReport carriedOut(Context context, Warehouse warehouse, AppendRequest request) {
        Map<String, Object> fields = described(request);
        fields.put("database", warehouse.name());
        context.console().event("started", fields);
        WorkSettings work = new WorkSettings(workers, batchSize, noVerify);
        return warehouse.append(request, work.operational(context.environment()), context.progress());
    }

    private static Result nothingWritten(Context context, OperationReport report, String lastLine) {
        Result result = WriteResult.nothingWritten(report, lastLine);
        context.console().event(report.outcome().word(), result.details());
        return result;
    }
}
