package io.theforge.oracle.distribution;

/**
 * The distribution function of a Poisson count with log-normal intensity, for a count that is not small.
 *
 * <p>A Poisson count is at most k exactly if the (k+1)-th arrival of a unit Poisson process comes after the intensity, so
 * with G gamma distributed with shape k + 1, and ln(intensity) = mu + sigma Z,
 *
 * <pre>P(D &lt;= k) = P(sigma Z - ln G &lt; -mu)</pre>
 *
 * The cumulants of sigma Z - ln G are those of the normal plus the polygamma functions at k + 1, and their Edgeworth
 * series to third order gives the probability: D. L. Wallace, "Asymptotic Approximations to Distributions", Annals of
 * Mathematical Statistics 29 (1958); polygamma functions by their asymptotic series, Abramowitz and Stegun, 6.4.11. The
 * error is largest without noise, below 2e-7 from a count of {@link SmallCounts#COUNTS} on, and falls with its square.
 */
final class LargeCounts {
    private double digamma;
    private double root;
    private double skewness;
    private double excess;
    private double fifth;

    /** P(D &lt;= count), after {@link #from}. */
    double below;
    /** P(D &gt; count), after {@link #from}. */
    double above;
    /** Derivative of {@link #below} by the log of the count, roughly. */
    double slope;

    /**
     * The count that is asked about.
     *
     * @param count whole or not, {@link SmallCounts#COUNTS} - 2 or more
     * @param sigma of the noise, 0 or more
     */
    void at(double count, double sigma) {
        double r = 1 / (count + 1);
        double square = r * r;
        digamma = StrictMath.log(count + 1) - r / 2 - square * (1 / 12.0 - square / 120);
        double variance = sigma * sigma + r * (1 + r * (1 / 2.0 + r * (1 / 6.0 - square / 30)));
        root = Math.sqrt(variance);
        skewness = square * (1 + r * (1 + r / 2)) / (variance * root);
        excess = square * r * (2 + r * (3 + r * 2)) / (variance * variance);
        fifth = square * square * (6 + r * 12) / (variance * variance * root);
    }

    /** Fills the result for a log-normal intensity whose log has the mean {@code mu}. */
    void from(double mu) {
        double x = (digamma - mu) / root;
        double bell = NormalDistribution.bell(x);
        double density = bell / NormalDistribution.ROOT_TWO_PI;
        double square = x * x;
        double he2 = square - 1;
        double he3 = x * (square - 3);
        double he4 = square * (square - 6) + 3;
        double he5 = x * (square * (square - 10) + 15);
        double he6 = square * (square * (square - 15) + 45) - 15;
        double he8 = square * (square * (square * (square - 28) + 210) - 420) + 105;
        double correction = density
                * (skewness / 6 * he2
                        + (excess / 24 * he3 + skewness * skewness / 72 * he5)
                        + (fifth / 120 * he4
                                + skewness * excess / 144 * he6
                                + skewness * skewness * skewness / 1296 * he8));
        below = Math.max(0, Math.min(1, NormalDistribution.below(x, bell) - correction));
        above = Math.max(0, Math.min(1, NormalDistribution.above(x, bell) + correction));
        slope = density / root;
    }
}
