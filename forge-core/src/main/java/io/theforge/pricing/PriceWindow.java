package io.theforge.pricing;

/**
 * A row of {@code price_history}: a regular price and the days it holds.
 *
 * @param storeIndex {@link #CHAIN} for the price of the whole chain
 * @param validFrom days since the dataset's first day
 * @param validTo inclusive, in the same days; {@link #OPEN} while no later price is known
 */
public record PriceWindow(int productIndex, int storeIndex, int priceCents, int validFrom, int validTo) {
    /** {@link #storeIndex} of what holds in every store. */
    public static final int CHAIN = -1;

    /** {@link #validTo} of the last window. */
    public static final int OPEN = Integer.MAX_VALUE;

    /** Returns the same price without a known end. */
    PriceWindow open() {
        return new PriceWindow(productIndex, storeIndex, priceCents, validFrom, OPEN);
    }
}
