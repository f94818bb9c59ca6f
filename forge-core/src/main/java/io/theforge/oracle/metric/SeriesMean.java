package io.theforge.oracle.metric;

/**
 * The mean of a scaled error over the series of a group, each counting the same; a series for which it is not defined is
 * left out and counted.
 */
public final class SeriesMean {
    private double sum;
    private long series;
    private long undefined;

    /** @param scaledError error of the next series, NaN where it is not defined */
    public void add(double scaledError) {
        if (Double.isNaN(scaledError)) {
            undefined++;
        } else {
            sum += scaledError;
            series++;
        }
    }

    public void merge(SeriesMean other) {
        sum += other.sum;
        series += other.series;
        undefined += other.undefined;
    }

    /** Returns the mean; NaN without a series for which it is defined. */
    public double mean() {
        return series > 0 ? sum / series : Double.NaN;
    }

    /** Returns the number of series left out. */
    public long undefined() {
        return undefined;
    }
}
