package io.theforge.database.estimate.promotion;

import org.jspecify.annotations.Nullable;

/**
 * A promotion that there is or that goes on from those that there were. Days since 1970-01-01.
 *
 * @param storeId null for all stores
 * @param basisPoints the share off in 1/10,000; null where it is an amount or nothing
 * @param cents the amount off; null where it is a share or nothing
 */
public record PromotionAhead(
        int productId,
        @Nullable Integer storeId,
        String name,
        @Nullable Integer basisPoints,
        @Nullable Long cents,
        int start,
        int end) {

    PromotionAhead later(int days) {
        return new PromotionAhead(productId, storeId, name, basisPoints, cents, start + days, end + days);
    }

    PromotionAhead named(String other) {
        return new PromotionAhead(productId, storeId, other, basisPoints, cents, start, end);
    }

    /** The price that is left of one. */
    long price(long priceCents) {
        if (basisPoints != null) {
            return (priceCents * (10_000 - basisPoints) + 5_000) / 10_000;
        }
        return cents == null ? priceCents : Math.max(0, priceCents - cents);
    }

    /** The share off that price, 0 to 1. */
    double depth(long priceCents) {
        return priceCents == 0 ? 0 : (double) (priceCents - price(priceCents)) / priceCents;
    }
}
