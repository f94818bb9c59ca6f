package io.theforge.movement;

/**
 * The law of the {@linkplain Drift drift}: a moving average of standard normal shocks at knots 14 days apart, with weights that decay as
 * exp(-k / 8.7) and whose squares add up to 1, and straight lines between knots. Shock {@code j} acts first on day {@code 14 (j - 1) + 1},
 * because the line to knot {@code j} begins there.
 */
public final class DriftLaw {
    /** Days from knot to knot. */
    public static final int BLOCK_DAYS = 14;

    /** Shocks that a knot is made of. */
    public static final int SHOCKS = 26;

    private static final double DECAY = 8.7;
    private static final double[] WEIGHTS = weights();

    /** Correlation of neighbouring knots. */
    public static final double RHO = rho();

    private DriftLaw() {}

    private static double[] weights() {
        double[] weights = new double[SHOCKS];
        double squares = 0;
        for (int k = 0; k < SHOCKS; k++) {
            weights[k] = StrictMath.exp(-k / DECAY);
            squares += weights[k] * weights[k];
        }
        for (int k = 0; k < SHOCKS; k++) {
            weights[k] /= Math.sqrt(squares);
        }
        return weights;
    }

    private static double rho() {
        double sum = 0;
        for (int k = 1; k < SHOCKS; k++) {
            sum += WEIGHTS[k - 1] * WEIGHTS[k];
        }
        return sum;
    }

    /** Returns the weight of the shock that lies so many knots before a knot; 0 outside 0 to 25. */
    public static double weight(int lag) {
        return lag < 0 || lag >= SHOCKS ? 0 : WEIGHTS[lag];
    }

    /** Returns what a shock counts in the drift of a day, in standard deviations. @param day from the dataset's first, 0 or more */
    public static double weight(int shock, int day) {
        int knot = day / BLOCK_DAYS;
        double u = (double) (day % BLOCK_DAYS) / BLOCK_DAYS;
        return (1 - u) * weight(knot - shock) + u * weight(knot + 1 - shock);
    }

    /** Returns the first day on which a shock acts; below 0 for those before the dataset. */
    public static int firstDay(int shock) {
        return BLOCK_DAYS * (shock - 1) + 1;
    }

    /** Returns the last shock that acts on a day. */
    public static int lastShock(int day) {
        return (day + BLOCK_DAYS - 1) / BLOCK_DAYS;
    }

    /** Returns the variance of the drift on a day, in those of a knot: below 1 between knots. */
    public static double variance(int day) {
        double u = (double) (day % BLOCK_DAYS) / BLOCK_DAYS;
        return 1 - 2 * u * (1 - u) * (1 - RHO);
    }
}
