package io.theforge.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.model.SparsityConfig.AppliesTo;
import io.theforge.plan.Product;
import io.theforge.pricing.PriceWindow;
import io.theforge.pricing.Promotion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for every row of any dataset. */
class DatasetLawsTest {

    @Provide
    Arbitrary<Configurations> configurations() {
        return Configurations.all();
    }

    @Property(tries = 60)
    void unitsAreNeitherMadeNorLost(@ForAll("configurations") Configurations configuration) {
        Dataset dataset = Dataset.of(withoutMissingRecords(configuration));
        for (SeriesBlock series : dataset.allSeries()) {
            assertThat(series.salesCount).isEqualTo(series.inventoryCount);
            for (int i = 0; i < series.salesCount; i++) {
                int day = series.salesDay[i];
                assertThat(series.inventoryDay[i]).isEqualTo(day);
                assertThat(series.quantity[i]).as("sold on day %d", day).isNotNegative();
                assertThat(series.onHand[i]).as("on hand on day %d", day).isNotNegative();
                assertThat(series.onOrder[i]).as("on order on day %d", day).isNotNegative();
                if (i > 0) {
                    assertThat(day).isEqualTo(series.salesDay[i - 1] + 1);
                    int received = series.onHand[i] - series.onHand[i - 1] + series.quantity[i];
                    assertThat(received).as("received on day %d", day).isBetween(0, series.onOrder[i - 1]);
                }
            }
        }
    }

    /** What is on order is, too: so orders were. */
    @Property(tries = 60)
    void deliveriesAreWholeCases(@ForAll("configurations") Configurations configuration) {
        Dataset dataset = Dataset.of(withoutMissingRecords(configuration));
        for (SeriesBlock series : dataset.allSeries()) {
            int units = dataset.plan.products().get(series.productIndex).casePackUnits();
            for (int i = 0; i < series.salesCount; i++) {
                int before = i == 0 ? 0 : series.onHand[i - 1];
                assertThat((series.onHand[i] - before + series.quantity[i]) % units)
                        .as("received on day %d beyond cases of %d", series.inventoryDay[i], units)
                        .isZero();
                assertThat(series.onOrder[i] % units).isZero();
            }
        }
    }

    @Property(tries = 60)
    void withoutStockoutsTheShelfIsNeverEmpty(@ForAll("configurations") Configurations configuration) {
        // What leaves the shelf may be sold off before
        Dataset dataset = Dataset.of(configuration
                .toString()
                .replaceFirst("stockout_probability: .*", "stockout_probability: 0")
                .replaceFirst("cleared_share: [^}]*", "cleared_share: 0"));
        for (SeriesBlock series : dataset.allSeries()) {
            for (int i = 0; i < series.inventoryCount; i++) {
                assertThat(series.onHand[i])
                        .as("on hand on day %d", series.inventoryDay[i])
                        .isPositive();
            }
        }
    }

    @Property(tries = 60)
    void everyPriceIsThatOfTheJoin(@ForAll("configurations") Configurations configuration) {
        Dataset dataset = Dataset.of(configuration.toString());
        for (SeriesBlock series : dataset.allSeries()) {
            for (int i = 0; i < series.salesCount; i++) {
                int day = series.salesDay[i];
                BigDecimal price = BigDecimal.valueOf(regularCents(dataset, series, day), 2);
                List<Promotion> running = dataset.promotions.stream()
                        .filter(p -> p.productIndex() == series.productIndex)
                        .filter(p -> p.storeIndex() == PriceWindow.CHAIN || p.storeIndex() == series.storeIndex)
                        .filter(p -> p.startDay() <= day && day <= p.endDay())
                        .toList();
                assertThat(running).hasSizeLessThanOrEqualTo(1);
                for (Promotion promotion : running) {
                    BigDecimal share = BigDecimal.ONE.subtract(BigDecimal.valueOf(promotion.discountBasisPoints(), 4));
                    price = promotion.discountCents() > 0
                            ? price.subtract(BigDecimal.valueOf(promotion.discountCents(), 2))
                            : price.multiply(share).setScale(2, RoundingMode.HALF_UP);
                }
                assertThat(BigDecimal.valueOf(series.unitPriceCents[i], 2))
                        .isEqualTo(price)
                        .isPositive();
                assertThat(BigDecimal.valueOf(series.totalCents(i), 2))
                        .isEqualTo(price.multiply(BigDecimal.valueOf(series.quantity[i])))
                        .isLessThan(new BigDecimal("10000000000"));
            }
        }
    }

