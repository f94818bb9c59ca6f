package io.theforge.movement;

import io.theforge.config.model.MovementConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.Stream;

/**
 * The level of a pair that wanders: {@code exp(s_i S_i + s_p S_p - (s_i^2 + s_p^2) V / 2)}, S_i of the product and S_p of the pair by
 * {@link DriftLaw}, V their variance on the day, so that its mean is 1 on every day. One instance per thread: the column is reused.
 */
public final class Drift {
    /** Shocks are numbered from {@code 1 - SHOCKS} on. */
    private static final int OFFSET = DriftLaw.SHOCKS;

    private final Plan plan;
    private final MovementConfig.Drift config;
    private final int firstBlock;
    private final int blocks;
    private final double[] shocks;
    private final double[] knots;
    private final double curvature;
    private final long[] seeds;
    private final long[] productKeys;
    private final long[] seriesKeys;

    /** The factor by planned day. */
    public final double[] factor;

    /** @param firstDay first of the days that are filled */
    public Drift(Plan plan, int firstDay) {
        this.plan = plan;
        config = plan.config().movement().drift();
        factor = new double[plan.plannedDays()];
        firstBlock = firstDay / DriftLaw.BLOCK_DAYS;
        blocks = (plan.plannedDays() - 1) / DriftLaw.BLOCK_DAYS - firstBlock + 1;
        knots = new double[blocks + 1];
        shocks = new double[blocks + DriftLaw.SHOCKS];
        double n = DriftLaw.BLOCK_DAYS;
        curvature = StrictMath.exp(-2 * config.variance() * (1 - DriftLaw.RHO) / (n * n));
        // A dataset made day by day has many seeds, and most shocks the same one
        seeds = new long[shocks.length];
        productKeys = new long[shocks.length];
        seriesKeys = new long[shocks.length];
        for (int i = 0; i < shocks.length; i++) {
            seeds[i] = plan.seedOf(Math.max(0, DriftLaw.firstDay(shock(i))));
        }
    }

    private int shock(int i) {
        return firstBlock - DriftLaw.SHOCKS + 1 + i;
    }

    /** Fills the column with that of a pair. @return whether there is any drift; otherwise the column is left as it was */
    public boolean fill(Store store, Product product) {
        if (config.isOff()) {
            return false;
        }
        java.util.Arrays.fill(knots, 0);
        if (config.productSigma() > 0) {
            drawShocks(Stream.DRIFT_PRODUCT, productKeys, product.index(), -1);
            addKnots(config.productSigma());
        }
        if (config.seriesSigma() > 0) {
            drawShocks(Stream.DRIFT_SERIES, seriesKeys, store.index(), product.index());
            addKnots(config.seriesSigma());
        }
        interpolate();
        return true;
    }

    /** Fills in the shocks of a product ({@code below} -1), or of a pair. */
    private void drawShocks(Stream stream, long[] keys, int index, int below) {
        for (int i = 0; i < shocks.length; i++) {
            keys[i] = i > 0 && seeds[i] == seeds[i - 1] ? keys[i - 1] : key(seeds[i], stream, index, below);
            shocks[i] = NormalQuantile.of(Keys.uniform(keys[i], shock(i) + OFFSET));
        }
    }

    private static long key(long seed, Stream stream, int index, int below) {
        long key = Keys.derive(Keys.key(seed, stream), index);
        return below < 0 ? key : Keys.derive(key, below);
    }

    private void addKnots(double sigma) {
        for (int b = 0; b <= blocks; b++) {
            double sum = 0;
            for (int k = 0; k < DriftLaw.SHOCKS; k++) {
                sum += DriftLaw.weight(k) * shocks[b + DriftLaw.SHOCKS - 1 - k];
            }
            knots[b] += sigma * sum;
        }
    }

    /** Between knots the log is a parabola, so that the ratio from day to day changes by one constant factor: no exponential a day. */
    private void interpolate() {
        double n = DriftLaw.BLOCK_DAYS;
        double v = config.variance();
        double bend = v * (1 - DriftLaw.RHO) * (1 - 1 / n) / n;
        for (int b = 0; b < blocks; b++) {
            double value = StrictMath.exp(knots[b] - v / 2);
            double ratio = StrictMath.exp((knots[b + 1] - knots[b]) / n + bend);
            int day = (firstBlock + b) * DriftLaw.BLOCK_DAYS;
            int end = Math.min(plan.plannedDays(), day + DriftLaw.BLOCK_DAYS);
            for (int d = day; d < end; d++) {
                factor[d] = value;
                value *= ratio;
                ratio *= curvature;
            }
        }
    }

    /**
     * Fills in shocks of a product, for who knows the past: those from {@code 1 - }{@link DriftLaw#SHOCKS} on.
     *
     * @param into shock {@code j} at place {@code j + SHOCKS - 1}
     */
    public static void productShocks(Plan plan, Product product, double[] into) {
        fillShocks(plan, Stream.DRIFT_PRODUCT, product.index(), -1, into);
    }

    /** The same of a pair. */
    public static void seriesShocks(Plan plan, Store store, Product product, double[] into) {
        fillShocks(plan, Stream.DRIFT_SERIES, store.index(), product.index(), into);
    }

    private static void fillShocks(Plan plan, Stream stream, int index, int below, double[] into) {
        for (int i = 0; i < into.length; i++) {
            int shock = i + 1 - DriftLaw.SHOCKS;
            long seed = plan.seedOf(Math.max(0, DriftLaw.firstDay(shock)));
            into[i] = NormalQuantile.of(Keys.uniform(key(seed, stream, index, below), shock + OFFSET));
        }
    }
}
