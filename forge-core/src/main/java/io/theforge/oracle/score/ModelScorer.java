package io.theforge.oracle.score;

import io.theforge.oracle.benchmark.Benchmarks;
import io.theforge.oracle.forecast.Forecasts;
import io.theforge.oracle.forecast.PairForecasts;
import io.theforge.oracle.metric.Metric;
import io.theforge.oracle.metric.NaiveScale;

/** The scores of one model, series by series. One instance per thread. */
final class ModelScorer {
    final ForecastScore score;
    private final int model;
    private final double[] asked;
    private final boolean[] given;
    private final double[] quantiles;
    private GroupScore scores;

    ModelScorer(Forecasts forecasts, int model, int days) {
        this.model = model;
        score = new ForecastScore(days);
        asked = forecasts.quantiles();
        given = new boolean[asked.length];
        for (int q = 0; q < given.length; q++) {
            given[q] = forecasts.has(model, q);
        }
        quantiles = new double[asked.length];
        scores = new GroupScore(asked, given);
    }

    void neverRecorded(int pair, int rows) {
        if (rows > 0) {
            score.rowsNeverRecorded += rows;
            score.seriesNeverRecorded.add(pair);
        }
    }

    /** Begins a series. @param sold the most units of a day */
    void begin(double sold) {
        score.largestSold = Math.max(score.largestSold, sold);
        scores = new GroupScore(asked, given);
    }

    /** Its forecast of a day and the oracle's. @param y units that came */
    void add(PairForecasts rows, int row, int lead, double y, OracleDay oracle, NaiveScale scale) {
        int day = rows.day(row);
        double point = rows.point(row, model);
        rows.fillQuantiles(row, model, quantiles);
        scores.add(Contender.FORECAST, y, point, point, quantiles);
        score.add(lead, Contender.FORECAST, y, point);
        scores.add(Contender.ORACLE, y, oracle.median, oracle.mean, oracle.quantiles);
        score.add(lead, Contender.ORACLE, y, oracle.median);
        score.addExcessError(Metric.MAE, day, Math.abs(y - point) - Math.abs(y - oracle.median));
        double squares = (y - point) * (y - point) - (y - oracle.mean) * (y - oracle.mean);
        score.addExcessError(Metric.RMSSE, day, squares / scale.meanSquared());
        score.addExcessError(
                Metric.PINBALL,
                day,
                OracleDay.pinball(asked, quantiles, given, y) - OracleDay.pinball(asked, oracle.quantiles, given, y));
        scores.addExpected(oracle);
        score.leakage.add(day, point, oracle.latent, oracle.foreseenMean, oracle.foreseenDeviation);
    }

    /** The benchmarks' forecasts of the same day. */
    void add(Benchmarks fitted, int lead, double y) {
        ForecastScorer.BENCHMARKS.forEach((contender, benchmark) -> {
            double forecast = fitted.point(benchmark, lead);
            scores.add(contender, y, forecast, forecast, fitted.quantiles(benchmark, lead));
            score.add(lead, contender, y, forecast);
        });
    }

    /** Ends a series. */
    void finish(int pair, ForecastScorer.Coverage coverage, NaiveScale scale, Iterable<String> groups) {
        score.rowsNotRecorded += coverage.notRecorded;
        score.rowsColdStart += coverage.coldStart;
        score.daysMissing += coverage.missing;
        score.seriesWithShortScale += coverage.shortScale ? 1 : 0;
        if (scores.days() == 0) {
            if (coverage.missing > 0) {
                score.seriesMissing.add(pair);
            }
            return;
        }
        scores.finish(scale);
        score.add(new SeriesCost(pair, scores.errors(Contender.FORECAST), scores.errors(Contender.ORACLE)));
        groups.forEach(group -> score.add(group, scores));
    }
}
