package io.theforge.pricing;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import java.util.function.Consumer;

/** Regular prices. TEMPORARY body. */
public final class PricePlan {
    private final Plan plan;

    public PricePlan(Plan plan) {
        this.plan = plan;
    }

    /** Every row of {@code price_history}: windows that begin by the last day. */
    public void forEachStored(Consumer<PriceWindow> consumer) {
        for (Product p : plan.products()) {
            consumer.accept(new PriceWindow(p.index(), PriceWindow.CHAIN, p.basePriceCents(), 0, PriceWindow.OPEN));
        }
    }
}
