package io.theforge.movement;

import io.theforge.config.model.MovementConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.Stream;

/**
 * What a calendar week has of its own: a log-normal factor with mean 1, of a series alone, of a product in all stores and of a store. One
 * instance per thread: the column is reused.
 */
public final class WeeklyNoise {
    private final Plan plan;
    private final MovementConfig.WeeklyNoise config;
    private final Weeks weeks;
    private final int firstWeek;
    private final int endWeek;
    private final long[] seeds;

    /** The factor by planned day. */
    public final double[] factor;

    /** @param firstDay first of the days that are filled */
    public WeeklyNoise(Plan plan, int firstDay) {
        this.plan = plan;
        config = plan.config().movement().weeklyNoise();
        weeks = new Weeks(plan);
        firstWeek = weeks.of(firstDay);
        endWeek = weeks.of(plan.plannedDays() - 1) + 1;
        factor = new double[plan.plannedDays()];
        seeds = new long[endWeek - firstWeek];
        for (int w = firstWeek; w < endWeek; w++) {
            seeds[w - firstWeek] = plan.seedOf(weeks.firstDay(w));
        }
    }

    /** Fills the column with that of a pair. @return whether there is any; otherwise the column is left as it was */
    public boolean fill(Store store, Product product) {
        if (config.isOff()) {
            return false;
        }
        for (int w = firstWeek; w < endWeek; w++) {
            double log = log(seeds[w - firstWeek], config, store, product, w);
            double value = StrictMath.exp(log - config.variance() / 2);
            int end = Math.min(plan.plannedDays(), weeks.firstDay(w + 1));
            for (int d = weeks.firstDay(w); d < end; d++) {
                factor[d] = value;
            }
        }
        return true;
    }

    /** Returns the log of what was drawn for a week, without what makes its mean 1. */
    public double log(Store store, Product product, int week) {
        return log(plan.seedOf(weeks.firstDay(week)), config, store, product, week);
    }

    private static double log(long seed, MovementConfig.WeeklyNoise config, Store store, Product product, int week) {
        double log = 0;
        if (config.seriesSigma() > 0) {
            long key = Keys.derive(Keys.derive(Keys.key(seed, Stream.WEEK_SERIES), store.index()), product.index());
            log += config.seriesSigma() * NormalQuantile.of(Keys.uniform(key, week));
        }
        if (config.productSigma() > 0) {
            long key = Keys.derive(Keys.key(seed, Stream.WEEK_PRODUCT), product.index());
            log += config.productSigma() * NormalQuantile.of(Keys.uniform(key, week));
        }
        if (config.storeSigma() > 0) {
            long key = Keys.derive(Keys.key(seed, Stream.WEEK_STORE), store.index());
            log += config.storeSigma() * NormalQuantile.of(Keys.uniform(key, week));
        }
        return log;
    }
}
