package io.theforge.random;

/**
 * Probabilities of the Poisson distribution, to 1e-13 of their value: the slow, sure ground under
 * {@link PoissonQuantile}.
 *
 * <p>Source of the single probability: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000), the
 * saddle-point form exp(-stirlingError(k) - deviance(k, mean)) / sqrt(2 pi k).
 */
final class PoissonTail {
    /** Below this count the plain product is as exact as the saddle-point form, whose series needs a larger one. */
    private static final int PLAIN = 16;

    private PoissonTail() {}

    /** Returns P(X = k), for k from 0. */
    static double probability(int k, double mean) {
        if (k < PLAIN) {
            double product = StrictMath.exp(-mean);
            for (int j = 1; j <= k; j++) {
                product = product * mean / j;
            }
            return product;
        }
        return StrictMath.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(2 * Math.PI * k);
    }

    /** Returns P(X &lt;= k), for k from -1; summed downwards from k, so meant for a k not far above the mean. */
    static double atMost(int k, double mean) {
        double term = k < 0 ? 0 : probability(k, mean);
        double sum = term;
        for (int j = k; j > 0 && term > sum * 0x1p-60; j--) {
            term = term * j / mean;
            sum += term;
        }
        return sum;
    }

    /** Returns P(X &gt; k), for k from -1; summed upwards from k + 1, so meant for a k not far below the mean. */
    static double above(int k, double mean) {
        double term = probability(k + 1, mean);
        double sum = term;
        for (int j = k + 2; term > sum * 0x1p-60; j++) {
            term = term * mean / j;
            sum += term;
        }
        return sum;
    }

    /** Returns ln(k!) less Stirling's formula for it: the asymptotic series, exact to 1e-16 from {@link #PLAIN} on. */
    private static double stirlingError(int k) {
        double square = (double) k * k;
        return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / 1188.0 / square) / square) / square) / square)
                / k;
    }

    /** Returns k ln(k / mean) + mean - k, as a series where the terms would cancel. */
    private static double deviance(int k, double mean) {
        double difference = k - mean;
        double v = difference / (k + mean);
        if (Math.abs(v) > 0.5) {
            return k * StrictMath.log(k / mean) - difference;
        }
        double power = 2 * k * v;
        double sum = difference * v;
        for (int odd = 3; ; odd += 2) {
            power *= v * v;
            double next = sum + power / odd;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }
}
