package io.theforge.series;

import io.theforge.demand.DemandFactor;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The truth behind the rows of one pair, as primitive columns by day since the dataset's first day: good from {@link #firstDay} up to
 * {@link #endDay} and until the next pair. Days without a record are in it too.
 */
public final class TruthBlock {
    /** First day on which the pair is on sale and whose rows are made. */
    public int firstDay;

    /** Day after the last one. */
    public int endDay;

    /** Mean units of the pair on a day on which every factor is 1. */
    public double level;

    /** Of expected demand: multiplied as {@link DemandFactor} says, with the level and the mean of anomalies. */
    public final Map<DemandFactor, double[]> factors = new EnumMap<>(DemandFactor.class);

    /** Mean of the anomaly factor, the same on all days. */
    public double anomalyMean;

    /** Units expected before noise, with the mean of anomalies in it. */
    public final double[] expected;

    /** {@code exp(sigma z - sigma^2 / 2)}, with mean 1. */
    public final double[] noise;

    /** The magnitude on a spike, one over it on a dip, else 1. */
    public final double[] anomaly;

    /** Units asked for. */
    public final int[] latent;

    /** Units on the shelf to sell from: on hand in the morning and received. */
    public final int[] available;

    /** Units sold. */
    public final int[] sold;

    /** Units that customers went without: neither sold nor waited for. */
    public final int[] lost;

    /** Units that are waited for at the end of the day, with backlog. */
    public final int[] backlog;

    /** The regular price in force, in cents. */
    public final int[] regularCents;

    /** What is paid, in cents. */
    public final int[] unitPriceCents;

    /** Name of the running promotion. */
    public final @Nullable String[] promotion;

    /** Why a day has no record in {@code sales_daily}: {@link RecordGaps#SPARSE}, {@link RecordGaps#GAP}; null when it has one. */
    public final @Nullable String[] missing;

    /** @param days most days that a pair can have */
    TruthBlock(int days) {
        for (DemandFactor factor : DemandFactor.values()) {
            factors.put(factor, new double[days]);
        }
        expected = new double[days];
        noise = new double[days];
        anomaly = new double[days];
        latent = new int[days];
        available = new int[days];
        sold = new int[days];
        lost = new int[days];
        backlog = new int[days];
        regularCents = new int[days];
        unitPriceCents = new int[days];
        promotion = new @Nullable String[days];
        missing = new @Nullable String[days];
    }
}
