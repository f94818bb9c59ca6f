package io.theforge.series;

import io.theforge.config.SparsityConfig.AppliesTo;
import io.theforge.demand.ExpectedDemand;
import io.theforge.demand.LatentDemand;
import io.theforge.inventory.Stock;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;

/**
 * Makes the rows of one pair at a time: what is expected, what is asked for, what the shelf allows, and what is recorded.
 * A pair is a pure function of the plan, so pairs can be made in any order. One instance per thread.
 */
public final class SeriesGenerator {
    private final Plan plan;
    private final ExpectedDemand expected;
    private final LatentDemand latent;
    private final Stock stock;
    private final RecordGaps gaps;
    private final boolean inventoryHasGaps;

    public SeriesGenerator(Plan plan) {
        this.plan = plan;
        expected = new ExpectedDemand(plan);
        latent = new LatentDemand(plan);
        stock = new Stock(plan);
        gaps = new RecordGaps(plan);
        inventoryHasGaps = plan.config().sparsity().appliesTo() == AppliesTo.ALL;
    }

    /** Fills the block with the rows of this pair. */
    public void generate(int storeIndex, int productIndex, SeriesBlock out) {
        Store store = plan.stores().get(storeIndex);
        Product product = plan.products().get(productIndex);
        expected.fill(store, product);
        latent.draw(store, product, expected.means);
        stock.keep(store, product, latent.units, expected.means);
        gaps.fill(store, product);
        out.storeIndex = storeIndex;
        out.productIndex = productIndex;
        int sales = 0;
        int inventory = 0;
        int end = (int) Math.min(plan.days(), product.lastDay() + 1L);
        for (int d = product.launchDay(); d < end; d++) {
            if (!gaps.missing[d]) {
                out.salesDay[sales] = d;
                out.quantity[sales] = stock.sold[d];
                out.unitPriceCents[sales++] = expected.unitPriceCents[d];
            }
            if (!gaps.missing[d] || !inventoryHasGaps) {
                out.inventoryDay[inventory] = d;
                out.onHand[inventory] = stock.onHand[d];
                out.onOrder[inventory++] = stock.onOrder[d];
            }
        }
        out.salesCount = sales;
        out.inventoryCount = inventory;
    }
}
