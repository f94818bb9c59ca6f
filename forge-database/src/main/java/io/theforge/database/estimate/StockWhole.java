package io.theforge.database.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the stock of all pairs together says.
 *
 * @param stockouts of the whole shop
 * @param packs units of a case by product id, where there are cases
 * @param leadDays of a product's store in the middle, by product id, where there are enough: in some, deliveries are late
 */
record StockWhole(Stockouts stockouts, Map<Integer, Integer> packs, Map<Integer, Double> leadDays) {
    /** In as many stores, those with late deliveries are the fewer. */
    private static final int FEWEST_STORES = 3;

    /** Fewer orders may fit a case by chance. */
    private static final int FEWEST_ORDERS = 4;

    /** So many orders in 100 may be of another size. */
    private static final int BROKEN_PER_HUNDRED = 5;

    /** @param sales of the same pairs, in the same order */
    static StockWhole of(List<PairHistory> pairs, List<SalesEstimate> sales) {
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
        return new StockWhole(Stockouts.of(pairs), packs, leadDays(pairs, sales));
    }

    private static Map<Integer, Double> leadDays(List<PairHistory> pairs, List<SalesEstimate> sales) {
        Map<Integer, List<Double>> byProduct = new HashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            StockHistory stock = pairs.get(i).stock;
            if (stock != null && sales.get(i).unitsPerWeek() > 0) {
                byProduct
                        .computeIfAbsent(pairs.get(i).productId, id -> new ArrayList<>())
                        .add(leadDays(stock, sales.get(i)));
            }
        }
        Map<Integer, Double> medians = new HashMap<>();
        byProduct.forEach((product, leads) -> {
            if (leads.size() >= FEWEST_STORES) {
                leads.sort(Comparator.naturalOrder());
                medians.put(product, (leads.get((leads.size() - 1) / 2) + leads.get(leads.size() / 2)) / 2);
            }
        });
        return medians;
    }

    /** By Little's law, what is on order over what is sold a day. */
    private static double leadDays(StockHistory stock, SalesEstimate sales) {
        double daily = sales.unitsPerWeek() / 7;
        double onOrder = (double) stock.onOrder / Math.max(1, stock.regularDays);
        return daily > 0 ? Math.max(1, Math.min(StockEstimate.LONGEST, onOrder / daily)) : 1;
    }

    double leadDays(PairHistory pair, StockHistory stock, SalesEstimate sales) {
        Double ofProduct = leadDays.get(pair.productId);
        return ofProduct == null ? leadDays(stock, sales) : ofProduct;
    }

    int pack(int productId) {
        return packs.getOrDefault(productId, 1);
    }
}
