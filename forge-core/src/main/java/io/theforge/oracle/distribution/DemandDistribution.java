package io.theforge.oracle.distribution;

import io.theforge.demand.LatentDemand;
import io.theforge.oracle.metric.PinballLoss;
import io.theforge.random.NormalQuantile;

/**
 * The distribution of the units of one series on one day, and what a forecast of them costs on average.
 *
 * <p>Demand D is Poisson with the intensity mean * anomaly * exp(sigma Z - sigma^2 / 2), Z standard normal, and what is
 * sold is Y = min(D, cap). Small counts have a table of their probabilities ({@link SmallCounts}), larger ones a series
 * ({@link LargeCounts}); expected losses are within 1e-4 of their value. All of them follow from the distribution function
 * F, the moments, and what a forecast is too high on average:
 *
 * <pre>E(f - Y)+ = sum of F(k) over k &lt; f = f F(f) - E[D; D &lt;= f]</pre>
 *
 * <p>One instance per thread: {@link #noise} once per series, then {@link #of(double)} for each day, then questions. Nothing
 * is allocated per day.
 */
public final class DemandDistribution {
    private final SmallCounts small = new SmallCounts();
    final DemandMixture mixture = new DemandMixture();
    private int cap;
    private final double[] atMost = new double[SmallCounts.COUNTS];
    /** E(f - D)+ for whole f. */
    private final double[] tooHigh = new double[SmallCounts.COUNTS + 1];

    private double mean;
    private double variance;

    /** Demand without noise and anomalies, and none of it yet. */
    public DemandDistribution() {
        noise(0, 0, 1);
        of(0);
    }

    /**
     * The noise of a series, for the days that follow.
     *
     * @param sigma of the log-normal noise, 0 to 3
     * @param anomalyProbability chance of an anomaly on a day, 0 to 1: half of them spikes, half dips
     * @param anomalyMagnitude factor of a spike and divisor of a dip, above 0
     * @throws IllegalArgumentException if one of them lies outside
     */
    public void noise(double sigma, double anomalyProbability, double anomalyMagnitude) {
        mixture.noise(sigma, anomalyProbability, anomalyMagnitude);
        small.sigma(sigma);
    }

    /**
     * A day with this demand.
     *
     * @param mean before noise and anomalies, in units, 0 or more
     * @throws IllegalArgumentException if it is negative or NaN
     */
    public void of(double mean) {
        mixture.begin(1);
        mixture.add(mean, 1);
        tabulate();
    }

    /** The same for {@link #mean()} and {@link #variance()} alone; what else is asked for is of no day. */
    void moments(double mean) {
        mixture.begin(1);
        mixture.add(mean, 1);
        momentsOfMixture(LatentDemand.MAX_UNITS);
    }

    /**
     * A day of which only the possible means are known, such as with and without a promotion.
     *
     * @param means before noise and anomalies, in units, 0 or more
     * @param weights their probabilities, adding up to 1
     * @param count how many of both are meant
     * @throws IllegalArgumentException if one of them is negative or NaN
     */
    public void of(double[] means, double[] weights, int count) {
        mixture.begin(count);
        for (int i = 0; i < count; i++) {
            mixture.add(means[i], weights[i]);
        }
        tabulate();
    }

    private void tabulate() {
        small.clear();
        for (int c = 0; c < mixture.components; c++) {
            small.add(mixture.mean[c], mixture.share[c]);
        }
        small.mix();
        double sum = 0;
        double sumOfSums = 0;
        for (int k = 0; k < SmallCounts.COUNTS; k++) {
            sum += small.probability[k];
            atMost[k] = sum;
            sumOfSums += sum;
            tooHigh[k + 1] = sumOfSums;
        }
        cap(LatentDemand.MAX_UNITS);
    }

