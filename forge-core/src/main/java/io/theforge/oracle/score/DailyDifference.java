package io.theforge.oracle.score;

/**
 * How much further off a forecast is than another one, as a mean over all of its days, with a test of whether the other one is better by more than
 * {@linkplain Luck luck}. The differences of a date go together: its series have noise in common. Where most of a day's noise is common to all
 * series and dates are few, a forecast that is as good comes out better up to five times in 700.
 */
final class DailyDifference {
    private final double[] sum;
    private final int[] rows;

    /** @param days of the dataset */
    DailyDifference(int days) {
        sum = new double[days];
        rows = new int[days];
    }

    /** @param difference the error of one forecast less that of the other */
    void add(int day, double difference) {
        sum[day] += difference;
        rows[day]++;
    }

    void merge(DailyDifference other) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += other.sum[d];
            rows[d] += other.rows[d];
        }
    }

    private ClusteredMean byDate() {
        ClusteredMean mean = new ClusteredMean();
        for (int d = 0; d < sum.length; d++) {
            if (rows[d] > 0) {
                mean.add(sum[d], rows[d]);
            }
        }
        return mean;
    }

    /** Returns the mean difference; negative where the forecast is the better one. */
    double mean() {
        return byDate().mean();
    }

    /** Returns the standard error of {@link #mean}; NaN with less than two dates. */
    double standardError() {
        return byDate().standardError();
    }

    /** Returns whether the forecast is better than the other one by more than luck. */
    boolean better() {
        return mean() < -Luck.standardErrors(byDate().clusters()) * standardError();
    }
}
