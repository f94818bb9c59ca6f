package io.theforge.oracle.benchmark;

import java.util.EnumMap;
import java.util.Map;

/** The forecasts of all benchmarks from one cutoff. */
public final class Benchmarks {
    private static final Map<Forecaster, Benchmark> ALL = new EnumMap<>(Map.of(
            Forecaster.NAIVE, NaiveForecast.NAIVE,
            Forecaster.SEASONAL_NAIVE, NaiveForecast.SEASONAL,
            Forecaster.MOVING_AVERAGE_28, new MovingAverage()));

    private final Map<Forecaster, double[]> points = new EnumMap<>(Forecaster.class);
    private final Map<Forecaster, double[][]> quantiles = new EnumMap<>(Forecaster.class);
    private final double[] wanted;
    private boolean known;

    /** @param horizon days ahead @param wanted the quantiles to forecast, strictly between 0 and 1; none for points alone */
    public Benchmarks(int horizon, double... wanted) {
        this.wanted = wanted;
        for (Forecaster forecaster : ALL.keySet()) {
            points.put(forecaster, new double[horizon]);
            quantiles.put(forecaster, new double[horizon][wanted.length]);
        }
    }

    /** Fits all benchmarks to the days before a cutoff. @param sales by day, NaN where there is no record @param cutoff first unknown day */
    public void fit(double[] sales, int cutoff) {
        known = false;
        for (int d = cutoff - 1; d >= 0 && !known; d--) {
            known = !Double.isNaN(sales[d]);
        }
        if (known) {
            ALL.forEach((forecaster, benchmark) -> {
                benchmark.fill(sales, cutoff, points.getOrDefault(forecaster, new double[0]));
                if (wanted.length > 0) {
                    benchmark.fillQuantiles(
                            sales, cutoff, wanted, quantiles.getOrDefault(forecaster, new double[0][0]));
                }
            });
        }
    }

    /** Returns whether anything is known of the series. */
    public boolean known() {
        return known;
    }

    /** Returns the point forecast of a day. @param lead 1 on the first day */
    public double point(Forecaster forecaster, int lead) {
        return points.getOrDefault(forecaster, new double[0])[lead - 1];
    }

    /** Returns the quantiles of a day. @param lead 1 on the first day */
    public double[] quantiles(Forecaster forecaster, int lead) {
        return quantiles.getOrDefault(forecaster, new double[0][0])[lead - 1];
    }
}
