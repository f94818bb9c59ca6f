package io.theforge.export.layout;

import io.theforge.plan.CalendarDay;
import io.theforge.plan.Plan;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the layouts need to know of a shop beside its series. Days count from the first one.
 *
 * @param days up to the last one with sales
 * @param calendar those days and {@link #DAYS_AHEAD} more
 * @param knowsAhead whether prices and promotions of the days ahead are known
 * @param prices makes what a worker asks for the prices of a pair
 */
public record Shop(
        List<StoreFacts> stores,
        List<ProductFacts> products,
        int days,
        List<CalendarDay> calendar,
        boolean knowsAhead,
        Supplier<PairPrices> prices) {

    /** Days after the last one for which forecasts are wanted. */
    public static final int DAYS_AHEAD = 28;

    /** A store as forecasters know it. */
    public record StoreFacts(
            String code,
            @Nullable String region,
            @Nullable String city,
            @Nullable String type) {}

    /**
     * A product as forecasters know it.
     *
     * @param basePriceCents null where there is none
     * @param lastDay last day on sale; later than any other where that is not known
     */
    public record ProductFacts(
            String sku,
            @Nullable String category,
            @Nullable String brand,
            @Nullable Long basePriceCents,
            int lastDay) {

        /** Returns the same with a last day. */
        public ProductFacts endingOn(int day) {
            return new ProductFacts(sku, category, brand, basePriceCents, day);
        }
    }

    /** Returns the shop of a dataset. */
    public static Shop of(Plan plan) {
        return new Shop(
                plan.stores().stream()
                        .map(store -> new StoreFacts(store.code(), store.region(), store.city(), store.type()))
                        .toList(),
                plan.products().stream()
                        .map(product -> new ProductFacts(
                                product.sku(),
                                product.category(),
                                product.brand(),
                                (long) product.basePriceCents(),
                                product.lastDay()))
                        .toList(),
                plan.days(),
                plan.plannedCalendar().subList(0, plan.days() + DAYS_AHEAD),
                true,
                () -> new PlanPrices(plan));
    }

    int firstEpochDay() {
        return calendar.get(0).epochDay();
    }

    /** Returns the days ahead on which a product may still be sold: all of them, or none. */
    int daysAheadOf(ProductFacts product) {
        return knowsAhead && product.lastDay >= days ? DAYS_AHEAD : 0;
    }

    /** Returns the name of a pair as forecasters use it, "S00001/SKU-000001". */
    String uniqueId(int storeIndex, int productIndex) {
        return stores.get(storeIndex).code + "/" + products.get(productIndex).sku;
    }

    /** Returns 1 for each day that is a holiday, else 0. */
    int[] holidayFlags() {
        return calendar.stream().mapToInt(day -> day.isHoliday() ? 1 : 0).toArray();
    }
}
