package io.theforge.database.estimate;

/**
 * How much more the positive quantities x of a pair vary than a Poisson law lets them, by moments: with x - 1 of mean mu on
 * its weekday and a factor of variance v on the mean, the variance of x is mu + mu^2 v.
 *
 * @param beyondPoisson sum over rows of the variance beyond mu
 * @param weight sum over rows of mu^2: v is the one over the other
 * @param rows positive ones
 */
record Dispersion(double beyondPoisson, double weight, int rows) {
    /** As many rows does the whole shop's variance count for. */
    private static final int ROWS_OF_WHOLE = 20;

    private static final double LARGEST_VARIANCE = 4;

    static Dispersion of(PairHistory pair) {
        double squares = 0;
        double poisson = 0;
        double weight = 0;
        int rows = 0;
        int weekdays = 0;
        for (int weekday = 0; weekday < 7; weekday++) {
            int n = pair.sales.positives[weekday];
            if (n == 0) {
                continue;
            }
            double units = pair.sales.units[weekday];
            double mu = units / n - 1;
            squares += pair.sales.squares[weekday] - units * units / n;
            poisson += n * mu;
            weight += n * mu * mu;
            rows += n;
            weekdays++;
        }
        if (rows <= weekdays) {
            return new Dispersion(0, 0, 0);
        }
        // seven means have been taken from the same rows
        return new Dispersion(squares * rows / (rows - weekdays) - poisson, weight, rows);
    }

    /** The variance of the factor, drawn towards that of the whole shop; 0 to 4. */
    double variance(double ofWhole) {
        double own = weight > 0 ? beyondPoisson / weight : ofWhole;
        double drawn = (rows * own + ROWS_OF_WHOLE * ofWhole) / (rows + ROWS_OF_WHOLE);
        return Math.min(LARGEST_VARIANCE, Math.max(0, drawn));
    }
}