    /** As a query finds it: the store's own price where there is one, else that of the chain. */
    private static int regularCents(Dataset dataset, SeriesBlock series, int day) {
        List<PriceWindow> inForce = dataset.prices.stream()
                .filter(w -> w.productIndex() == series.productIndex && w.validFrom() <= day && day <= w.validTo())
                .toList();
        List<PriceWindow> own = inForce.stream()
                .filter(w -> w.storeIndex() == series.storeIndex)
                .toList();
        List<PriceWindow> chain = inForce.stream()
                .filter(w -> w.storeIndex() == PriceWindow.CHAIN)
                .toList();
        assertThat(own).hasSizeLessThanOrEqualTo(1);
        assertThat(chain).hasSize(1);
        return (own.isEmpty() ? chain : own).get(0).priceCents();
    }

    @Property(tries = 60)
    void rowsAreThereFromLaunchToLastDayButForGaps(@ForAll("configurations") Configurations configuration) {
        Dataset dataset = Dataset.of(configuration.toString());
        boolean gapsInInventory = dataset.plan.config().sparsity().appliesTo() == AppliesTo.ALL;
        for (SeriesBlock series : dataset.allSeries()) {
            Product product = dataset.plan.products().get(series.productIndex);
            int first = product.launchDay();
            int last = Math.min(dataset.plan.days() - 1, product.lastDay());
            int daysOnSale = Math.max(0, last - first + 1);
            assertThat(series.inventoryCount).isEqualTo(gapsInInventory ? series.salesCount : daysOnSale);
            assertThat(series.salesCount).isLessThanOrEqualTo(daysOnSale);
            for (int i = 0; i < series.salesCount; i++) {
                assertThat(series.salesDay[i]).isBetween(first, last);
                assertThat(i == 0 || series.salesDay[i] > series.salesDay[i - 1])
                        .isTrue();
                assertThat(series.salesDay[i]).as("in the data gap").isNotIn(5, 6, 7);
            }
        }
    }

    @Property(tries = 60)
    void exactlyTheConfiguredShareOfPairsIsSparse(@ForAll("configurations") Configurations configuration) {
        String yaml = withoutMissingRecords(configuration)
                .replaceFirst("(new_product_share|discontinued_share): .*", "$1: 0")
                .replaceFirst("(new_product_share|discontinued_share): [^0].*", "$1: 0");
        for (String share : new String[] {"0", "0.07", "0.29", "0.5", "0.999", "1"}) {
            Dataset dataset =
                    Dataset.of(yaml.replaceFirst("missing_combinations_pct: .*", "missing_combinations_pct: " + share));
            long without = dataset.allSeries().stream()
                    .filter(series -> series.salesCount == 0)
                    .count();
            assertThat(without)
                    .isEqualTo(new BigDecimal(share)
                            .multiply(BigDecimal.valueOf(dataset.plan.pairs()))
                            .longValue());
        }
    }

    private static String withoutMissingRecords(Configurations configuration) {
        return configuration
                .toString()
                .replaceFirst("missing_combinations_pct: .*", "missing_combinations_pct: 0")
                .replaceFirst("random_gaps_per_series: .*", "random_gaps_per_series: 0")
                .replaceFirst("missing_days_pct: .*", "missing_days_pct: 0")
                .replaceFirst("data_gaps:\n.*\n", "");
    }
}
