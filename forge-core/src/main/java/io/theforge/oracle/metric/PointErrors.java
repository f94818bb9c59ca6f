package io.theforge.oracle.metric;

/**
 * Errors of point forecasts: streams over days, merges over series and groups.
 *
 * <p>Source: R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd edition (2021), section 5.8;
 * WAPE after S. Kolassa and W. Schütz, "Advantages of the MAD/MEAN Ratio over the MAPE", Foresight 6 (2007).
 */
public final class PointErrors {
    private long days;
    private double demand;
    private double error;
    private double absoluteError;
    private double squaredError;

    /** Counts a day: y units were sold, f were forecast. */
    public void add(double y, double f) {
        addExpected(y, f, Math.abs(y - f), (y - f) * (y - f));
    }

    /**
     * Counts a day of which only expectations are known.
     *
     * @param y expected units
     * @param f forecast, in units
     * @param absolute expected absolute error, in units
     * @param squared expected squared error, in units squared
     */
    public void addExpected(double y, double f, double absolute, double squared) {
        days++;
        demand += y;
        error += f - y;
        absoluteError += absolute;
        squaredError += squared;
    }

    public void merge(PointErrors other) {
        days += other.days;
        demand += other.demand;
        error += other.error;
        absoluteError += other.absoluteError;
        squaredError += other.squaredError;
    }

    /** Returns the number of days counted. */
    public long days() {
        return days;
    }

    /** Returns the units sold on these days. */
    public double units() {
        return demand;
    }

    /** Returns the sum of |y - f|, in units. */
    public double absoluteError() {
        return absoluteError;
    }

    /** Returns the weighted absolute percentage error (WAPE): sum |y - f| / sum y, 0.25 being 25 per cent; NaN where nothing was sold. */
    public double wape() {
        return demand > 0 ? absoluteError / demand : Double.NaN;
    }

    /** Returns the bias, sum (f - y) / sum y, positive where forecasts are too high; NaN where nothing was sold. */
    public double bias() {
        return demand > 0 ? error / demand : Double.NaN;
    }

    /** Returns the mean absolute error (MAE), in units; NaN without days. */
    public double mae() {
        return days > 0 ? absoluteError / days : Double.NaN;
    }

    /** Returns the mean squared error (MSE), in units squared; NaN without days. */
    public double meanSquaredError() {
        return days > 0 ? squaredError / days : Double.NaN;
    }
}
