package io.theforge.random;

/**
 * The quantile function of the Poisson distribution: one uniform number becomes one whole count, and a larger mean or a
 * larger uniform number never gives a smaller count.
 *
 * <p>Small means search the distribution function from 0. Larger ones use the normal asymptotic expansion of M. B. Giles,
 * "Algorithm 955: Approximation of the Inverse Poisson Cumulative Distribution Function", ACM Transactions on
 * Mathematical Software 42 (2016), to its fourth term: with w the normal quantile of u it gives a real number Q whose
 * floor is the count, within an error bound. Where the bound leaves two counts possible, the distribution function itself
 * ({@link PoissonTail}) decides. So the answer is exact, but for a u nearer to a step of the distribution function than
 * 1e-12 of the smaller tail. Every machine gives the same answer.
 */
public final class PoissonQuantile {
    /** The largest mean, in units. */
    public static final double MAX_MEAN = 1e9;

    /** From this mean on the expansion is faster than the search (measured). */
    private static final double EXPAND_FROM = 8;
    /** Below this mean a search is faster than sums over a tail, where the expansion leaves the answer open. */
    private static final int SEARCH_BELOW = 16;
    /** Up to here a sum from 0 is exact enough; nearer to 1 its rounding would show. */
    private static final double SEARCH_UP_TO = 0.999;
    /** Nodes per unit in the table of exponentials. */
    private static final int NODES = 16;

    private static final double[] EXP_OF_MINUS_NODE = new double[SEARCH_BELOW * NODES + 1];
    private static final double[] RECIPROCAL = new double[64];

    static {
        for (int i = 0; i < EXP_OF_MINUS_NODE.length; i++) {
            EXP_OF_MINUS_NODE[i] = StrictMath.exp(-i / (double) NODES);
        }
        for (int k = 1; k < RECIPROCAL.length; k++) {
            RECIPROCAL[k] = 1.0 / k;
        }
    }

    private PoissonQuantile() {}

    /**
     * Returns the smallest k with P(X &lt;= k) &gt;= u.
     *
     * @param mean expected count, 0 to {@link #MAX_MEAN}
     * @param u strictly between 0 and 1, a multiple of 2^-53 such as {@link Keys#uniform}
     * @throws IllegalArgumentException if one of them lies outside
     */
    public static int of(double mean, double u) {
        if (!(mean >= 0 && mean <= MAX_MEAN && u > 0 && u < 1)) {
            throw new IllegalArgumentException("Poisson quantile: mean is " + mean + " and u is " + u
                    + ", but the mean lies in 0 to 1e9 and u strictly between 0 and 1");
        }
        return mean < EXPAND_FROM ? decide((int) mean, mean, u) : expand(mean, u);
    }

    private static int search(double mean, double u) {
        double term = expOfMinus(mean);
        double sum = term;
        int k = 0;
        while (sum < u) {
            k++;
            term *= mean * RECIPROCAL[k];
            sum += term;
        }
        return k;
    }

    /** Returns exp(-mean) to 2e-16 of its value: the nearest node of the table, and a Taylor series for the rest. */
    private static double expOfMinus(double mean) {
        int node = (int) (mean * NODES + 0.5);
        double x = node / (double) NODES - mean;
        double square = x * x;
        double series = x
                + square
                        * (1 / 2.0
                                + x * (1 / 6.0)
                                + square * (1 / 24.0 + x * (1 / 120.0) + square * (1 / 720.0 + x * (1 / 5040.0))));
        return EXP_OF_MINUS_NODE[node] * (1 + series);
    }

    private static int expand(double mean, double u) {
        double root = Math.sqrt(mean);
        double w = NormalQuantile.of(u);
        double square = w * w;
        double q = mean
                + (root * w
                        + (1 / 3.0 + square / 6)
                        - w / root * (1 / 36.0 + square / 72)
                        + (square * (7 / 810.0 + square / 270) - 8 / 405.0) / mean);
        // The next term of the series is below 0.02 + 0.0027 |w|^5 over mean^1.5 wherever w^2 < mean (measured at every
        // step of the distribution function for means from 4 to 2 million); the last summand covers the rounding of q.
        double error = (0.025 + 0.0035 * square * square * Math.abs(w)) / (mean * root) + mean * 0x1p-50;
        double low = Math.floor(q - error);
        if (low == Math.floor(q + error) && square < mean) {
            return (int) low;
        }
        return decide((int) Math.max(0, low), mean, u);
    }

    /** Returns the exact answer, whatever it costs: found from 0, or stepwise from a guess near it. */
    private static int decide(int guess, double mean, double u) {
        if (mean < SEARCH_BELOW && u <= SEARCH_UP_TO) {
            return search(mean, u);
        }
        return u <= 0.5 ? decideBelow(guess, mean, u) : decideAbove(guess, mean, 1 - u);
    }

    private static int decideBelow(int guess, double mean, double u) {
        int k = guess;
        while (PoissonTail.atMost(k, mean) < u) {
            k++;
        }
        while (k > 0 && PoissonTail.atMost(k - 1, mean) >= u) {
            k--;
        }
        return k;
    }

    /** Returns the smallest k with P(X &gt; k) &lt;= rest. */
    private static int decideAbove(int guess, double mean, double rest) {
        int k = guess;
        while (PoissonTail.above(k, mean) > rest) {
            k++;
        }
        while (k > 0 && PoissonTail.above(k - 1, mean) <= rest) {
            k--;
        }
        return k;
    }
}
