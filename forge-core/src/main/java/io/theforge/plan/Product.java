package io.theforge.plan;

/**
 * One article.
 *
 * @param index from 0; a product does not depend on how many there are
 * @param sku natural key, "SKU-000001"
 * @param popularity factor of demand, mean 1 in the population
 * @param elasticity constant own-price elasticity, 0 or below
 * @param leadTimeDays from an order to its arrival
 * @param casePackUnits units in the case in which it is ordered, 1 = singly
 * @param launchDay first day on sale, in days since the dataset's first day; 0 = was there from the start
 * @param lastDay last day on sale, in the same days; {@link #ENDLESS} when it does not end
 */
public record Product(
        int index,
        String sku,
        String name,
        String category,
        String brand,
        int basePriceCents,
        int baseCostCents,
        double popularity,
        double elasticity,
        int leadTimeDays,
        int casePackUnits,
        int launchDay,
        int lastDay) {

    /** Returns the natural key of the product with an index, in every dataset. */
    public static String skuOf(int index) {
        return Names.code("SKU-", index + 1, 6);
    }

    /** {@link #lastDay} of a product that stays. */
    public static final int ENDLESS = Integer.MAX_VALUE;
}
