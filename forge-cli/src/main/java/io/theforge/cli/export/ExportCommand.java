package io.theforge.cli.export;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.input.DatabaseFlag;
import io.theforge.cli.input.DatasetFlags;
import io.theforge.cli.input.Settings;
import io.theforge.cli.input.WorkSettings;
import io.theforge.cli.input.WorkersFlag;
import io.theforge.cli.result.OutputException;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.UsageException;
import io.theforge.config.ConfigFile;
import io.theforge.config.ConfigWriter;
import io.theforge.database.DatabaseUrl;
import io.theforge.export.Export;
import io.theforge.export.ExportReport;
import io.theforge.export.dirt.DirtRules;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.OutFolderException;
import io.theforge.export.file.SystemWords;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.manifest.Description;
import io.theforge.export.source.DatabaseSource;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code forge export}: a dataset as files. */
@Command(
        description = {
            "Writes a dataset into files, straight out of the generator or from a database.",
            "The folder gets its name when all of it is whole. manifest.json in it says what is there and from",
            "what configuration it can be made again; croissant.json says it to machine learning's tools.",
        },
        footer = {
            "./forge export --format csv --out shop",
            "./forge export --format parquet --out shop --scenario holiday_rush --stores 100",
            "./forge export --format csv --layout series --out shop --series 20",
            "./forge export --format csv --out dirty --dirty light",
            "./forge export --format sql --out shop --from-database --force",
        })
public final class ExportCommand extends BaseCommand {
    @Mixin
    private final FileFlags files = new FileFlags();

    @Mixin
    private final DatasetFlags dataset = new DatasetFlags();

    @Option(
            names = "--from-database",
            description = "the rows of a database, whoever made them; without it none is opened")
    boolean fromDatabase;

    @Mixin
    private final DatabaseFlag database = new DatabaseFlag();

    @Mixin
    private final WorkersFlag workers = new WorkersFlag();

    private @Nullable DatabaseUrl url;

    @Override
    protected String target(Context context) {
        context.progress();
        if (!fromDatabase) {
            if (database.given() != null) {
                throw new UsageException(
                        "--database",
                        "does not go with export without --from-database",
                        "leave it out, or add --from-database to export what is in it");
            }
            return "none";
        }
        if (files.dirty != null) {
            throw new UsageException(
                    "--dirty",
                    "does not go with --from-database: only rows that are made here are spoiled",
                    "leave one of them out");
        }
        String flag = dataset.given();
        if (flag != null) {
            throw new UsageException(
                    flag, "does not go with --from-database, which exports what is there", "leave one of them out");
        }
        DatabaseUrl chosen = database.choose(context.environment(), context.workingDirectory());
        url = chosen;
        context.console().database(chosen.display(), database.given());
        return chosen.display();
    }

    @Override
    protected Result run(Context context) {
        ChosenFiles chosen = ChosenFiles.of(files);
        Path out = files.folder(context.workingDirectory());
        return url == null ? generated(context, chosen, out) : copied(context, chosen, out, url);
    }

    private Result generated(Context context, ChosenFiles chosen, Path out) {
        Settings settings =
                Settings.of(dataset, new WorkSettings(workers), context.environment(), context.workingDirectory());
        context.console().audit("configuration", ConfigWriter.toYaml(settings.config()));
        settings.warnings().get().forEach(context.console()::warn);
        ConfigFile file = dataset.file(context.workingDirectory());
        if (file != null && file.dirt() != null) {
            context.console()
                    .warn("dirt in --config has no effect; put it into a file of its own, and name that with --dirty");
        }
        Plan plan = settings.plan();
        SeriesSelection wanted =
                chosen.series() == null ? SeriesSelection.all(plan) : SeriesSelection.spread(plan, chosen.series());
        Description asked = chosen.description(Description.GENERATOR);
        List<ExportTable> tables = chosen.layout().tables(plan, wanted, chosen.tables(), chosen.truth());
        FileFormat format = spoiled(chosen.format(), asked, tables, plan, context.workingDirectory());
        return settings.located(
                () -> written(context, new Export(plan, wanted, tables, format, settings.operational()), asked, out));
    }

    private FileFormat spoiled(
            FileFormat format, Description asked, List<ExportTable> tables, Plan plan, Path workingDirectory) {
        return files.dirty == null
                ? format
                : DirtRules.of(files.dirty, workingDirectory).in(format, asked, tables, plan);
    }

    private Result copied(Context context, ChosenFiles chosen, Path out, DatabaseUrl from) {
        context.console().target(from.display());
        try (DatabaseSource source = DatabaseSource.open(from, chosen.series())) {
            return written(
                    context,
                    chosen.of(source, new WorkSettings(workers).operational(context.environment())),
                    chosen.description(from.display()),
                    out);
        }
    }

    private Result written(Context context, Export export, Description description, Path out) {
        Map<String, Object> started = new LinkedHashMap<>();
        started.put("out", out.toString());
        started.put("format", description.format());
        started.put("layout", description.layout());
        started.put("source", description.source());
        context.console().event("started", started);
        ExportReport report;
        try {
            report = export.to(out, files.force, description, context.progress());
        } catch (OutFolderException e) {
            throw new UsageException("--out", String.valueOf(e.getMessage()), e.remedy());
        } catch (IOException e) {
            throw new OutputException(
                    out + " cannot be written to its end (" + SystemWords.of(e)
                            + "), and nothing has been changed there",
                    "make room, or name a folder elsewhere with --out");
        }
        double seconds = context.console().seconds();
        ExportText text = new ExportText(report.manifest(), files.out);
        context.console().event("completed", text.figures(seconds));
        return Result.done("completed", report.manifest().json(), text.lines(seconds))
                .ofFile(files.out);
    }
}
