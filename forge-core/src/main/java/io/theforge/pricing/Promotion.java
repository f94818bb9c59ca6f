package io.theforge.pricing;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code promotion}, but for its name: see {@link PromotionPlan#name}. Either a share or an amount is taken off, never both.
 *
 * @param storeIndex {@link PriceWindow#CHAIN} for a promotion in every store
 * @param discountBasisPoints share off in 1/10,000 (1500 = 15 %), 0 when an amount is taken off
 * @param discountCents amount off, 0 when a share is taken off
 * @param startDay days since the dataset's first day
 * @param endDay inclusive, in the same days
 * @param theme the category or brand that its campaign is about; null when it is none of a campaign
 * @param isAdvertised whether its campaign is advertised
 */
public record Promotion(
        int productIndex,
        int storeIndex,
        int discountBasisPoints,
        int discountCents,
        int startDay,
        int endDay,
        @Nullable String theme,
        boolean isAdvertised) {

    /** Makes one that is known by its row: whether it belongs to a campaign stands in its name alone. */
    public Promotion(
            int productIndex, int storeIndex, int discountBasisPoints, int discountCents, int startDay, int endDay) {
        this(productIndex, storeIndex, discountBasisPoints, discountCents, startDay, endDay, null, false);
    }

    /** Returns what is paid while it runs, half a cent rounded up. */
    public int apply(int regularCents) {
        return discountCents > 0
                ? regularCents - discountCents
                : (int) (((long) regularCents * (10_000 - discountBasisPoints) + 5_000) / 10_000);
    }

    /** Returns the share of the regular price that is taken off, 0 to 1. */
    public double depth(int regularCents) {
        return discountCents > 0 ? (double) discountCents / regularCents : discountBasisPoints / 10_000.0;
    }
}
