package io.theforge.oracle.benchmark;

/**
 * The quantile of a sample: its smallest value with at least the share tau at or below it. Source: definition 1 of R. J.
 * Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996).
 */
final class SampleQuantile {
    private SampleQuantile() {}

    /**
     * @param sorted ascending
     * @param count how many are meant, 1 or more
     * @param tau above 0, at most 1
     */
    static double of(double[] sorted, int count, double tau) {
        return sorted[(int) Math.ceil(count * tau) - 1];
    }
}
