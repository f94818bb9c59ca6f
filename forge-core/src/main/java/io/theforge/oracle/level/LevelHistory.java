package io.theforge.oracle.level;

import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.oracle.metric.NaiveScale;
import java.util.concurrent.atomic.AtomicLongArray;

/** What was sold of the series that are scored, added up: by day, and what was taken in the 28 days before each cutoff. */
final class LevelHistory {
    private static final int WEIGHT_DAYS = 28;
    /** A day's units stand below the number of series that have a record of it. */
    private static final int UNIT_BITS = 40;

    private static final long UNITS = (1L << UNIT_BITS) - 1;

    private final LevelNodes nodes;
    private final int days;
    private final int[] cutoffs;
    private final AtomicLongArray sold;
    private final AtomicLongArray revenueCents;

    LevelHistory(LevelNodes nodes, int days, int[] cutoffs) {
        this.nodes = nodes;
        this.days = days;
        this.cutoffs = cutoffs;
        sold = new AtomicLongArray(nodes.kept() * days);
        revenueCents = new AtomicLongArray(nodes.kept() * cutoffs.length);
    }

    void add(int pair, OracleSeries series) {
        int storeCategory = nodes.storeCategory(pair);
        int item = nodes.item(pair);
        for (int d = 0; d < days; d++) {
            if (!Double.isNaN(series.sales[d])) {
                long one = (1L << UNIT_BITS) + (long) series.sales[d];
                sold.getAndAdd(storeCategory * days + d, one);
                sold.getAndAdd(item * days + d, one);
            }
        }
        for (int fold = 0; fold < cutoffs.length; fold++) {
            long cents = revenueCents(series, cutoffs[fold]);
            revenueCents.getAndAdd(storeCategory * cutoffs.length + fold, cents);
            revenueCents.getAndAdd(item * cutoffs.length + fold, cents);
        }
    }

    /** What a series took in the 28 days before a cutoff: its weight. */
    static long revenueCents(OracleSeries series, int cutoff) {
        long cents = 0;
        for (int d = Math.max(0, cutoff - WEIGHT_DAYS); d < Math.min(cutoff, series.revenueCents.length); d++) {
            cents += series.revenueCents[d];
        }
        return cents;
    }

    long revenueCents(int fold, int[] parts) {
        long sum = 0;
        for (int part : parts) {
            sum += revenueCents.get(part * cutoffs.length + fold);
        }
        return sum;
    }

    /** Mean squared difference from day to day before each cutoff; NaN where it is not defined. */
    double[] scales(int[] parts) {
        double[] scales = new double[cutoffs.length];
        NaiveScale scale = new NaiveScale();
        int day = 0;
        for (int fold = 0; fold < cutoffs.length; fold++) {
            for (; day < Math.min(cutoffs[fold], days); day++) {
                scale.add(sold(day, parts));
            }
            scales[fold] = scale.meanSquared();
        }
        return scales;
    }

    /** NaN where no series has a record. */
    private double sold(int day, int[] parts) {
        long sum = 0;
        for (int part : parts) {
            sum += sold.get(part * days + day);
        }
        return sum == 0 ? Double.NaN : sum & UNITS;
    }
}
