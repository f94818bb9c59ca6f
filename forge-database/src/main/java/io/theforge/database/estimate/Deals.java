package io.theforge.database.estimate;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What promotions make of the sales and prices of further days; reused from pair to pair. */
final class Deals {
    private final PromotionIndex index = new PromotionIndex();
    private final @Nullable PromotionLift lift;
    private final boolean lowersPrices;
    private final int firstDay;

    /** Of the pair, by day. */
    final double[] factor;

    final long[] priceCents;

    /** @param lift null where there are no promotions */
    Deals(Promotions promotions, @Nullable PromotionLift lift, int firstDay, int days) {
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

    void fill(PairEstimate pair) {
        Arrays.fill(factor, 1);
        Arrays.fill(priceCents, pair.priceCents());
        if (lift == null) {
            return;
        }
        index.of(pair.productId(), null).forEach(promotion -> fill(pair, lift, promotion));
        index.of(pair.productId(), pair.storeId()).forEach(promotion -> fill(pair, lift, promotion));
    }

    private void fill(PairEstimate pair, PromotionLift by, PromotionAhead promotion) {
        double more = by.of(pair.productId(), promotion.depth(pair.priceCents()));
        long price = lowersPrices ? promotion.price(pair.priceCents()) : pair.priceCents();
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