    /**
     * From now on, until the next day, Y is what a shop with {@code cap} units of the article sells.
     *
     * @param cap units, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void cap(int cap) {
        if (cap < 0) {
            throw new IllegalArgumentException("demand: the cap is " + cap + ", but is 0 or more units");
        }
        this.cap = Math.min(cap, LatentDemand.MAX_UNITS);
        if (cap <= SmallCounts.COUNTS) {
            momentsOfSmall();
        } else {
            momentsOfMixture(this.cap);
        }
    }

    private void momentsOfMixture(int most) {
        mixture.moments(most);
        mean = Math.min(most, mixture.first);
        variance = Math.max(0, mixture.second - mean * mean);
    }

    public int cap() {
        return cap;
    }

    /** With u = cap - Y: E u = sum of F(k), E u^2 = sum of (2 (cap - k) - 1) F(k), over k below the cap. */
    private void momentsOfSmall() {
        double square = 0;
        for (int k = 0; k < cap; k++) {
            square += (2 * (cap - k) - 1) * atMost[k];
        }
        mean = cap - tooHigh[cap];
        variance = Math.max(0, square - tooHigh[cap] * tooHigh[cap]);
    }

    /** Returns E Y, in units: the forecast with the lowest expected squared error. */
    public double mean() {
        return mean;
    }

    /** Returns the variance of Y, in units squared. */
    public double variance() {
        return variance;
    }

    /** Returns P(Y &lt;= k). */
    public double atMost(int k) {
        if (k < 0 || k >= cap) {
            return k < 0 ? 0 : 1;
        }
        if (k < SmallCounts.COUNTS) {
            return atMost[k];
        }
        mixture.at(k);
        return mixture.below;
    }

    /**
     * Returns the smallest k with P(Y &lt;= k) &gt;= tau; the forecast with the lowest expected pinball loss.
     *
     * @param tau strictly between 0 and 1
     * @throws IllegalArgumentException if it lies outside
     */
    public int quantile(double tau) {
        if (!(tau > 0 && tau < 1)) {
            throw new IllegalArgumentException("quantile: tau is " + tau + ", but lies strictly between 0 and 1");
        }
        int low = -1;
        int high = SmallCounts.COUNTS - 1;
        if (atMost[high] < tau) {
            return Math.min(cap, largeQuantile(tau));
        }
        while (high - low > 1) {
            int middle = (low + high) >> 1;
            if (atMost[middle] < tau) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.min(cap, high);
    }

    /** Returns the quantile, by Newton's method on the log of the count, inside a bracket that closes on the answer. */
    private int largeQuantile(double tau) {
        int low = SmallCounts.COUNTS - 1;
        int high = LatentDemand.MAX_UNITS;
        double spread = Math.sqrt(mixture.sigma * mixture.sigma + 1 / (mixture.mean[0] + 1));
        double guess = StrictMath.exp(mixture.mu[0] + spread * NormalQuantile.of(tau));
        while (high - low > 1) {
            double k = guess > low && guess < high ? guess : Math.sqrt((double) low * high);
            int tried = (int) Math.max(low + 1, Math.min(high - 1, k));
            mixture.at(tried);
            double change = tried * StrictMath.expm1(Math.max(-2, Math.min(2, (tau - mixture.below) / mixture.slope)));
            // The answer is the whole count above the root: whichever side this one is on, the next one closes in.
            if (mixture.below < tau) {
                low = tried;
                guess = Math.max(tried + 1, tried + change + 0.5);
            } else {
                high = tried;
                guess = Math.min(tried - 1, tried + change);
            }
        }
        return high;
    }

    /** Returns E(f - Y)+ in units: what a forecast f is too high on average. */
    private double tooHigh(double f) {
        if (f <= 0) {
            return 0;
        }
        if (f >= cap) {
            return f - mean;
        }
        int whole = (int) f;
        if (whole < SmallCounts.COUNTS) {
            return tooHigh[whole] + (f - whole) * atMost[whole];
        }
        mixture.at(whole);
        mixture.partialMeanAt(whole);
        return f * mixture.below - mixture.partialMean;
    }

    /** Returns E|Y - f|, in units; lowest at the median. */
    public double expectedAbsoluteError(double f) {
        return mean - f + 2 * tooHigh(f);
    }

    /**
     * Returns the expected {@linkplain PinballLoss pinball loss} of f as the quantile tau, in units; lowest at the quantile.
     *
     * @param tau 0 to 1
     */
    public double expectedPinballLoss(double tau, double f) {
        return tau * (mean - f) + tooHigh(f);
    }

    /** Returns E(Y - f)^2, in units squared; lowest at the mean. */
    public double expectedSquaredError(double f) {
        return variance + (mean - f) * (mean - f);
    }
}
