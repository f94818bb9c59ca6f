package io.theforge.cli;

import io.theforge.config.model.ForgeConfig;
import io.theforge.database.Warehouse;
import io.theforge.database.forecast.ForecastInput;
import io.theforge.database.forecast.ForecastReader;
import io.theforge.database.forecast.ReadForecasts;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.oracle.score.ForecastScore;
import io.theforge.oracle.score.ForecastScorer;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code forge score}: where somebody's forecasts stand between the naive one and the oracle. */
final class Score {
    private final Job job;

    Score(Job job) {
        this.job = job;
    }

    Result run() {
        String file = String.valueOf(job.flags().forecastFile);
        Path folder = job.here().workingDirectory();
        String html = job.flags().html;
        Path page = html == null ? null : Page.newFile(folder, html);
        try (Warehouse warehouse = job.warehouse()) {
            job.console().target(warehouse.name());
            ForgeConfig config = warehouse.dataset();
            Oracle.refuseRowsOfOthers(warehouse, job.flags().folding.oursOnly);
            List<String> fingerprints = fingerprints(warehouse.runs());
            Plan plan = Plan.of(config);
            Oracle.refuseChangedSales(warehouse, plan);
            job.progress().begin("reading " + file, null);
            ReadForecasts read;
            try (ForecastInput input = ForecastInput.open(folder, file)) {
                read = ForecastReader.read(input, plan, fingerprints);
            }
            job.progress().end();
            job.progress().begin("scoring", null);
            ForecastScore score = ForecastScorer.score(plan, read.forecasts());
            job.progress().end();
            refuseNothingScored(plan, read, score);
            ForecastNotes notes = new ForecastNotes(plan, read, score);
            Map<String, Object> json = ForecastJson.of(plan, fingerprints.get(0), read, score, notes);
            List<String> lines = new ArrayList<>(ForecastText.lines(plan, read, score, notes));
            if (page != null) {
                Page.write(page, "score.html", ForecastPage.data(plan, read, score, json));
                json.put("html", page.toString());
                lines.add(page + " written; open it in a browser");
            }
            return Result.done("completed", json, lines);
        }
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
