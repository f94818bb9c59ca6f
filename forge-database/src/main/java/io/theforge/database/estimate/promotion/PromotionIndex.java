package io.theforge.database.estimate.promotion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Promotions by product and store. */
final class PromotionIndex {
    /** The key of those of all stores. */
    private static final Integer ALL = Integer.MIN_VALUE;

    private final Map<Integer, Map<Integer, List<PromotionAhead>>> byProduct = new HashMap<>();

    void add(PromotionAhead promotion) {
        byProduct
                .computeIfAbsent(promotion.productId(), id -> new HashMap<>())
                .computeIfAbsent(key(promotion.storeId()), id -> new ArrayList<>())
                .add(promotion);
    }

    private static Integer key(@Nullable Integer storeId) {
        return storeId == null ? ALL : storeId;
    }

    /** Those of a store alone; with null, those of all stores. */
    List<PromotionAhead> of(int productId, @Nullable Integer storeId) {
        return byProduct.getOrDefault(productId, Map.of()).getOrDefault(key(storeId), List.of());
    }

    /** Whether the product has another one on one of the days and in one of the stores. */
    boolean excludes(PromotionAhead wanted) {
        if (wanted.storeId() == null) {
            return byProduct.getOrDefault(wanted.productId(), Map.of()).values().stream()
                    .anyMatch(each -> overlaps(each, wanted));
        }
        return overlaps(of(wanted.productId(), null), wanted)
                || overlaps(of(wanted.productId(), wanted.storeId()), wanted);
    }

    private static boolean overlaps(List<PromotionAhead> promotions, PromotionAhead wanted) {
        for (PromotionAhead each : promotions) {
            if (each.start() <= wanted.end() && wanted.start() <= each.end()) {
                return true;
            }
        }
        return false;
    }
}
