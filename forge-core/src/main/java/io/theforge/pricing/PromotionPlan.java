package io.theforge.pricing;

import io.theforge.plan.Plan;
import java.util.function.Consumer;

/** Promotions. TEMPORARY body. */
public final class PromotionPlan {
    private final Plan plan;

    public PromotionPlan(Plan plan) {
        this.plan = plan;
    }

    /** Every row of {@code promotion}: those that start by the last day. */
    public void forEachStored(Consumer<Promotion> consumer) {
        if (plan.days() > 10) {
            consumer.accept(new Promotion(0, PriceWindow.CHAIN, "Promo", 1000, 0, plan.days() + 5, plan.days() + 9));
        }
    }
}
