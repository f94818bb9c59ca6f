package io.theforge.cli.export;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.input.DatasetFlags;
import io.theforge.cli.input.Settings;
import io.theforge.cli.input.WorkSettings;
import io.theforge.cli.input.WorkersFlag;
import io.theforge.cli.result.Result;
import io.theforge.export.Export;
import io.theforge.export.ExportReport;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.text.TextFormat;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code forge export}: a dataset as files, without a database. */
@Command(
        description = "Writes a dataset into files, without any database.",
        footer = {"./forge export --format csv --out shop"})
public final class ExportCommand extends BaseCommand {
    @Option(names = "--format", paramLabel = "NAME", required = true, description = "csv, jsonl or json")
    String format = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "a new or empty folder")
    String out = "";

    @Option(names = "--series", paramLabel = "N", description = "so many series, evenly spread, and what they need")
    @Nullable
    Integer series;

    @Mixin
    private final DatasetFlags dataset = new DatasetFlags();

    @Mixin
    private final WorkersFlag workers = new WorkersFlag();

    @Override
    protected Result run(Context context) {
        Settings settings =
                Settings.of(dataset, new WorkSettings(workers), context.environment(), context.workingDirectory());
        Plan plan = settings.plan();
        SeriesSelection wanted = series == null ? SeriesSelection.all(plan) : SeriesSelection.spread(plan, series);
        List<ExportTable> tables = Table.SEVEN.stream()
                .map(table -> ExportTable.of(plan, wanted, table))
                .toList();
        Export export = new Export(
                plan, wanted, tables, TextFormat.valueOf(format.toUpperCase(Locale.ROOT)), settings.operational());
        try {
            ExportReport report = export.to(context.workingDirectory().resolve(out), context.progress());
            return Result.done(
                    "completed",
                    report.manifest().json(),
                    List.of(report.files().size() + " files written to " + out, "fingerprint " + report.fingerprint()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
