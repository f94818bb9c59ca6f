package io.theforge.series;

import io.theforge.plan.Plan;

/** Makes the rows of one pair at a time; one instance per thread. TEMPORARY body. */
public final class SeriesGenerator {
    private final Plan plan;

    public SeriesGenerator(Plan plan) {
        this.plan = plan;
    }

    /** Fills the block with the rows of this pair. */
    public void generate(int storeIndex, int productIndex, SeriesBlock out) {
        out.storeIndex = storeIndex;
        out.productIndex = productIndex;
        out.salesCount = plan.days();
        out.inventoryCount = plan.days();
        int price = plan.products().get(productIndex).basePriceCents();
        for (int d = 0; d < plan.days(); d++) {
            out.salesDay[d] = d;
            out.inventoryDay[d] = d;
            out.quantity[d] = 80 + (d * 7 + storeIndex * 3 + productIndex) % 50;
            out.unitPriceCents[d] = price;
            out.onHand[d] = 100 + d % 7;
            out.onOrder[d] = 500;
        }
    }
}
