package io.theforge.oracle.benchmark;

import java.util.Arrays;

/** The mean of the last 28 known days, or of all if there are fewer, for every day ahead. Quantiles are those of these days. */
final class MovingAverage implements Benchmark {
    private static final int DAYS = 28;

    @Override
    public void fill(double[] history, int cutoff, double[] forecast) {
        double[] known = new double[DAYS];
        int count = fillKnown(history, cutoff, known);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += known[i];
        }
        Arrays.fill(forecast, sum / count);
    }

    @Override
    public void fillQuantiles(double[] history, int cutoff, double[] quantiles, double[][] forecast) {
        double[] known = new double[DAYS];
        int count = fillKnown(history, cutoff, known);
        Arrays.sort(known, 0, count);
        for (double[] ofDay : forecast) {
            for (int q = 0; q < quantiles.length; q++) {
                ofDay[q] = count == 0 ? Double.NaN : SampleQuantile.of(known, count, quantiles[q]);
            }
        }
    }

    private static int fillKnown(double[] history, int cutoff, double[] known) {
        int count = 0;
        for (int d = cutoff - 1; d >= 0 && count < known.length; d--) {
            if (!Double.isNaN(history[d])) {
                known[count++] = history[d];
            }
        }
        return count;
    }
}
