package io.theforge.oracle.benchmark;

/**
 * A forecast that any model has to beat. All need one history: units by day, NaN where a day is not known. A day that is not
 * known is passed over; without any known day, forecasts are NaN.
 *
 * <p>Source of the methods and of quantiles from past errors ("bootstrapped residuals"): R. J. Hyndman and G.
 * Athanasopoulos, "Forecasting: Principles and Practice", 3rd edition (2021), sections 5.2 and 5.5.
 */
interface Benchmark {
    /**
     * Point forecasts of the days from the cutoff on.
     *
     * @param history units by day
     * @param cutoff the first day that is not known to the forecaster, 0 to the length of the history
     * @param forecast is filled: its length is the horizon
     */
    void fill(double[] history, int cutoff, double[] forecast);

    /**
     * Forecasts of the quantiles of the days from the cutoff on.
     *
     * @param history units by day
     * @param cutoff the first day that is not known to the forecaster, 0 to the length of the history
     * @param quantiles which ones, strictly between 0 and 1
     * @param forecast is filled: by day and quantile
     */
    void fillQuantiles(double[] history, int cutoff, double[] quantiles, double[][] forecast);
}
