package io.theforge.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.pricing.PriceWindow;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** More days, stores or products leave what was there as it was. */
class WhereGenerationStopsTest {

    @Provide
    Arbitrary<Configurations> configurations() {
        return Configurations.all();
    }

    @Property(tries = 40)
    void moreDaysLeaveTheDaysBeforeAsTheyWere(
            @ForAll("configurations") Configurations configuration,
            @ForAll @IntRange(min = 1, max = 200) int moreDays) {
        int days = configuration.days;
        Dataset few = Dataset.of(configuration.toString());
        Dataset many = Dataset.of(configuration.yaml(days + moreDays, configuration.stores, configuration.products));
        List<SeriesBlock> longer = many.allSeries();
        for (SeriesBlock series : few.allSeries()) {
            int pair = series.storeIndex * configuration.products + series.productIndex;
            assertThat(rows(longer.get(pair), days)).isEqualTo(rows(series, days));
        }
        assertThat(many.promotions.stream().filter(p -> p.startDay() < days).toList())
                .isEqualTo(few.promotions);
        assertThat(upTo(many.prices, days)).isEqualTo(few.prices);
    }

    @Property(tries = 40)
    void moreStoresAndProductsLeaveTheSeriesAsTheyWere(
            @ForAll("configurations") Configurations configuration,
            @ForAll @IntRange(max = 5) int moreStores,
            @ForAll @IntRange(max = 8) int moreProducts) {
        // Which pairs are sparse, and what siblings lose, is shared out among the products that there are
        boolean shared = configuration.sparse || configuration.siblings;
        int products = configuration.products + (shared ? 0 : moreProducts);
        int days = configuration.days;
        Dataset few = Dataset.of(configuration.toString());
        Dataset many = Dataset.of(configuration.yaml(days, configuration.stores + moreStores, products));
        for (SeriesBlock series : few.allSeries()) {
            assertThat(rows(many.series(series.storeIndex, series.productIndex), days))
                    .isEqualTo(rows(series, days));
        }
        assertThat(many.prices).containsAll(few.prices);
        assertThat(many.promotions).containsAll(few.promotions);
        assertThat(many.prices.stream().filter(p -> isIn(few, p.storeIndex(), p.productIndex())))
                .hasSameSizeAs(few.prices);
        assertThat(many.promotions.stream().filter(p -> isIn(few, p.storeIndex(), p.productIndex())))
                .hasSameSizeAs(few.promotions);
    }

    private static boolean isIn(Dataset dataset, int storeIndex, int productIndex) {
        return storeIndex < dataset.plan.stores().size()
                && productIndex < dataset.plan.products().size();
    }

    /** The price windows as they are known on the last of so many days. */
    private static List<PriceWindow> upTo(List<PriceWindow> windows, int days) {
        return windows.stream()
                .filter(w -> w.validFrom() < days)
                .map(w -> w.validTo() < days - 1
                        ? w
                        : new PriceWindow(
                                w.productIndex(), w.storeIndex(), w.priceCents(), w.validFrom(), PriceWindow.OPEN))
                .toList();
    }

    private static List<List<Integer>> rows(SeriesBlock series, int days) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int i = 0; i < series.salesCount && series.salesDay[i] < days; i++) {
            rows.add(List.of(series.salesDay[i], series.quantity[i], series.unitPriceCents[i]));
        }
        for (int i = 0; i < series.inventoryCount && series.inventoryDay[i] < days; i++) {
            rows.add(List.of(series.inventoryDay[i], series.onHand[i], series.onOrder[i]));
        }
        return rows;
    }
}
