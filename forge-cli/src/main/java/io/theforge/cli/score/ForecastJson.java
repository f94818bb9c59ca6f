package io.theforge.cli.score;

import io.theforge.cli.result.Json;
import io.theforge.config.model.DateRange;
import io.theforge.database.forecast.ReadForecasts;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.oracle.metric.Metric;
import io.theforge.oracle.metric.PointErrors;
import io.theforge.oracle.score.Contender;
import io.theforge.oracle.score.ForecastScore;
import io.theforge.oracle.score.GroupScore;
import io.theforge.oracle.score.Leakage;
import io.theforge.oracle.score.SeriesCost;
import io.theforge.plan.Plan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The score for programs; what is not defined is null. */
final class ForecastJson {
    static final int SERIES = 10;
    private static final double DECIMALS = 1e6;

    private ForecastJson() {}

    /** @param run that made the dataset or changed it last @param models best first; what is of one model is of the best */
    static Map<String, Object> of(
            Plan plan, DatabaseStatus.Run run, ReadForecasts read, List<ScoredModel> models, ForecastNotes notes) {
        ScoredModel best = models.get(0);
        ForecastScore score = best.score();
        GroupScore all = best.all();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", read.file());
        json.put("format", read.format());
        json.put("columns", read.columns());
        json.put("fingerprint", run.fingerprint());
        json.put("run_id", run.id());
        DateRange days = plan.config().dateRange();
        json.put(
                "date_range",
                Json.object("start", days.start().toString(), "end", days.end().toString()));
        json.put("rows", read.rows());
        json.put("rows_scored", all.days());
        json.put(
                "cutoffs",
                Arrays.stream(read.forecasts().cutoffs())
                        .mapToObj(cutoff -> ForecastText.date(plan, cutoff - 1))
                        .toList());
        json.put("days_missing", score.daysMissing());
        json.put("series_missing", score.seriesMissing().size());
        json.put("notes", notes.notes);
        json.put("warnings", notes.warnings);
        json.put("leakage", leakage(score.leakage));
        json.put(
                "models",
                models.stream().map(model -> LevelJson.model(plan, model)).toList());
        json.put("benchmarks", LevelJson.benchmarks(plan, best));
        json.put(
                "groups",
                score.groups().entrySet().stream()
                        .map(group -> group(group.getKey(), group.getValue()))
                        .toList());
        json.put(
                "by_lead",
                score.leads().entrySet().stream()
                        .map(lead -> lead(lead.getKey(), lead.getValue()))
                        .toList());
        double excess = all.errors(Contender.FORECAST).absoluteError()
                - all.errors(Contender.ORACLE).absoluteError();
        json.put(
                "costliest_series",
                score.costliest().stream()
                        .limit(SERIES)
                        .map(cost -> cost(plan, cost, excess))
                        .toList());
        return json;
    }

    static Map<String, Object> leakage(Leakage leakage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("suspected", leakage.suspected());
        json.put("judged", leakage.judged());
        json.put("share", rounded(leakage.share()));
        json.put("standard_error", rounded(leakage.standardError()));
        json.put("standard_errors_of_luck", rounded(leakage.standardErrorsOfLuck()));
        json.put("dates", leakage.dates());
        return json;
    }

    private static Map<String, Object> group(String name, GroupScore group) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("series", group.series());
        json.put("days", group.days());
        json.put("units", Math.round(group.errors(Contender.FORECAST).units()));
        for (Contender contender : Contender.values()) {
            json.put(contender.word(), contender(contender, group));
        }
        return json;
    }

    static Map<String, Object> contender(Contender contender, GroupScore group) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> skill = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            json.put(metric.word(), rounded(group.figure(contender, metric)));
            if (metric != Metric.BIAS) {
                skill.put(metric.word(), rounded(group.skill(contender, metric)));
            }
        }
        Map<String, Object> losses = new LinkedHashMap<>();
        double[] quantiles = group.quantiles();
        for (int i = 0; i < quantiles.length; i++) {
            losses.put(String.valueOf(quantiles[i]), rounded(group.pinball(contender, i)));
        }
        json.put("pinball_by_quantile", losses);
        json.put("skill", skill);
        return json;
    }

    private static Map<String, Object> lead(int lead, Map<Contender, PointErrors> errors) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lead", lead);
        errors.forEach((contender, of) -> {
            json.putIfAbsent("days", of.days());
            json.put(contender.word(), rounded(of.wape()));
        });
        return json;
    }

    private static Map<String, Object> cost(Plan plan, SeriesCost cost, double whole) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("store_code", plan.stores().get(plan.storeOf(cost.pair())).code());
        json.put("sku", plan.products().get(plan.productOf(cost.pair())).sku());
        json.put("days", cost.forecast().days());
        json.put("units", Math.round(cost.forecast().units()));
        json.put("wape", rounded(cost.forecast().wape()));
        json.put("oracle_wape", rounded(cost.oracle().wape()));
        json.put("excess_units", rounded(cost.excess()));
        json.put("share_of_excess", whole > 0 ? rounded(cost.excess() / whole) : null);
        return json;
    }

    static @Nullable Double rounded(double value) {
        return ScoreText.number(Math.rint(value * DECIMALS) / DECIMALS);
    }
}
