package io.theforge.config.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code stock}: how shops order, and what their stockouts look like.
 *
 * @param casePacks units in a case to the share of products that come in it, by its part of the sum; empty = all come singly
 * @param minCoverDays fewest days of expected demand that an order of a series covers, 1 to {@link #MAX_COVER_DAYS}
 * @param maxCoverDays most of them; each series has its own between the two
 * @param stockoutSpread sigma of the log of the share of stockout days between series, 0 to 1; its mean stays
 * @param partialStockoutShare share of stockout days on which something is sold before the shelf runs out, 0 to 1; no less than the first
 *     days of runs of them, about half
 * @param soldBeforeStockout mean share of what is asked for on such a day that is sold before, 0.5 to 1
 * @param supply by category; the first row that is for a category decides
 */
public record StockConfig(
        SortedMap<Integer, Double> casePacks,
        int minCoverDays,
        int maxCoverDays,
        double stockoutSpread,
        double partialStockoutShare,
        double soldBeforeStockout,
        List<Supply> supply) {
    /** Most days that an order covers: it is as far as a shop looks ahead, less a lead time. */
    public static final int MAX_COVER_DAYS = 42;

    /** Mean length of a run of stockout days, where these are rare. */
    private static final double RARE_RUN_DAYS = 2;

    /** Fewest days from one run to the next, in the mean. */
    private static final double MIN_WINDOW_DAYS = 10;

    private static final Supply WEEKLY = new Supply(List.of(), List.of(), null, null);

    /** Single units, once a week. */
    public static final StockConfig DEFAULT =
            new StockConfig(Collections.emptySortedMap(), 14, 24, 0, 0, 0.5, List.of());

    public StockConfig {
        casePacks = Collections.unmodifiableSortedMap(new TreeMap<>(casePacks));
        supply = List.copyOf(supply);
    }

    /** Returns the mean length of a run of stockout days, on the first of which something is sold. @param share of days with a stockout */
    public static double stockoutRunDays(double share) {
        return Math.max(RARE_RUN_DAYS, MIN_WINDOW_DAYS * share);
    }

    /** Returns how the products of a category are supplied: once a week, unless a row says otherwise. */
    public Supply supplyOf(String category) {
        for (Supply row : supply) {
            if (row.categories().isEmpty() || row.categories().contains(category)) {
                return row;
            }
        }
        return WEEKLY;
    }

    /**
     * When and how some categories are ordered.
     *
     * @param categories that it is for; empty = all
     * @param orderDays days of the week, 1 (Monday) to 7; empty = once a week, on a day of each series' own
     * @param leadTimeDays from an order to its arrival, 1 to the fewest days between two orders; null = each product its own, 1 to 6, and
     *     no more than that
     * @param coverDays days of expected demand that an order covers; null = as for all
     */
    public record Supply(
            List<String> categories,
            List<Integer> orderDays,
            @Nullable Integer leadTimeDays,
            @Nullable Integer coverDays) {
        private static final int WEEK_DAYS = 7;

        public Supply {
            categories = List.copyOf(categories);
            orderDays = List.copyOf(orderDays);
        }

        /** Returns the fewest days between two orders: an order has arrived before the next one is made. */
        public int daysBetweenOrders() {
            int fewest = WEEK_DAYS;
            for (int one : orderDays) {
                for (int other : orderDays) {
                    int days = Math.floorMod(other - one, WEEK_DAYS);
                    fewest = days == 0 ? fewest : Math.min(fewest, days);
                }
            }
            return fewest;
        }

        /** Returns the lead time of a product that has one of its own. */
        public int leadTimeDays(int ownDays) {
            return leadTimeDays == null ? Math.min(ownDays, daysBetweenOrders()) : leadTimeDays;
        }
    }
}
