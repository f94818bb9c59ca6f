package io.theforge.series;

import io.theforge.config.model.SparsityConfig.AppliesTo;
import io.theforge.demand.ExpectedDemand;
import io.theforge.demand.LatentDemand;
import io.theforge.inventory.Stock;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of one pair at a time: what is expected, what is asked for, what the shelf allows, and what is recorded.
 * A pair is a pure function of the plan, so pairs can be made in any order. One instance per thread.
 */
public final class SeriesGenerator {
    /** The dataset as of one of its segments: a shop that orders looks ahead, and sees the draws of its own segment. */
    private record View(
            Plan plan,
            ExpectedDemand expected,
            LatentDemand latent,
            @Nullable Truth truth) {}

    private final Plan plan;
    private final @Nullable StockStates states;
    private final List<View> views = new ArrayList<>();
    private final ExpectedDemand expected;
    private final Stock stock;
    private final RecordGaps gaps;
    private final boolean inventoryHasGaps;

    public SeriesGenerator(Plan plan) {
        this(plan, null);
    }

    /**
     * Makes only the days from the first on whose rows are wanted.
     *
     * @param states where each pair stood when that day began; null to find that out, day by day
     */
    public SeriesGenerator(Plan plan, @Nullable StockStates states) {
        this(plan, states, false);
    }

    /** Returns a generator that also records the truth behind the rows, in blocks that take it. */
    public static SeriesGenerator withTruth(Plan plan, @Nullable StockStates states) {
        return new SeriesGenerator(plan, states, true);
    }

    private SeriesGenerator(Plan plan, @Nullable StockStates states, boolean truthful) {
        this.plan = plan;
        this.states = states;
        int firstDay = states == null ? 0 : plan.firstNewDay();
        for (int segment = 0; segment < plan.segments(); segment++) {
            Plan view = plan.asOfSegment(segment);
            if (view.days() > firstDay) {
                ExpectedDemand viewed = new ExpectedDemand(view, firstDay);
                Truth truth = truthful ? new Truth(view, viewed) : null;
                views.add(new View(view, viewed, new LatentDemand(view, firstDay), truth));
            }
        }
        expected = views.get(views.size() - 1).expected;
        stock = new Stock(plan, firstDay);
        gaps = new RecordGaps(plan);
        inventoryHasGaps = plan.config().sparsity().appliesTo() == AppliesTo.ALL;
    }

    /** Fills the block with the rows of this pair. */
    public void generate(int storeIndex, int productIndex, SeriesBlock out) {
        Store store = plan.stores().get(storeIndex);
        Product product = plan.products().get(productIndex);
        if (states == null) {
            stock.begin();
        } else {
            stock.resume(states, plan.pair(storeIndex, productIndex));
        }
        for (View view : views) {
            view.expected.fill(store, product);
            view.latent.draw(store, product, view.expected.means);
            stock.simulate(view.plan, store, product, view.latent.units, view.expected);
            if (view.truth != null && out.truth != null) {
                view.truth.recordDemand(store, product, view.latent, out.truth);
            }
        }
        gaps.fill(store, product);
        out.storeIndex = storeIndex;
        out.productIndex = productIndex;
        int sales = 0;
        int inventory = 0;
        Arrays.fill(out.gapDays, 0);
        int start = Math.max(plan.firstNewDay(), expected.firstDayOnSale);
        int end = (int) Math.min(plan.days(), product.lastDay() + 1L);
        for (int d = start; d < end; d++) {
            int gap = gaps.missing[d];
            if (gap == 0) {
                out.salesDay[sales] = d;
                out.quantity[sales] = stock.sold[d];
                out.unitPriceCents[sales++] = expected.unitPriceCents[d];
            } else {
                out.gapDays[gap - 1]++;
            }
            if (gap == 0 || !inventoryHasGaps) {
                out.inventoryDay[inventory] = d;
                out.onHand[inventory] = stock.onHand[d];
                out.onOrder[inventory++] = stock.onOrder[d];
            }
        }
        out.daysOnSale = Math.max(0, end - start);
        out.salesCount = sales;
        out.inventoryCount = inventory;
        if (out.truth != null) {
            Truth.recordSales(product, start, end, stock, gaps, out.truth);
        }
    }

    /** Where the pair that was generated last stands after the plan's last day. @param into takes it, at the pair's place */
    public void saveState(StockStates into, int pair) {
        stock.save(into, pair);
    }
}
