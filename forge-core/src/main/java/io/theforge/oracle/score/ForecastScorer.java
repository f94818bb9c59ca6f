package io.theforge.oracle.score;

import io.theforge.oracle.benchmark.Benchmarks;
import io.theforge.oracle.benchmark.Forecaster;
import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.oracle.metric.Metric;
import io.theforge.oracle.metric.NaiveScale;
import io.theforge.oracle.metric.PinballLoss;
import io.theforge.plan.Plan;
import io.theforge.series.PairChunks;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Compares the forecasts of a file with recorded sales, beside what benchmarks and the oracle forecast for the very same days. Scored is a
 * day of which there is a record, of a series of which something was known at the cutoff.
 */
public final class ForecastScorer {
    private static final Map<Contender, Forecaster> BENCHMARKS = Map.of(
            Contender.NAIVE, Forecaster.NAIVE,
            Contender.SEASONAL_NAIVE, Forecaster.SEASONAL_NAIVE,
            Contender.MOVING_AVERAGE_28, Forecaster.MOVING_AVERAGE_28);

    private final Plan plan;
    private final Forecasts forecasts;
    private final SortedMap<Integer, BitSet> daysByCutoff;
    private final boolean[] given = new boolean[PinballLoss.COUNT];
    private final OracleSeries series;
    private final NaiveScale scale = new NaiveScale();
    private final Map<Integer, Benchmarks> benchmarks = new HashMap<>();
    private final double[] quantiles = new double[PinballLoss.COUNT];
    private final ForecastScore score;

    private ForecastScorer(Plan plan, Forecasts forecasts, SortedMap<Integer, BitSet> daysByCutoff) {
        this.plan = plan;
        this.forecasts = forecasts;
        this.daysByCutoff = daysByCutoff;
        series = new OracleSeries(plan);
        score = new ForecastScore(plan.days());
        for (int q = 0; q < given.length; q++) {
            given[q] = forecasts.has(q);
        }
    }

    /** Returns the scores of all series, computed on all processors. */
    public static ForecastScore score(Plan plan, Forecasts forecasts) {
        SortedMap<Integer, BitSet> daysByCutoff = forecasts.daysByCutoff();
        ForecastScore whole = new ForecastScore(plan.days());
        PairChunks.each(plan.pairs(), pairs -> {
                    ForecastScorer scorer = new ForecastScorer(plan, forecasts, daysByCutoff);
                    pairs.forEach(scorer::score);
                    return scorer.score;
                })
                .forEach(whole::merge);
        return whole;
    }

    private void score(int pair) {
        boolean recorded = series.fill(pair);
        int row = forecasts.firstRow(pair);
        int end = forecasts.firstRow(pair + 1);
        if (!recorded) {
            if (end > row) {
                score.rowsNeverRecorded += end - row;
                score.seriesNeverRecorded.add(pair);
            }
            return;
        }
        int firstKnown = -1;
        for (int d = plan.days() - 1; d >= 0; d--) {
            if (!Double.isNaN(series.sales[d])) {
                firstKnown = d;
                score.largestSold = Math.max(score.largestSold, series.sales[d]);
            }
        }
        GroupScore scores = new GroupScore(given);
        long missing = 0;
        for (Map.Entry<Integer, BitSet> origin : daysByCutoff.entrySet()) {
            int cutoff = origin.getKey();
            BitSet days = origin.getValue();
            // Only for a cutoff that is scored: others may be centuries before the dataset
            Benchmarks fitted = null;
            for (int day = days.nextSetBit(0); day >= 0; day = days.nextSetBit(day + 1)) {
                boolean has = row < end && forecasts.cutoff(row) == cutoff && forecasts.day(row) == day;
                row += has ? 1 : 0;
                if (Double.isNaN(series.sales[day])) {
                    score.rowsNotRecorded += has ? 1 : 0;
                } else if (firstKnown >= cutoff) {
                    score.rowsColdStart += has ? 1 : 0;
                } else if (!has) {
                    missing++;
                } else {
                    if (fitted == null) {
                        fitted = benchmarks.computeIfAbsent(days.length() - cutoff, Benchmarks::new);
                        fitted.fit(series.sales, cutoff);
                    }
                    if (scores.days() == 0) {
                        measureScale(cutoff);
                    }
                    score(row - 1, day - cutoff + 1, fitted, scores);
                }
            }
        }
        finish(pair, scores, missing);
    }

    /** From the days before the first cutoff of the series that is scored: errors are scaled by nothing that a forecast could not know. */
    private void measureScale(int cutoff) {
        scale.clear();
        for (int d = 0; d < cutoff; d++) {
            scale.add(series.sales[d]);
        }
        if (scale.days() < ForecastScore.MIN_SCALE_DAYS && !Double.isNaN(scale.meanSquared())) {
            score.seriesWithShortScale++;
        }
    }

    private void score(int row, int lead, Benchmarks fitted, GroupScore scores) {
        int day = forecasts.day(row);
        double y = series.sales[day];
        double point = forecasts.point(row);
        forecasts.fillQuantiles(row, quantiles);
        add(scores, Contender.FORECAST, lead, y, point, point);
        double loss = pinball(y);
        BENCHMARKS.forEach((contender, benchmark) -> {
            double forecast = fitted.point(benchmark, lead);
            scores.add(contender, y, forecast, forecast, fitted.quantiles(benchmark, lead));
            score.add(lead, contender, y, forecast);
        });
        series.conditionOnMean(day);
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = series.demand.quantile(PinballLoss.quantile(i));
        }
        double median = quantiles[PinballLoss.COUNT / 2];
        double mean = series.demand.mean();
        add(scores, Contender.ORACLE, lead, y, median, mean);
        score.addExcessError(Metric.MAE, day, Math.abs(y - point) - Math.abs(y - median));
        double squares = (y - point) * (y - point) - (y - mean) * (y - mean);
        score.addExcessError(Metric.RMSSE, day, squares / scale.meanSquared());
        score.addExcessError(Metric.PINBALL, day, loss - pinball(y));
        int before = series.soldBefore(day);
        series.censorAtStock(day);
        scores.addExpected(series.demand, before, mean, quantiles);
        double seeingTheShelf = before + Math.min(median, series.demand.cap());
        score.leakage.add(day, Math.abs(y - point) - Math.abs(y - seeingTheShelf));
    }

    /** Returns the mean loss of the quantiles that the file has; NaN when it has none. */
    private double pinball(double y) {
        double sum = 0;
        int count = 0;
        for (int q = 0; q < given.length; q++) {
            if (given[q]) {
                sum += PinballLoss.of(PinballLoss.quantile(q), y, quantiles[q]);
                count++;
            }
        }
        return sum / count;
    }

    private void add(GroupScore scores, Contender contender, int lead, double y, double point, double mean) {
        scores.add(contender, y, point, mean, quantiles);
        score.add(lead, contender, y, point);
    }

    private void finish(int pair, GroupScore scores, long missing) {
        score.daysMissing += missing;
        if (scores.days() == 0) {
            if (missing > 0) {
                score.seriesMissing.add(pair);
            }
            return;
        }
        scores.finish(scale);
        score.add(new SeriesCost(pair, scores.errors(Contender.FORECAST), scores.errors(Contender.ORACLE)));
        SeriesGroups.of(plan, pair, series.sales).forEach(group -> score.add(group, scores));
    }
}
