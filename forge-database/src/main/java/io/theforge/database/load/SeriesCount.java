package io.theforge.database.load;

import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many rows the series of a plan have: found by making them, on all processors, and keeping none.
 *
 * @param sales rows of {@code sales_daily}
 * @param inventory rows of {@code inventory_snapshot_daily}
 */
public record SeriesCount(long sales, long inventory) {

    /** @param states where each pair stood when the first day began whose rows are made; null to find that out */
    public static SeriesCount of(Plan plan, @Nullable StockStates states) {
        int parts = Runtime.getRuntime().availableProcessors();
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> ofPart(new SeriesGenerator(plan, states), plan, part, parts))
                .reduce(new SeriesCount(0, 0), (a, b) -> new SeriesCount(a.sales + b.sales, a.inventory + b.inventory));
    }

    private static SeriesCount ofPart(SeriesGenerator generator, Plan plan, int part, int parts) {
        SeriesBlock block = new SeriesBlock(plan.days());
        long sales = 0;
        long inventory = 0;
        for (int pair = part; pair < plan.pairs(); pair += parts) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            sales += block.salesCount;
            inventory += block.inventoryCount;
        }
        return new SeriesCount(sales, inventory);
    }
}
