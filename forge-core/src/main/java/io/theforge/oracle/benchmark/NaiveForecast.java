package io.theforge.oracle.benchmark;

import java.util.Arrays;

/**
 * Repeats the last known units, of any day or of the same weekday.
 *
 * <p>Quantiles are the point forecast plus the quantiles of the errors that the method would have made on the 56 days before
 * the cutoff, forecasting as far ahead; not below 0. Without such errors they are the point forecast.
 */
final class NaiveForecast implements Benchmark {
    /** The last known units. */
    public static final NaiveForecast NAIVE = new NaiveForecast(1);
    /** The last known units of the same weekday, or of any day for a weekday that has none. */
    public static final NaiveForecast SEASONAL = new NaiveForecast(7);

    private static final int ERROR_DAYS = 56;

    private final int seasonDays;

    private NaiveForecast(int seasonDays) {
        this.seasonDays = seasonDays;
    }

    @Override
    public void fill(double[] history, int cutoff, double[] forecast) {
        for (int h = 0; h < forecast.length; h++) {
            forecast[h] = point(history, cutoff, h);
        }
    }

    @Override
    public void fillQuantiles(double[] history, int cutoff, double[] quantiles, double[][] forecast) {
        double[] errors = new double[ERROR_DAYS];
        int count = 0;
        for (int h = 0; h < forecast.length; h++) {
            if (h == 0 || lag(h) != lag(h - 1)) {
                count = fillErrors(history, cutoff, lag(h), errors);
            }
            double point = point(history, cutoff, h);
            for (int q = 0; q < quantiles.length; q++) {
                double error = count == 0 ? 0 : SampleQuantile.of(errors, count, quantiles[q]);
                forecast[h][q] = Math.max(0, point + error);
            }
        }
    }

    private double point(double[] history, int cutoff, int h) {
        double units = lastKnown(history, cutoff + h - lag(h), seasonDays);
        return Double.isNaN(units) ? lastKnown(history, cutoff - 1, 1) : units;
    }

    /** Returns the days between a forecast and the units it repeats: the whole seasons that lie before the cutoff. */
    private int lag(int h) {
        return (h / seasonDays + 1) * seasonDays;
    }

    private static double lastKnown(double[] history, int day, int step) {
        for (int d = day; d >= 0; d -= step) {
            if (!Double.isNaN(history[d])) {
                return history[d];
            }
        }
        return Double.NaN;
    }

    private static int fillErrors(double[] history, int cutoff, int lag, double[] errors) {
        int count = 0;
        for (int d = Math.max(lag, cutoff - ERROR_DAYS); d < cutoff; d++) {
            double error = history[d] - history[d - lag];
            if (!Double.isNaN(error)) {
                errors[count++] = error;
            }
        }
        Arrays.sort(errors, 0, count);
        return count;
    }
}
