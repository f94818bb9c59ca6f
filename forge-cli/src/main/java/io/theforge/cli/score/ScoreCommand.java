package io.theforge.cli.score;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.input.TextValue;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Page;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.UsageException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.Warehouse;
import io.theforge.database.forecast.ForecastInput;
import io.theforge.database.forecast.ForecastReader;
import io.theforge.database.forecast.ReadForecasts;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.PeakMemory;
import io.theforge.oracle.forecast.ForecastModel;
import io.theforge.oracle.level.LevelScorer;
import io.theforge.oracle.score.ForecastScore;
import io.theforge.oracle.score.ForecastScorer;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forge score}: where somebody's forecasts stand between the naive one and the oracle. */
@Command(
        description = {
            "Scores anyone's forecasts, between the naive one and the best possible one.",
            "It tells where they stand between the naive forecast, 0, and the oracle, 1, who knows each",
            "day's demand but no draw; which series cost most; and whether they are too good to be true.",
            "FILE is CSV or Parquet, with one of these sets of columns:",
            "  date, store_code, sku, forecast, and any quantiles as q0.05, q0.5, q0.95;",
            "  unique_id (STORE/SKU), ds, any models, and quantiles as MODEL-lo-90, MODEL-hi-90;",
            "  id (SKU_STORE_evaluation or _validation) and F1 to F28, as in the M5.",
            "The first two may have cutoff, the last day known to the row (the day before the first forecast),",
            "and fingerprint, the dataset's, which is checked.",
        },
        footer = {"./forge score forecast.csv", "./forge score forecast.csv --html score.html"})
public final class ScoreCommand extends DatabaseCommand {
    @Parameters(paramLabel = "FILE", description = "the forecasts; - is standard input")
    String file = "";

    @Option(
            names = "--cutoff",
            paramLabel = "DATE",
            description = "the last day that was known, where the file does not tell it")
    @Nullable
    String cutoff;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "write charts to this new file, one page that needs no network")
    @Nullable
    String html;

    @Mixin
    private final OursOnlyFlag oursOnly = new OursOnlyFlag();

    @Override
    protected Result run(Context context) {
        Path folder = context.workingDirectory();
        Path page = html == null ? null : Page.newFile(folder, html);
        try (Warehouse warehouse = warehouse(context)) {
            context.console().target(warehouse.name());
            ForgeConfig config = warehouse.dataset();
            oursOnly.refuseUnmanagedRows(warehouse);
            List<DatabaseStatus.Run> runs = warehouse.runs();
            List<String> fingerprints = fingerprints(runs);
            Plan plan = Plan.of(config);
            OursOnlyFlag.refuseChangedSales(warehouse, plan);
            LocalDate known = TextValue.read("--cutoff", cutoff, TextValue::date);
            context.progress().begin("reading " + file, null);
            try (ForecastInput input = ForecastInput.open(folder, file);
                    ReadForecasts read = ForecastReader.read(input, plan, fingerprints, known)) {
                context.progress().end();
                context.progress().begin("scoring", null);
                List<ForecastScore> scores = ForecastScorer.score(plan, read.forecasts());
                refuseNothingScored(plan, read, scores.get(0));
                List<String> names = read.forecasts().models().stream()
                        .map(ForecastModel::name)
                        .toList();
                List<ScoredModel> models =
                        ScoredModel.bestFirst(names, scores, LevelScorer.score(plan, read.forecasts()));
                context.progress().end();
                return result(plan, runs.get(0), read, models, page);
            }
        }
    }

    private static Result result(
            Plan plan, DatabaseStatus.Run run, ReadForecasts read, List<ScoredModel> models, @Nullable Path page) {
        ForecastNotes notes = new ForecastNotes(plan, read, models);
        Map<String, Object> json = ForecastJson.of(plan, run, read, models, notes);
        List<String> lines = new ArrayList<>(ForecastText.lines(plan, read, models, notes));
        json.put("peak_memory_bytes", PeakMemory.bytes());
        if (page == null) {
            return Result.done("completed", json, lines);
        }
        Page.write(page, "/io/theforge/cli/score/score.html", ForecastPage.data(plan, read, models.get(0), json));
        json.put("html", page.toString());
        lines.add(page + " written; open it in a browser");
        return Result.done("completed", json, lines).ofFile(page.toString());
    }

    /** Of the runs since the dataset was made new, newest first: what is appended and deleted leaves it the same dataset. */
    private static List<String> fingerprints(List<DatabaseStatus.Run> newestFirst) {
        List<String> fingerprints = new ArrayList<>();
        for (DatabaseStatus.Run run : newestFirst) {
            fingerprints.add(run.fingerprint());
            if (run.operation().equals("full-new")) {
                break;
            }
        }
        return fingerprints;
    }

    private static void refuseNothingScored(Plan plan, ReadForecasts read, ForecastScore score) {
        if (score.groups().isEmpty()) {
            throw new UsageException(
                    read.file(),
                    "none of its " + Numbers.whole(read.rows()) + " forecasts can be scored: "
                            + String.join("; ", ForecastNotes.notScored(plan, score)),
                    "forecast days that sales_daily has, of series with days before them");
        }
    }
}
