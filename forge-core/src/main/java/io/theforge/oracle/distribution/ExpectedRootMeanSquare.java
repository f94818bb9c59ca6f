package io.theforge.oracle.distribution;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The expected root mean squared error of the forecasts of one series, over days whose errors are independent.
 *
 * <p>It is not the root of the expected mean squared error: that is higher, by a few per cent for a dozen days, and by half
 * where rare spikes make most of the mean. With S the sum of the squared errors and phi its Laplace transform, the product
 * of those of the days,
 *
 * <pre>E sqrt(S) = 1 / (2 sqrt(pi)) * integral from 0 to infinity of (1 - phi(s)) s^(-3/2) ds</pre>
 *
 * (integrate by parts the gamma integral of x^(1/2) = 1 / (2 sqrt(pi)) * integral of (1 - exp(-s x)) s^(-3/2) ds.) The
 * integral is a sum over s = 4^i, the trapezoidal rule in ln s, off by 2.5e-4 at most: 2 |Gamma(-1/2 + 2 pi i / ln 4)| /
 * |Gamma(-1/2)|. The squared errors of a day are moved to the powers of sqrt(2) on either side, so that their mean stays;
 * then s times an error is a power of sqrt(2) too, and exp of it comes from a table. Counts above the small ones are taken
 * from a log-normal distribution with their mean and variance. All in all it is within 1 per cent.
 *
 * <p>Where days share what is not known, a drift to come, their errors go together. Then a day brings its expected squared error on each of
 * {@link SharedPaths#PATHS} paths that the shared part may take, and the root is the mean over paths of the roots of their sums, times what the
 * independent rest takes off: the root above over the root of the expectation.
 */
public final class ExpectedRootMeanSquare {
    /** Exponents of the grid of squared errors, in powers of sqrt(2): 1e-9 to 1e14, the square of the most units. */
    private static final int MIN_EXPONENT = -60;

    private static final int MAX_EXPONENT = 94;
    private static final double MIN_ERROR = Math.scalb(1.0, MIN_EXPONENT / 2);
    /** Exponents of the grid of s, in powers of 4: from 1/512 of the largest error's inverse to where only zeros count. */
    private static final int FIRST = -28;

    private static final int LAST = 14;
    private static final double ROOT_HALF = Math.sqrt(0.5);
    /** 1 - exp(-x) for the powers x of sqrt(2), from FIRST and MIN_EXPONENT on. */
    private static final double[] TAKEN = new double[4 * (LAST - FIRST) + MAX_EXPONENT - MIN_EXPONENT + 1];

    private static final double NEGLIGIBLE = 1e-12;
    /** Of the log-normal distribution, from where counts are large to where it ends: the midpoint rule. */
    private static final int NODES = 24;

    private static final double MAX_Z = 6;

    static {
        for (int i = 0; i < TAKEN.length; i++) {
            TAKEN[i] = -StrictMath.expm1(-StrictMath.pow(2, (i + 4 * FIRST + MIN_EXPONENT) / 2.0));
        }
    }

    /** 1 - phi at each s. */
    private final double[] oneLessPhi = new double[LAST - FIRST + 1];

    private final double[] share = new double[MAX_EXPONENT - MIN_EXPONENT + 1];
    private final double[] shareOfLarge = new double[MAX_EXPONENT - MIN_EXPONENT + 1];
    private long days;

    private static final int TRANSFORM = LAST - FIRST + 1;

    /** What a day adds, so that it can be added to several: 1 less its Laplace transform, then its squared error by path. */
    public static final int NUMBERS_OF_DAY = TRANSFORM + SharedPaths.PATHS;

    private final double[] squares = new double[SharedPaths.PATHS];
    private boolean isShared;

    private final double[] ofDay = new double[NUMBERS_OF_DAY];

    /** Adds a day with this demand and this forecast, in units, that shares nothing with another. */
    public void add(DemandDistribution demand, double forecast) {
        fill(demand, forecast, null, ofDay);
        add(ofDay);
    }

    /** Adds a day. @param paths what it shares with others; null for nothing */
    public void add(DemandDistribution demand, double forecast, @Nullable SharedPaths paths) {
        fill(demand, forecast, paths, ofDay);
        add(ofDay);
    }

    /** Adds a day. @param day as {@link #fill} left it */
    public void add(double[] day) {
        for (int i = 0; i < oneLessPhi.length; i++) {
            oneLessPhi[i] += day[i] * (1 - oneLessPhi[i]);
        }
        for (int p = 0; p < squares.length; p++) {
            squares[p] += day[TRANSFORM + p];
            isShared |= day[TRANSFORM + p] != day[TRANSFORM];
        }
        days++;
    }

    /**
     * Fills in what a day with this demand and this forecast adds, and adds nothing.
     *
     * @param paths what it shares with others; null for nothing
     * @param day its {@link #NUMBERS_OF_DAY}
     */
    public void fill(DemandDistribution demand, double forecast, @Nullable SharedPaths paths, double[] day) {
        double squaredError = demand.expectedSquaredError(forecast);
        for (int p = 0; p < squares.length; p++) {
            day[TRANSFORM + p] = squaredError;
        }
        if (paths != null) {
            paths.spread(squaredError, forecast, day, TRANSFORM);
        }
        Arrays.fill(share, 0);
        int cap = demand.cap();
        double before = 0;
        for (int k = 0; k < SmallCounts.COUNTS && k <= cap; k++) {
            double atMost = demand.atMost(k);
            place(share, k - forecast, atMost - before);
            before = atMost;
        }
        if (1 - before > NEGLIGIBLE && cap >= SmallCounts.COUNTS) {
            placeLarge(demand.mixture, cap, forecast, 1 - before);
        }
        transform(day);
    }

    private void placeLarge(DemandMixture mixture, int cap, double forecast, double probability) {
        Arrays.fill(shareOfLarge, 0);
        double sum = 0;
        for (int c = 0; c < mixture.components; c++) {
            double mean = mixture.mean[c];
            if (mean == 0) {
                continue;
            }
            double variance = StrictMath.log(StrictMath.exp(mixture.sigma * mixture.sigma) + 1 / mean);
            double spread = Math.sqrt(variance);
            double mu = StrictMath.log(mean) - variance / 2;
            double from = Math.max(-MAX_Z, (StrictMath.log(SmallCounts.COUNTS - 0.5) - mu) / spread);
            double step = (MAX_Z - from) / NODES;
            // From node to node the count grows by one factor, and the bell by one that shrinks by one factor
            double z = from + step / 2;
            double count = StrictMath.exp(mu + spread * z);
            double growth = StrictMath.exp(spread * step);
            double weight = mixture.share[c] * step * NormalDistribution.bell(z);
            double ratio = StrictMath.exp(-z * step - step * step / 2);
            double shrinkage = StrictMath.exp(-step * step);
            for (int i = 0; i < NODES && step > 0; i++) {
                place(shareOfLarge, Math.min(count, cap) - forecast, weight);
                sum += weight;
                count *= growth;
                weight *= ratio;
                ratio *= shrinkage;
            }
        }
        for (int j = 0; sum > 0 && j < share.length; j++) {
            share[j] += shareOfLarge[j] * probability / sum;
        }
    }

    private static void place(double[] grid, double error, double probability) {
        double x = error * error;
        if (x == 0 || probability < NEGLIGIBLE) {
            return;
        }
        int exponent = 2 * Math.getExponent(x);
        double power = Math.scalb(1.0, exponent / 2);
        double ratio = x / power * ROOT_HALF;
        if (ratio >= 1) {
            exponent++;
            power /= ROOT_HALF;
        }
        int j = exponent - MIN_EXPONENT;
        if (j < 0) {
            grid[0] += probability * x / MIN_ERROR;
            return;
        }
        if (j >= grid.length - 1) {
            grid[grid.length - 1] += probability;
            return;
        }
        double upper = (x / power - 1) / (1 / ROOT_HALF - 1);
        grid[j] += probability * (1 - upper);
        grid[j + 1] += probability * upper;
    }

    private void transform(double[] day) {
        int from = 0;
        int to = share.length;
        while (from < to && share[from] == 0) {
            from++;
        }
        while (to > from && share[to - 1] == 0) {
            to--;
        }
        for (int i = 0; i < TRANSFORM; i++) {
            double taken = 0;
            for (int j = from; j < to; j++) {
                taken += share[j] * TAKEN[4 * i + j];
            }
            day[i] = taken;
        }
    }

    /** Adds the days of another fold of the same series. */
    public void merge(ExpectedRootMeanSquare other) {
        for (int i = 0; i < oneLessPhi.length; i++) {
            oneLessPhi[i] += other.oneLessPhi[i] * (1 - oneLessPhi[i]);
        }
        for (int p = 0; p < squares.length; p++) {
            squares[p] += other.squares[p];
        }
        isShared |= other.isShared;
        days += other.days;
    }

    /** Starts again, with another series. */
    public void clear() {
        Arrays.fill(oneLessPhi, 0);
        Arrays.fill(squares, 0);
        isShared = false;
        days = 0;
    }

    /** Returns the expected root mean squared error in units; NaN without days. */
    public double value() {
        double independent = independent();
        if (!isShared) {
            return independent;
        }
        double sum = 0;
        double roots = 0;
        for (double square : squares) {
            sum += square;
            roots += Math.sqrt(square);
        }
        return sum == 0 ? 0 : independent * roots / Math.sqrt(sum * squares.length);
    }

    private double independent() {
        double sum = 0;
        for (int i = 0; i < oneLessPhi.length; i++) {
            sum += oneLessPhi[i] * Math.scalb(1.0, -(FIRST + i));
        }
        // Below the grid 1 - phi falls with s, above it stays: both geometric series with the sum of their neighbour.
        sum += oneLessPhi[0] * Math.scalb(1.0, -FIRST);
        sum += oneLessPhi[oneLessPhi.length - 1] * Math.scalb(1.0, -LAST);
        double integral = sum * StrictMath.log(4);
        return days == 0 ? Double.NaN : integral / (2 * Math.sqrt(Math.PI)) / Math.sqrt(days);
    }
}
