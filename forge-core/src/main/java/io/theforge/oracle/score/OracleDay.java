package io.theforge.oracle.score;

import io.theforge.oracle.distribution.DemandDistribution;
import io.theforge.oracle.distribution.ExpectedRootMeanSquare;
import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.oracle.metric.PinballLoss;

/** What the oracle forecasts for a day of a series, and how wrong that is on average. Several forecasts of the day are held against it. */
final class OracleDay {
    private static final double MIDDLE = 0.5;

    /** By the quantiles that are asked for. */
    final double[] quantiles;

    /** What each costs on average. */
    final double[] expectedLosses;

    final double[] expectedRoot = new double[ExpectedRootMeanSquare.NUMBERS_OF_DAY];
    double median;
    double mean;
    /** What is sold on average, and how wrong median and mean then are. */
    double expectedUnits;

    double expectedAbsoluteError;
    double expectedSquaredError;

    /** Units asked for. */
    int latent;

    /** Their mean and standard deviation, to somebody who knows all but the draws of the day. */
    double foreseenMean;

    double foreseenDeviation;

    OracleDay(int quantiles) {
        this.quantiles = new double[quantiles];
        expectedLosses = new double[quantiles];
    }

    /** @param asked which quantiles @param root any, for its workings */
    void fill(OracleSeries series, int day, int cutoff, double[] asked, ExpectedRootMeanSquare root) {
        series.foresee(day);
        latent = series.truth.latent[day];
        foreseenMean = series.foreseenMean;
        foreseenDeviation = Math.sqrt(series.foreseenVariance);
        series.conditionAtCutoff(day, cutoff);
        DemandDistribution demand = series.demand;
        for (int q = 0; q < asked.length; q++) {
            quantiles[q] = demand.quantile(asked[q]);
        }
        median = demand.quantile(MIDDLE);
        mean = demand.mean();
        int before = series.soldBefore(day);
        series.censorAtStock(day);
        expectedUnits = demand.mean() + before;
        expectedAbsoluteError = demand.expectedAbsoluteError(median - before);
        expectedSquaredError = demand.expectedSquaredError(mean - before);
        for (int q = 0; q < asked.length; q++) {
            expectedLosses[q] = demand.expectedPinballLoss(asked[q], quantiles[q] - before);
        }
        root.fill(demand, mean - before, series.paths(), expectedRoot);
    }

    /** The mean loss of its quantiles where {@code given}; NaN where none is. */
    static double pinball(double[] asked, double[] forecasts, boolean[] given, double y) {
        double sum = 0;
        int count = 0;
        for (int q = 0; q < asked.length; q++) {
            if (given[q]) {
                sum += PinballLoss.of(asked[q], y, forecasts[q]);
                count++;
            }
        }
        return sum / count;
    }
}
