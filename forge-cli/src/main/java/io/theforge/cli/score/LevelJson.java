package io.theforge.cli.score;

import io.theforge.oracle.level.Level;
import io.theforge.oracle.level.LevelScores;
import io.theforge.oracle.metric.Metric;
import io.theforge.oracle.score.Contender;
import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models and benchmarks by level, for programs and for the page. */
final class LevelJson {
    /** In the order in which they are told. */
    static final List<Contender> BENCHMARKS =
            List.of(Contender.NAIVE, Contender.SEASONAL_NAIVE, Contender.MOVING_AVERAGE_28, Contender.ORACLE);

    private LevelJson() {}

    static Map<String, Object> model(Plan plan, ScoredModel model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", model.name());
        json.putAll(ForecastJson.contender(Contender.FORECAST, model.all()));
        levels(plan, model, model.contestant(), json);
        json.put("leakage", ForecastJson.leakage(model.score().leakage));
        json.put(
                "by_group",
                model.score().groups().entrySet().stream()
                        .map(group -> named(group.getKey(), group.getValue().figure(Contender.FORECAST, Metric.WAPE)))
                        .toList());
        List<Object> leads = new ArrayList<>();
        model.score()
                .leads()
                .forEach((lead, errors) -> errors.forEach((contender, of) -> {
                    if (contender == Contender.FORECAST) {
                        leads.add(ForecastJson.rounded(of.wape()));
                    }
                }));
        json.put("wape_by_lead", leads);
        return json;
    }

    private static Map<String, Object> named(String name, double wape) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("wape", ForecastJson.rounded(wape));
        return json;
    }

    /** @param any all models have the same days, so that the benchmarks' figures are the same too */
    static List<Map<String, Object>> benchmarks(Plan plan, ScoredModel any) {
        List<Map<String, Object>> benchmarks = new ArrayList<>();
        for (Contender contender : BENCHMARKS) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", contender.word());
            levels(plan, any, LevelScores.of(contender), json);
            benchmarks.add(json);
        }
        return benchmarks;
    }

    private static void levels(Plan plan, ScoredModel model, int contestant, Map<String, Object> json) {
        LevelScores scores = model.levels();
        json.put("wrmsse", ForecastJson.rounded(scores.wrmsse(contestant)));
        Map<String, Object> levels = new LinkedHashMap<>();
        for (Level level : Level.values()) {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("series", scores.series(level));
            figures.put("wrmsse", ForecastJson.rounded(scores.wrmsse(level, contestant)));
            figures.put("wape", ForecastJson.rounded(wape(model, level, contestant)));
            figures.put("skill", ForecastJson.rounded(scores.skill(level, contestant)));
            levels.put(level.word(), figures);
        }
        json.put("levels", levels);
        List<Object> folds = new ArrayList<>();
        int[] cutoffs = scores.cutoffs();
        for (int fold = 0; fold < cutoffs.length; fold++) {
            Map<String, Object> ofFold = new LinkedHashMap<>();
            ofFold.put("cutoff", ForecastText.date(plan, cutoffs[fold] - 1));
            ofFold.put("wrmsse", ForecastJson.rounded(scores.wrmsse(contestant, fold)));
            for (Level level : Level.values()) {
                ofFold.put(level.word(), ForecastJson.rounded(scores.wrmsse(level, contestant, fold)));
            }
            folds.add(ofFold);
        }
        json.put("folds", folds);
    }

    /** The oracle of single series forecasts the median for WAPE, as everywhere; sums of medians are none. */
    private static double wape(ScoredModel model, Level level, int contestant) {
        return level == Level.SERIES && contestant == LevelScores.of(Contender.ORACLE)
                ? model.all().figure(Contender.ORACLE, Metric.WAPE)
                : model.levels().wape(level, contestant);
    }
}
