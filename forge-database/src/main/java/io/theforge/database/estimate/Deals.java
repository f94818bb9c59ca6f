package io.theforge.database.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What promotions make of the sales and prices of further days; reused from pair to pair. */
final class Deals {
    private final Map<Integer, List<PromotionAhead>> byProduct = new HashMap<>();
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
                    byProduct
                            .computeIfAbsent(promotion.productId(), id -> new ArrayList<>())
                            .add(promotion);
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
        for (PromotionAhead promotion : byProduct.getOrDefault(pair.productId(), List.of())) {
            if (!promotion.isIn(pair.storeId())) {
                continue;
            }
            double of = lift.of(pair.productId(), promotion.depth(pair.priceCents()));
            long price = lowersPrices ? promotion.price(pair.priceCents()) : pair.priceCents();
            int end = Math.min(factor.length - 1, promotion.end() - firstDay);
            for (int i = Math.max(0, promotion.start() - firstDay); i <= end; i++) {
                factor[i] = Math.max(factor[i], of);
                priceCents[i] = Math.min(priceCents[i], price);
            }
        }
    }
}
