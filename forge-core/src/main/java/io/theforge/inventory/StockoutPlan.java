package io.theforge.inventory;

import io.theforge.config.model.StockConfig;
import io.theforge.random.Keys;

/**
 * Which days of a pair are meant to end with nothing on hand.
 *
 * <p>Time is cut into windows of equal length, beginning at a drawn phase, with one run of stockout days at a drawn place in
 * each. The mean length of a run over the length of a window is the configured share: as the number of runs in a span of
 * days is nearly fixed, a dataset meets its share much closer than independent draws would.
 */
final class StockoutPlan {
    /** Far beyond any dataset, so that the days of the first windows are whole numbers of 64 bits. */
    private static final double MAX_WINDOW_DAYS = 1e9;

    private final double meanRunDays;
    private final double windowDays;

    /** Share of the days of a run after its first, on which something is always sold, that are to be partial too. */
    final double laterPartialShare;

    /**
     * @param share of days that end with nothing on hand, above 0, at most 1
     * @param partialShare share of these on which something is sold, if that is more than the first days of runs
     */
    StockoutPlan(double share, double partialShare) {
        meanRunDays = StockConfig.stockoutRunDays(share);
        double firstDays = 1 / meanRunDays;
        laterPartialShare = Math.max(0, (partialShare - firstDays) / (1 - firstDays));
        windowDays = Math.min(MAX_WINDOW_DAYS, meanRunDays / share);
    }

    /**
     * Counts planned days: {@code counts[d]} is their number in {@code firstDay..d}.
     *
     * @param key of the pair
     * @param endDay where to stop, itself not counted
     * @param counts filled from {@code firstDay} to {@code endDay}
     */
    void count(long key, int firstDay, int endDay, int[] counts) {
        double phase = Keys.uniform(key, 0);
        long runStart = 0;
        long runEnd = Long.MIN_VALUE; // exclusive; the first run may lie before the first day
        long window = 0;
        int count = 0;
        for (int d = firstDay; d < endDay; d++) {
            while (d >= runEnd) {
                int length = length(Keys.uniform(key, 3 * window + 1), Keys.uniform(key, 3 * window + 2));
                double slack = windowDays - length;
                double start = (window - phase) * windowDays + Keys.uniform(key, 3 * window + 3) * slack;
                runStart = Math.max(runEnd, (long) Math.floor(start));
                runEnd = Math.max(runStart + 1, (long) Math.floor(start) + length);
                window++;
            }
            count += d >= runStart ? 1 : 0;
            counts[d] = count;
        }
    }

    /** Returns a whole number of days whose mean is {@link #meanRunDays}, at least 1 and at most a window. */
    private int length(double u, double v) {
        double shortest = Math.max(1, 2 * meanRunDays - windowDays);
        double longest = 2 * meanRunDays - shortest;
        double days = shortest + u * (longest - shortest);
        return (int) Math.floor(days + v);
    }
}
