package io.theforge.export.layout;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.pricing.PricePlan;
import io.theforge.pricing.PromotionPlan;

/** Prices and promotions as they are planned, also for the days ahead. */
final class PlanPrices extends PairPrices {
    private final Plan plan;
    private final PricePlan prices;
    private final PromotionPlan promotions;

    PlanPrices(Plan plan) {
        super(plan.days() + Shop.DAYS_AHEAD);
        this.plan = plan;
        prices = new PricePlan(plan);
        promotions = new PromotionPlan(plan);
    }

    @Override
    protected void fill(int storeIndex, int productIndex) {
        Product product = plan.products().get(productIndex);
        begin();
        prices.chainWindows(product).forEach(this::price);
        prices.storeWindows(product, storeIndex).forEach(this::price);
        promotions.forEachOfPair(product, storeIndex, this::promote);
    }
}
