package io.theforge.movement;

import io.theforge.config.model.MovementConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.Stream;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * The level of a pair that wanders: {@code exp(s_i S_i + s_p S_p - (s_i^2 + s_p^2) V / 2)}, S_i of the product and S_p of the pair by
 * {@link DriftLaw}, V their variance on the day, so that its mean is 1 on every day. Both sigmas are smaller where the series is
 * {@linkplain Calm calmer} than others. One instance per thread: the column is reused.
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
    private final Calm calm;
    private final double[] curvatures;
    private final long[] seeds;

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
        calm = new Calm(plan.config());
        curvatures = new double[Calm.STEPS];
        double n = DriftLaw.BLOCK_DAYS;
        for (int step = 0; step < Calm.STEPS; step++) {
            curvatures[step] = StrictMath.exp(-2 * Calm.variance(config, step) * (1 - DriftLaw.RHO) / (n * n));
        }
        // A dataset made day by day has many seeds, and most shocks the same one
        seeds = new long[shocks.length];
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
        Arrays.fill(knots, 0);
        int step = calm.step(store, product);
        if (config.productSigma() > 0) {
            productShocks(product, shocks);
            addKnots(config.productSigma() * Calm.factor(step));
        }
        if (config.seriesSigma() > 0) {
            seriesShocks(store, product, shocks);
            addKnots(config.seriesSigma() * Calm.factor(step));
        }
        interpolate(Calm.variance(config, step), curvatures[step]);
        return true;
    }

    /**
     * Fills in shocks of a product, the oldest first: from the first day on shock {@code j} at place {@code j + SHOCKS - 1}.
     *
     * @param into as many as are wanted
     */
    public void productShocks(Product product, double[] into) {
        draw(into, seed -> Keys.derive(Keys.key(seed, Stream.DRIFT_PRODUCT), product.index()));
    }

    /** The same of a pair. */
    public void seriesShocks(Store store, Product product, double[] into) {
        draw(
                into,
                seed -> Keys.derive(Keys.derive(Keys.key(seed, Stream.DRIFT_SERIES), store.index()), product.index()));
    }

    private void draw(double[] into, LongUnaryOperator keyOfSeed) {
        long key = 0;
        for (int i = 0; i < into.length; i++) {
            key = i > 0 && seeds[i] == seeds[i - 1] ? key : keyOfSeed.applyAsLong(seeds[i]);
            into[i] = NormalQuantile.of(Keys.uniform(key, shock(i) + OFFSET));
        }
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
    private void interpolate(double v, double curvature) {
        double n = DriftLaw.BLOCK_DAYS;
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
}
