package io.theforge.oracle;

import io.theforge.oracle.benchmark.Benchmarks;
import io.theforge.oracle.benchmark.Forecaster;
import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.oracle.metric.NaiveScale;
import io.theforge.oracle.metric.PinballLoss;
import io.theforge.oracle.score.SeriesGroups;
import io.theforge.plan.Plan;
import io.theforge.series.PairChunks;

/**
 * The best possible score: what a forecaster would reach who knows the distribution of each day's demand and no draw, computed from the
 * distribution itself, beside what benchmarks reach on the same days.
 *
 * <p>Scored are the days of each fold of which there is a record, of series that have one. Scales of scaled errors are those of the days
 * before the first cutoff.
 */
public final class Oracle {
    private final Plan plan;
    private final Folds folds;
    private final OracleSeries series;
    private final NaiveScale scale = new NaiveScale();
    private final double[] quantiles = new double[PinballLoss.COUNT];
    private final Benchmarks benchmarks;
    private final ScoreTable table;

    private Oracle(Plan plan, Folds folds) {
        this.plan = plan;
        this.folds = folds;
        series = new OracleSeries(plan);
        benchmarks = new Benchmarks(folds.longest(), PinballLoss.quantiles());
        table = new ScoreTable(folds.horizons());
    }

    /** Returns the scores of all series, computed on all processors. */
    public static ScoreTable scores(Plan plan, Folds folds) {
        ScoreTable whole = new ScoreTable(folds.horizons());
        PairChunks.each(plan.pairs(), pairs -> {
                    Oracle oracle = new Oracle(plan, folds);
                    pairs.forEach(oracle::score);
                    return oracle.table;
                })
                .forEach(whole::merge);
        return whole;
    }

    private void score(int pair) {
        if (!series.fill(pair)) {
            return;
        }
        SeriesScores scores = new SeriesScores(folds.horizons());
        scale.clear();
        for (int d = 0; d < folds.cutoffs().get(0); d++) {
            scale.add(series.sales[d]);
        }
        boolean any = false;
        for (int cutoff : folds.cutoffs()) {
            any |= score(cutoff, scores);
        }
        if (any) {
            scores.finish(scale);
            SeriesGroups.of(plan, pair, series.sales).forEach(group -> table.add(group, scores));
        }
    }

    private boolean score(int cutoff, SeriesScores scores) {
        benchmarks.fit(series.sales, cutoff);
        boolean any = false;
        for (int lead = 1; lead <= folds.longest(); lead++) {
            int day = cutoff + lead - 1;
            if (Double.isNaN(series.sales[day])) {
                continue;
            }
            if (!benchmarks.known()) {
                table.addColdStartDay();
                continue;
            }
            any = true;
            if (series.conditionBeforePromotions(day, cutoff)) {
                // Forecast from what is known, and judged by what then comes
                double uninformed = series.demand.mean();
                computeQuantiles();
                series.conditionAtCutoff(day, cutoff);
                add(Forecaster.ORACLE_PROMOTIONS_UNKNOWN, lead, 0, uninformed, scores);
                computeQuantiles();
            } else {
                computeQuantiles();
                add(Forecaster.ORACLE_PROMOTIONS_UNKNOWN, lead, 0, series.demand.mean(), scores);
            }
            double mean = series.demand.mean();
            add(Forecaster.ORACLE, lead, 0, mean, scores);
            series.censorAtStock(day);
            add(Forecaster.ORACLE_ON_SALES, lead, series.soldBefore(day), mean, scores);
            if (series.isMoving()) {
                series.conditionOnMean(day);
                computeQuantiles();
                add(Forecaster.ORACLE_FORESEEING, lead, 0, series.demand.mean(), scores);
            }
            scores.add(benchmarks, lead, series.sales[day]);
        }
        return any;
    }

    private void add(Forecaster oracle, int lead, int before, double mean, SeriesScores scores) {
        scores.addExpected(oracle, lead, series.demand, before, mean, quantiles, series.paths());
    }

    private void computeQuantiles() {
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = series.demand.quantile(PinballLoss.quantile(i));
        }
    }
}
