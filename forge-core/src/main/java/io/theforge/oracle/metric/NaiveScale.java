package io.theforge.oracle.metric;

/**
 * What the errors of one series are divided by so that series compare: how far the naive forecast, yesterday's units, was
 * off in the training data.
 *
 * <p>As the M5 competition defines it (S. Makridakis, E. Spiliotis, V. Assimakopoulos, "The M5 competition: Background,
 * organization, and implementation", International Journal of Forecasting 38 (2022); Competitors' Guide, "Point
 * forecasts" and "Probabilistic forecasts"): with the training days 1 to n counted from the first on which something was
 * sold,
 *
 * <pre>RMSSE = sqrt( mean over the horizon of (y - f)^2 / ( 1/(n-1) sum over t = 2..n of (y_t - y_{t-1})^2 ) )
 * SPL   =       mean over the horizon of the pinball loss / ( 1/(n-1) sum over t = 2..n of |y_t - y_{t-1}| )</pre>
 *
 * <p>The guide says nothing about what does not occur there. Here a difference is taken where both days are known, and
 * n - 1 counts these; and where nothing was sold, or units never changed, the scale and the errors divided by it are NaN,
 * undefined.
 *
 * <p>Days stream in order; the scale at a cutoff is that of the days before it, so rolling cutoffs need one pass.
 */
public final class NaiveScale {
    private boolean sold;
    private double yesterday = Double.NaN;
    private long days;
    private long differences;
    private double absolute;
    private double squared;

    /** The next day of the training data: units, or NaN if they are not known. */
    public void add(double y) {
        sold |= y > 0;
        if (!sold) {
            return;
        }
        days += Double.isNaN(y) ? 0 : 1;
        double difference = y - yesterday;
        yesterday = y;
        if (!Double.isNaN(difference)) {
            differences++;
            absolute += Math.abs(difference);
            squared += difference * difference;
        }
    }

    /** Starts again, with another series. */
    public void clear() {
        sold = false;
        yesterday = Double.NaN;
        days = 0;
        differences = 0;
        absolute = 0;
        squared = 0;
    }

    /** Returns the number of known days since the first on which something was sold. */
    public long days() {
        return days;
    }

    /** Returns the mean absolute difference from day to day, in units; NaN where undefined. */
    public double meanAbsolute() {
        return absolute > 0 ? absolute / differences : Double.NaN;
    }

    /** Returns the mean squared difference from day to day, in units squared; NaN where undefined. */
    public double meanSquared() {
        return squared > 0 ? squared / differences : Double.NaN;
    }

    /**
     * Returns the root mean squared scaled error (RMSSE) of the series, NaN where undefined.
     *
     * @param rootMeanSquaredError of the evaluated days, in units
     */
    public double rmsse(double rootMeanSquaredError) {
        return rootMeanSquaredError / Math.sqrt(meanSquared());
    }

    /**
     * Returns the scaled pinball loss of the series, NaN where undefined.
     *
     * @param meanPinballLoss of the evaluated days, in units
     */
    public double scaledPinballLoss(double meanPinballLoss) {
        return meanPinballLoss / meanAbsolute();
    }
}
