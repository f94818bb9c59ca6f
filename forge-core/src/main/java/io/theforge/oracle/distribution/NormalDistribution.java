package io.theforge.oracle.distribution;

/**
 * The standard normal distribution function.
 *
 * <p>Source: G. West, "Better Approximations to Cumulative Normal Functions", Wilmott Magazine (2005), after J. F. Hart,
 * "Computer Approximations" (1968), algorithm 5666: a ratio of polynomials, and a continued fraction in the far tail.
 * Relative error of the nearer tail: 1e-13 up to 3.5, 1e-8 up to 7, 1e-7 beyond.
 */
final class NormalDistribution {
    static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private static final double FAR_TAIL = 7.07106781186547;

    private NormalDistribution() {}

    /** Returns exp(-x^2 / 2), the density without its constant. */
    static double bell(double x) {
        return StrictMath.exp(-x * x / 2);
    }

    /** Returns P(Z &lt;= x). */
    static double below(double x) {
        return below(x, bell(x));
    }

    /** Returns P(Z &lt;= x), given {@code bell(x)}. */
    static double below(double x, double bell) {
        return x < 0 ? tail(-x, bell) : 1 - tail(x, bell);
    }

    /** Returns P(Z &gt; x), given {@code bell(x)}. */
    static double above(double x, double bell) {
        return below(-x, bell);
    }

    private static double tail(double x, double bell) {
        if (x >= FAR_TAIL) {
            double fraction = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
            return bell / fraction / ROOT_TWO_PI;
        }
        double above = 3.52624965998911e-2;
        above = above * x + 0.700383064443688;
        above = above * x + 6.37396220353165;
        above = above * x + 33.912866078383;
        above = above * x + 112.079291497871;
        above = above * x + 221.213596169931;
        above = above * x + 220.206867912376;
        double below = 8.83883476483184e-2;
        below = below * x + 1.75566716318264;
        below = below * x + 16.064177579207;
        below = below * x + 86.7807322029461;
        below = below * x + 296.564248779674;
        below = below * x + 637.333633378831;
        below = below * x + 793.826512519948;
        below = below * x + 440.413735824752;
        return bell * above / below;
    }
}
