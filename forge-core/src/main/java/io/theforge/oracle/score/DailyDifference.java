package io.theforge.oracle.score;

/**
 * How much further off a forecast is than another one, as a mean over all of its days, with a test of whether the other one is better by more than
 * luck. The differences of a date go together: its series have noise in common.
 *
 * <p>A forecast that is as good comes out better by that much about once in 700: as often as the mean of many dates is three standard errors off.
 * With few dates the standard error is itself uncertain, and Student's t asks for more of them: 4.9 with seven dates. Where most of a day's noise is
 * common to all series and dates are few, it is up to five times in 700.
 *
 * <p>Source: D. L. Wallace, "Bounds on Normal Approximations to Student's and the Chi-Square Distributions", Annals of Mathematical Statistics 30
 * (1959): with n degrees of freedom, (8n + 1) / (8n + 3) * sqrt(n ln(1 + t^2 / n)) is about normal. Solved for t it errs by 1 per cent at seven
 * dates, to the safe side.
 */
public final class DailyDifference {
    /** With fewer, days that happen to be alike pass for certainty. */
    public static final int MIN_DATES = 7;

    private static final double NORMAL = 3;

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

    public int dates() {
        return byDate().clusters();
    }

    /** Returns whether there are enough dates for a judgement. */
    public boolean judged() {
        return dates() >= MIN_DATES;
    }

    /** Returns the mean difference; negative where the forecast is the better one. */
    public double mean() {
        return byDate().mean();
    }

    /** Returns the standard error of {@link #mean}; NaN with less than two dates. */
    public double standardError() {
        return byDate().standardError();
    }

    /** Returns how many standard errors are more than luck; NaN where that is not {@linkplain #judged judged}. */
    public double standardErrorsOfLuck() {
        if (!judged()) {
            return Double.NaN;
        }
        double freedom = dates() - 1;
        double normal = NORMAL * (8 * freedom + 3) / (8 * freedom + 1);
        return Math.sqrt(freedom * StrictMath.expm1(normal * normal / freedom));
    }

    /** Returns whether the forecast is better than the other one by more than luck. */
    public boolean better() {
        return judged() && mean() < -standardErrorsOfLuck() * standardError();
    }
}
