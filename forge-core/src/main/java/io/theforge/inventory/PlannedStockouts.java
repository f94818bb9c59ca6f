package io.theforge.inventory;

import io.theforge.config.model.ForgeConfig;
import io.theforge.movement.Absences;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.Stream;
import org.jspecify.annotations.Nullable;

/** The stockout days that a pair is to have, beside those that it had. One instance per thread: the next pair takes its place. */
final class PlannedStockouts {
    /** A stockout further away does not cut deliveries yet; this and the wait stay within {@link Plan#LOOK_AHEAD_DAYS}. */
    static final int SIGHT_DAYS = 35;
    /** A planned stockout waits so long for a day with demand. */
    private static final int WAIT_DAYS = 7;
    /** So many days are looked through for one with more than one unit asked for, so that some are lost. */
    private static final int CHOICE_DAYS = 3;
    /** Stockout days that could not be made are made up for later, up to so many. */
    private static final int MAX_OWED_DAYS = 14;
    /** A shelf that fills now and then, however often a series is out of stock. */
    private static final double MAX_SHARE = 0.95;

    private final double share;
    private final double spread;
    private final double partialShare;
    /** Share of a day's demand that is sold at least, before the shelf runs out on it. */
    private final double leastSold;

    private final long shareKey;
    private final int[] planned;
    private StockoutPlan runs;
    private int occurredDays;
    private long splitKey;
    private long partialKey;

    private PlannedStockouts(Plan plan, double share) {
        this.share = share;
        ForgeConfig config = plan.config();
        spread = config.stock().stockoutSpread();
        partialShare = config.stock().partialStockoutShare();
        leastSold = 2 * config.stock().soldBeforeStockout() - 1;
        shareKey = Keys.key(config.seed(), Stream.STOCKOUT_SHARE);
        planned = new int[plan.plannedDays()];
        runs = new StockoutPlan(share, partialShare);
    }

    /** Returns null where the shop plans for none. */
    static @Nullable PlannedStockouts of(Plan plan) {
        double share = plan.config().retail().stockoutProbability();
        return share > 0 ? new PlannedStockouts(plan, share) : null;
    }

    /**
     * Lays out a pair's stockout days from a day on.
     *
     * @param plan the dataset as of the segment of that day
     * @param owedDays planned and not occurred before it
     * @param absences what each day is, of {@link Absences}; null when the article is always on the shelf
     */
    void fill(Plan plan, Store store, Product product, int first, int owedDays, byte @Nullable [] absences) {
        if (spread > 0) {
            long pairKey = Keys.derive(Keys.derive(shareKey, store.index()), product.index());
            double z = NormalQuantile.of(Keys.uniform(pairKey, 0));
            double own = share * StrictMath.exp(spread * (z - spread / 2));
            runs = new StockoutPlan(Math.min(own, Math.max(share, MAX_SHARE)), partialShare);
        }
        long seed = plan.seedOf(first);
        long pairKey = ofPair(seed, Stream.STOCKOUT, store, product);
        splitKey = Keys.derive(pairKey, 0);
        partialKey = ofPair(seed, Stream.STOCKOUT_PARTIAL, store, product);
        runs.count(pairKey, first, plan.plannedDays(), planned);
        if (absences != null) {
            leaveOutAbsences(absences, first, plan.plannedDays());
        }
        // Counted from the first day simulated: what was owed before it is owed on
        occurredDays = -owedDays;
    }

    private static long ofPair(long seed, Stream stream, Store store, Product product) {
        return Keys.derive(Keys.derive(Keys.key(seed, stream), store.index()), product.index());
    }

    /** Only days on the shelf count in the share of stockouts. */
    private void leaveOutAbsences(byte[] absences, int first, int end) {
        int left = 0;
        int before = 0;
        for (int d = first; d < end; d++) {
            int now = planned[d];
            left += absences[d] == Absences.PRESENT ? 0 : now - before;
            before = now;
            planned[d] = now - left;
        }
    }

    /** Begins without any that occurred. */
    void clear() {
        occurredDays = 0;
    }

    void occurred() {
        occurredDays++;
    }

    /** Returns whether more were planned up to a day than have occurred. */
    boolean isOwed(int day) {
        return planned[day] > occurredDays;
    }

    /** Returns the planned days up to a day less those that occurred. */
    int owedDays(int day) {
        return planned[day] - occurredDays;
    }

    /**
     * Returns the most units that may be on hand in the morning, so that the next stockout comes when it should, part-way through a day's
     * demand; {@link Long#MAX_VALUE} where none is in sight.
     *
     * @param demand asked for on each day
     * @param demandBefore the sums of it before each day
     */
    long limit(int day, int[] demand, long[] demandBefore, long backlog) {
        occurredDays = Math.max(occurredDays, planned[day] - MAX_OWED_DAYS);
        int target = day;
        while (planned[target] <= occurredDays) {
            if (++target > day + SIGHT_DAYS) {
                return Long.MAX_VALUE;
            }
        }
        int found = -1;
        for (int d = target; d < target + WAIT_DAYS; d++) {
            if (demand[d] > 1 && d < target + CHOICE_DAYS) {
                found = d;
                break;
            }
            if (demand[d] > 0 && found < 0) {
                found = d;
            }
        }
        if (found < 0) {
            return Long.MAX_VALUE;
        }
        return backlog + demandBefore[found] - demandBefore[day] + part(splitKey, found, demand[found]);
    }

    /**
     * Returns the units to deliver to an empty shelf that is to run out again: some of what is asked for on a day that is partially a
     * stockout, 0 on one that is wholly one.
     */
    long part(int day, long asked) {
        if (asked == 0 || Keys.uniform(partialKey, 2L * day) >= runs.laterPartialShare) {
            return 0;
        }
        return part(partialKey, 2L * day + 1, asked);
    }

    /** Returns less than what is asked for, so that some of it finds nothing, and one at least: uniform from the least that is sold on. */
    private long part(long key, long index, long asked) {
        long least = (long) ((asked - 1) * leastSold);
        return 1 + least + Keys.below(key, index, (int) Math.max(1, asked - 1 - least));
    }
}
