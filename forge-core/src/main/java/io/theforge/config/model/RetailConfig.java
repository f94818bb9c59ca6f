package io.theforge.config.model;

import java.util.SortedMap;

/**
 * {@code retail}. Probabilities and shares are 0 to 1.
 *
 * @param promotionProbability chance that a product starts a promotion in a month
 * @param promotionLift demand multiplier on promotion days, 0 to 20; the whole effect, the discount included
 * @param liftByDepth discount depth (share of the regular price, 0 to 1) to multiplier (0 to 20), in place of
 *     {@code promotionLift}; empty when not configured
 * @param liftFromSiblings share of a promotion's extra units that the other products of its category in the same store lose, 0 to 1
 * @param liftFromOtherWeeks share of a promotion's extra units that the days before and after it lose, 0 to 1; both together 1 at most
 * @param stockoutProbability share of series-days that end with nothing on hand
 * @param priceElasticity constant elasticity of demand to the regular price relative to the base price, -10 to 0
 * @param elasticitySpread standard deviation of elasticity between products, 0 to 5; log-normal in size, its mean stays
 * @param priceChangeProbability chance of a regular price change per product and month
 * @param priceChangeSize median size of such a change as a share of the price, 0 to 0.2; 0 = to any retail price within a fifth of the
 *     base price
 * @param newProductRampDays days until a launched product sells in full; 0 = at once
 * @param declineDays days over which a discontinued product runs down to its last day
 * @param newProductShare share of products launched inside the planning block
 * @param discontinuedShare share of products run down inside a planning block
 * @param weekendSpike extra multiplier (0 to 20) on Saturday and Sunday
 */
public record RetailConfig(
        double promotionProbability,
        double promotionLift,
        SortedMap<Double, Double> liftByDepth,
        double liftFromSiblings,
        double liftFromOtherWeeks,
        double stockoutProbability,
        StockoutBehavior stockoutBehavior,
        double priceElasticity,
        double elasticitySpread,
        double priceChangeProbability,
        double priceChangeSize,
        int newProductRampDays,
        int declineDays,
        double newProductShare,
        double discontinuedShare,
        double weekendSpike) {

    /** What becomes of demand that finds no stock. */
    public enum StockoutBehavior {
        /** It is lost. */
        ZERO,
        /** It is sold when stock is back. */
        BACKLOG
    }
}
