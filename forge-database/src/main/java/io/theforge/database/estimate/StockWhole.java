package io.theforge.database.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the stock of all pairs together says.
 *
 * @param stockouts of the whole shop
 * @param packs units of a case by product id; 1 where there are none
 */
record StockWhole(Stockouts stockouts, Map<Integer, Integer> packs) {
    /** Fewer orders may fit a case by chance. */
    private static final int FEWEST_ORDERS = 4;

    /** So many orders in 100 may be of another size. */
    private static final int BROKEN_PER_HUNDRED = 5;

    static StockWhole of(List<PairHistory> pairs) {
        Map<Integer, int[]> broken = new HashMap<>();
        Map<Integer, Integer> orders = new HashMap<>();
        for (PairHistory pair : pairs) {
            StockHistory stock = pair.stock;
            if (stock != null) {
                orders.merge(pair.productId, stock.allOrderDays(), Integer::sum);
                int[] counts = broken.computeIfAbsent(pair.productId, id -> new int[StockHistory.PACKS.length]);
                for (int i = 0; i < counts.length; i++) {
                    counts[i] += stock.brokenPacks[i];
                }
            }
        }
        Map<Integer, Integer> packs = new HashMap<>();
        orders.forEach((product, count) -> {
            int[] counts = broken.getOrDefault(product, new int[0]);
            for (int i = 0; i < counts.length && count >= FEWEST_ORDERS; i++) {
                if (counts[i] * 100L <= (long) count * BROKEN_PER_HUNDRED) {
                    packs.put(product, StockHistory.PACKS[i]);
                }
            }
        });
        return new StockWhole(Stockouts.of(pairs), packs);
    }

    int pack(int productId) {
        return packs.getOrDefault(productId, 1);
    }
}
