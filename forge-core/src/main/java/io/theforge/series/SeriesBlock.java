package io.theforge.series;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one store-product pair, as primitive columns. A block is reused: what it holds is good until the next
 * {@link SeriesGenerator#generate}. Days count from the dataset's first day and ascend.
 */
public final class SeriesBlock {
    public int storeIndex;
    public int productIndex;

    /** Days on which the pair is on sale, recorded or not. */
    public int daysOnSale;

    /** Days on which the pair is on sale and has no sales record, by the ordinal of the {@link GapCause}. */
    public final int[] gapDays = new int[GapCause.values().length];

    /** Rows of {@code sales_daily}: the first {@code salesCount} of the three columns below. */
    public int salesCount;

    public final int[] salesDay;
    public final int[] quantity;
    public final int[] unitPriceCents;

    /** Rows of {@code inventory_snapshot_daily}: the first {@code inventoryCount} of the three columns below. */
    public int inventoryCount;

    public final int[] inventoryDay;
    public final int[] onHand;
    public final int[] onOrder;

    /** The truth behind the rows; null where it is not wanted. */
    public final @Nullable TruthBlock truth;

    /** @param days most rows that a pair can have */
    public SeriesBlock(int days) {
        this(days, false);
    }

    /** @param withTruth for a generator that records it: {@link SeriesGenerator#withTruth} */
    public SeriesBlock(int days, boolean withTruth) {
        truth = withTruth ? new TruthBlock(days) : null;
        salesDay = new int[days];
        quantity = new int[days];
        unitPriceCents = new int[days];
        inventoryDay = new int[days];
        onHand = new int[days];
        onOrder = new int[days];
    }

    /** Returns the cents of the i-th sales row, {@code quantity * unit_price}. */
    public long totalCents(int i) {
        return (long) quantity[i] * unitPriceCents[i];
    }
}
