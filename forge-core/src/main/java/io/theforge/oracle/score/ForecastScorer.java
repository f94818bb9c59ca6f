package io.theforge.oracle.score;

import io.theforge.oracle.benchmark.Benchmarks;
import io.theforge.oracle.benchmark.Forecaster;
import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.oracle.forecast.Forecasts;
import io.theforge.oracle.forecast.PairForecasts;
import io.theforge.oracle.metric.NaiveScale;
import io.theforge.plan.Plan;
import io.theforge.series.PairChunks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Compares the forecasts of a file with recorded sales, beside what benchmarks and the oracle forecast for the very same days. Scored is a
 * day of which there is a record, of a series of which something was known at the cutoff.
 */
public final class ForecastScorer {
    private final Plan plan;
    private final SortedMap<Integer, BitSet> daysByCutoff;
    private final OracleDays oracle;
    private final OracleSeries series;
    private final PairForecasts rows;
    private final NaiveScale scale = new NaiveScale();
    private final Map<Integer, Benchmarks> benchmarks = new HashMap<>();
    private final double[] benchmarkQuantiles;
    private final List<ModelScorer> models;

    private ForecastScorer(Plan plan, Forecasts forecasts, int firstPair) {
        this.plan = plan;
        daysByCutoff = forecasts.daysByCutoff();
        oracle = new OracleDays(plan, forecasts.quantiles());
        series = oracle.series;
        rows = forecasts.from(firstPair);
        models = models(plan, forecasts);
        boolean any = forecasts.models().stream().anyMatch(model -> model.units() > 1);
        benchmarkQuantiles = any ? forecasts.quantiles() : new double[0];
    }

    private static List<ModelScorer> models(Plan plan, Forecasts forecasts) {
        return IntStream.range(0, forecasts.models().size())
                .mapToObj(model -> new ModelScorer(forecasts, model, plan.days()))
                .toList();
    }

    /** Returns the scores of all models, in the order of the file, over all series, computed on all processors. */
    public static List<ForecastScore> score(Plan plan, Forecasts forecasts) {
        List<ForecastScore> whole = new ArrayList<>(
                models(plan, forecasts).stream().map(model -> model.score).toList());
        PairChunks.each(
                plan.pairs(),
                pairs -> {
                    int[] all = pairs.toArray();
                    ForecastScorer scorer = new ForecastScorer(plan, forecasts, all[0]);
                    for (int pair : all) {
                        scorer.score(pair);
                    }
                    return scorer.models;
                },
                part -> {
                    for (int m = 0; m < whole.size(); m++) {
                        whole.get(m).merge(part.get(m).score);
                    }
                });
        return whole;
    }

    private void score(int pair) {
        boolean recorded = oracle.fill(pair);
        rows.read(pair);
        if (!recorded) {
            models.forEach(model -> model.neverRecorded(pair, rows.rows()));
            return;
        }
        int firstKnown = -1;
        double largestSold = 0;
        for (int d = plan.days() - 1; d >= 0; d--) {
            if (!Double.isNaN(series.sales[d])) {
                firstKnown = d;
                largestSold = Math.max(largestSold, series.sales[d]);
            }
        }
        for (ModelScorer model : models) {
            model.begin(largestSold);
        }
        Coverage coverage = new Coverage();
        int row = 0;
        boolean scored = false;
        for (Map.Entry<Integer, BitSet> origin : daysByCutoff.entrySet()) {
            int cutoff = origin.getKey();
            BitSet days = origin.getValue();
            // Only for a cutoff that is scored: others may be centuries before the dataset
            Benchmarks fitted = null;
            for (int day = days.nextSetBit(0); day >= 0; day = days.nextSetBit(day + 1)) {
                boolean has = row < rows.rows() && rows.cutoff(row) == cutoff && rows.day(row) == day;
                row += has ? 1 : 0;
                if (Double.isNaN(series.sales[day])) {
                    coverage.notRecorded += has ? 1 : 0;
                } else if (firstKnown >= cutoff) {
                    coverage.coldStart += has ? 1 : 0;
                } else if (!has) {
                    coverage.missing++;
                } else {
                    if (fitted == null) {
                        fitted = benchmarks.computeIfAbsent(
                                days.length() - cutoff, horizon -> new Benchmarks(horizon, benchmarkQuantiles));
                        fitted.fit(series.sales, cutoff);
                    }
                    if (!scored) {
                        measureScale(cutoff, coverage);
                    }
                    scored = true;
                    score(row - 1, day - cutoff + 1, fitted);
                }
            }
        }
        finish(pair, coverage);
    }

    /** From the days before the first cutoff of the series that is scored: errors are scaled by nothing that a forecast could not know. */
    private void measureScale(int cutoff, Coverage coverage) {
        scale.clear();
        for (int d = 0; d < cutoff; d++) {
            scale.add(series.sales[d]);
        }
        coverage.shortScale = scale.days() < ForecastScore.MIN_SCALE_DAYS && !Double.isNaN(scale.meanSquared());
    }

    private void score(int row, int lead, Benchmarks fitted) {
        int day = rows.day(row);
        OracleDay known = oracle.at(day, day - lead + 1);
        for (ModelScorer model : models) {
            model.add(rows, row, lead, series.sales[day], known, scale);
            model.add(fitted, lead, series.sales[day]);
        }
    }

    private void finish(int pair, Coverage coverage) {
        List<String> groups = SeriesGroups.of(plan, pair, series.sales);
        models.forEach(model -> model.finish(pair, coverage, scale, groups));
    }

    /** The contenders that are benchmarks. */
    static final Map<Contender, Forecaster> BENCHMARKS = Map.of(
            Contender.NAIVE, Forecaster.NAIVE,
            Contender.SEASONAL_NAIVE, Forecaster.SEASONAL_NAIVE,
            Contender.MOVING_AVERAGE_28, Forecaster.MOVING_AVERAGE_28);

    /** The rows of one series that are not scored, of all models alike. */
    static final class Coverage {
        long notRecorded;
        long coldStart;
        long missing;
        boolean shortScale;
    }
}
