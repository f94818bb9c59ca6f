package io.theforge.database.estimate.promotion;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What promotions make of the sales and prices of further days; reused from pair to pair. */
public final class Deals {
    private final PromotionIndex index = new PromotionIndex();
    private final @Nullable PromotionLift lift;
    private final boolean lowersPrices;
    private final int firstDay;

    /** Of the pair, by day. */
    public final double[] factor;

    public final long[] priceCents;

    /** @param lift null where there are no promotions */
    public Deals(Promotions promotions, @Nullable PromotionLift lift, int firstDay, int days) {
        this.lift = lift;
        this.firstDay = firstDay;
        lowersPrices = lift != null && lift.lowersPrices();
        factor = new double[days];
        priceCents = new long[days];
        for (List<PromotionAhead> each : List.of(promotions.known(), promotions.made())) {
            for (PromotionAhead promotion : each) {
                if (promotion.end() >= firstDay) {
                    index.add(promotion);
                }
            }
        }
    }

    /** Fills in a pair. @param regularCents the price without a promotion */
    public void fill(int productId, int storeId, long regularCents) {
        Arrays.fill(factor, 1);
        Arrays.fill(priceCents, regularCents);
        if (lift == null) {
            return;
        }
        index.of(productId, null).forEach(promotion -> fill(lift, promotion, regularCents));
        index.of(productId, storeId).forEach(promotion -> fill(lift, promotion, regularCents));
    }

    private void fill(PromotionLift by, PromotionAhead promotion, long regularCents) {
        double more = by.of(promotion.productId(), promotion.depth(regularCents));
        long price = lowersPrices ? promotion.price(regularCents) : regularCents;
        int end = Math.min(factor.length - 1, promotion.end() - firstDay);
        for (int i = Math.max(0, promotion.start() - firstDay); i <= end; i++) {
            // of two on one day the deeper one holds
            if (factor[i] == 1 || price < priceCents[i]) {
                factor[i] = more;
                priceCents[i] = price;
            }
        }
    }
}
