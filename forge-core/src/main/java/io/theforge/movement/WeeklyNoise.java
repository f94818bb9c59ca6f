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
    private final double[] ofStore;
    private int drawnStore = -1;

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
        ofStore = new double[seeds.length];
        for (int w = firstWeek; w < endWeek; w++) {
            seeds[w - firstWeek] = plan.seedOf(weeks.firstDay(w));
        }
    }

    /** Fills the column with that of a pair. @return whether there is any; otherwise the column is left as it was */
    public boolean fill(Store store, Product product) {
        if (config.isOff()) {
            return false;
        }
        drawStore(store);
        long seriesKey = 0;
        long productKey = 0;
        for (int w = firstWeek; w < endWeek; w++) {
            int i = w - firstWeek;
            if (i == 0 || seeds[i] != seeds[i - 1]) {
                seriesKey = seriesKey(seeds[i], store, product);
                productKey = productKey(seeds[i], product);
            }
            double log = draw(config.seriesSigma(), seriesKey, w) + draw(config.productSigma(), productKey, w);
            double value = StrictMath.exp(log + ofStore[i] - config.variance() / 2);
            int end = Math.min(plan.plannedDays(), weeks.firstDay(w + 1));
            for (int d = weeks.firstDay(w); d < end; d++) {
                factor[d] = value;
            }
        }
        return true;
    }

    /** A store's pairs come one after another. */
    private void drawStore(Store store) {
        for (int i = 0; i < ofStore.length && drawnStore != store.index(); i++) {
            ofStore[i] = draw(config.storeSigma(), storeKey(seeds[i], store), firstWeek + i);
        }
        drawnStore = store.index();
    }

    /** Returns the log of what was drawn for a week, without what makes its mean 1. */
    public double log(Store store, Product product, int week) {
        long seed = plan.seedOf(weeks.firstDay(week));
        return draw(config.seriesSigma(), seriesKey(seed, store, product), week)
                + draw(config.productSigma(), productKey(seed, product), week)
                + draw(config.storeSigma(), storeKey(seed, store), week);
    }

    private static double draw(double sigma, long key, int week) {
        return sigma == 0 ? 0 : sigma * NormalQuantile.of(Keys.uniform(key, week));
    }

    private static long seriesKey(long seed, Store store, Product product) {
        return Keys.derive(Keys.derive(Keys.key(seed, Stream.WEEK_SERIES), store.index()), product.index());
    }

    private static long productKey(long seed, Product product) {
        return Keys.derive(Keys.key(seed, Stream.WEEK_PRODUCT), product.index());
    }

    private static long storeKey(long seed, Store store) {
        return Keys.derive(Keys.key(seed, Stream.WEEK_STORE), store.index());
    }
}
