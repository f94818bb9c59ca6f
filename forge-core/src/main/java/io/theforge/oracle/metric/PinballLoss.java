package io.theforge.oracle.metric;

/**
 * The mean pinball loss of quantile forecasts, per quantile and over all: streams over days, merges over groups.
 *
 * <p>Source: R. Koenker and G. Bassett, "Regression Quantiles", Econometrica 46 (1978). Its scaled form is
 * {@link NaiveScale#scaledPinballLoss}.
 */
public final class PinballLoss {
    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

    /** How many quantiles are forecast. */
    public static final int COUNT = QUANTILES.length;

    private final double[] quantiles;
    private final double[] sum;
    private long days;

    /** Of the five quantiles that are told everywhere. */
    public PinballLoss() {
        this(QUANTILES);
    }

    /** @param quantiles ascending, strictly between 0 and 1; it is not changed */
    public PinballLoss(double[] quantiles) {
        this.quantiles = quantiles;
        sum = new double[quantiles.length];
    }

    /** Returns the five quantiles that are told everywhere, ascending. */
    public static double[] quantiles() {
        return QUANTILES.clone();
    }

    /** Returns the i-th quantile, strictly between 0 and 1: 0.05, 0.25, 0.5, 0.75, 0.95. */
    public static double quantile(int i) {
        return QUANTILES[i];
    }

    /** Returns the loss of one forecast: tau (y - f) where y is higher, (1 - tau) (f - y) where it is not. */
    public static double of(double tau, double y, double f) {
        return y >= f ? tau * (y - f) : (1 - tau) * (f - y);
    }

    /**
     * Counts a day.
     *
     * @param y units
     * @param forecasts one per quantile
     */
    public void add(double y, double[] forecasts) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += of(quantiles[i], y, forecasts[i]);
        }
        days++;
    }

    /**
     * Counts a day of which only the expected losses are known.
     *
     * @param losses one per quantile
     */
    public void addExpected(double[] losses) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += losses[i];
        }
        days++;
    }

    public void merge(PinballLoss other) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.sum[i];
        }
        days += other.days;
    }

    /** Returns the mean loss of the i-th quantile over the days, in units; NaN without days. */
    public double mean(int i) {
        return days == 0 ? Double.NaN : sum[i] / days;
    }

    /** Returns the mean loss over the days and the quantiles, in units; NaN without days. */
    public double mean() {
        double total = 0;
        for (int i = 0; i < sum.length; i++) {
            total += mean(i);
        }
        return total / sum.length;
    }
}
