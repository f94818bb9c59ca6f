package io.theforge.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.RetailEnding;
import io.theforge.series.Dataset;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceAndPromotionPlanTest {
    private static final String BUSY = "dimensions: {stores: {count: 12}, products: {count: 60}}\n"
            + "date_range: {start: 2023-02-10, end: 2024-12-31}\n"
            + "retail: {price_change_probability: 0.5, promotion_probability: 0.5, new_product_share: 0.3,"
            + " discontinued_share: 0.3}\n";

    @Test
    void windowsOfAScopeFollowEachOtherWithoutOverlapOrHole() {
        Dataset dataset = Dataset.of(BUSY);
        PriceWindow before = null;
        for (PriceWindow window : dataset.prices) {
            boolean sameScope = before != null
                    && before.productIndex() == window.productIndex()
                    && before.storeIndex() == window.storeIndex();
            if (sameScope) {
                assertThat(window.validFrom()).isEqualTo(before.validTo() + 1);
                assertThat(window.priceCents()).isNotEqualTo(before.priceCents());
            } else {
                assertThat(before == null || before.validTo() == PriceWindow.OPEN)
                        .isTrue();
                assertThat(window.storeIndex() != PriceWindow.CHAIN || window.validFrom() == 0)
                        .isTrue();
            }
            assertThat(window.validTo()).isGreaterThanOrEqualTo(window.validFrom());
            before = window;
        }
        assertThat(before).isNotNull();
        assertThat(before.validTo()).isEqualTo(PriceWindow.OPEN);
    }

    @Test
    void pricesKeepRetailEndingsWithinAFifthOfTheBasePrice() {
        Dataset dataset = Dataset.of(BUSY);
        assertThat(dataset.prices).allSatisfy(window -> {
            int base = dataset.plan.products().get(window.productIndex()).basePriceCents();
            assertThat(RetailEnding.isRetail(window.priceCents())).isTrue();
            assertThat(window.priceCents() * 5L).isBetween(base * 4L, base * 6L);
        });
    }

    @Test
    void promotionsKeepToTheirMonthAndNeverOverlapForAPair() {
        Dataset dataset = Dataset.of(BUSY);
        Plan plan = dataset.plan;
        Set<List<Object>> chainMonths = new HashSet<>();
        Set<List<Object>> scopeMonths = new HashSet<>();
        for (Promotion promotion : dataset.promotions) {
            LocalDate start = LocalDate.ofEpochDay(plan.epochDay(promotion.startDay()));
            LocalDate end = LocalDate.ofEpochDay(plan.epochDay(promotion.endDay()));
            YearMonth month = YearMonth.from(start);
            assertThat(start.getDayOfMonth()).isBetween(1, 14);
            assertThat(YearMonth.from(end)).isEqualTo(month);
            assertThat(promotion.endDay() - promotion.startDay() + 1).isBetween(3, 14);
            assertThat(scopeMonths.add(List.of(promotion.productIndex(), promotion.storeIndex(), month)))
                    .isTrue();
            if (promotion.storeIndex() == PriceWindow.CHAIN) {
                chainMonths.add(List.of(promotion.productIndex(), month));
            }
            Product product = plan.products().get(promotion.productIndex());
            assertThat(promotion.startDay()).isBetween(Math.max(0, product.launchDay()), plan.days() - 1);
            assertThat(promotion.startDay()).isLessThanOrEqualTo(product.lastDay());
        }
        assertThat(dataset.promotions)
                .filteredOn(promotion -> promotion.storeIndex() != PriceWindow.CHAIN)
                .isNotEmpty()
                .allSatisfy(promotion -> assertThat(chainMonths)
                        .doesNotContain(List.of(
                                promotion.productIndex(),
                                YearMonth.from(LocalDate.ofEpochDay(plan.epochDay(promotion.startDay()))))));
    }

    @Test
    void aDiscountIsAShareOrAnAmountOfAtMostHalfTheLowestPrice() {
        Dataset dataset = Dataset.of(BUSY);
        PricePlan prices = new PricePlan(dataset.plan);
        assertThat(dataset.promotions).allSatisfy(promotion -> {
            assertThat(promotion.discountBasisPoints() > 0).isNotEqualTo(promotion.discountCents() > 0);
            assertThat(promotion.discountBasisPoints()).isLessThanOrEqualTo(5_000);
            Product product = dataset.plan.products().get(promotion.productIndex());
            List<PriceWindow> windows = new ArrayList<>(prices.chainWindows(product));
            dataset.plan.stores().forEach(store -> windows.addAll(prices.storeWindows(product, store.index())));
            int lowest =
                    windows.stream().mapToInt(PriceWindow::priceCents).min().orElseThrow();
            assertThat(promotion.discountCents() * 2).isLessThanOrEqualTo(lowest);
        });
    }

    @Test
    void halfACentIsRoundedUp() {
        Promotion promotion = new Promotion(0, PriceWindow.CHAIN, 500, 0, 0, 2);
        assertThat(promotion.apply(199)).isEqualTo(189);
        assertThat(promotion.apply(10)).isEqualTo(10);
        assertThat(promotion.apply(90)).isEqualTo(86);
        assertThat(new Promotion(0, PriceWindow.CHAIN, 0, 30, 0, 2).apply(199)).isEqualTo(169);
    }

    /** 2,000 changes or more: the median has a standard error of 3 per cent of itself, and prices have steps of 4 or 6 cents. */
    @ParameterizedTest
    @ValueSource(doubles = {0.058, 0.15})
    void changesOfAConfiguredSizeAreHalfOfThemSmallerAndKeepToPricesInNineOrFive(double size) {
        Dataset dataset = Dataset.of("dimensions: {stores: {count: 1}, products: {count: 300}}\n"
                + "date_range: {start: 2022-01-01, end: 2024-12-31}\n"
                + "retail: {price_change_probability: 0.3, price_change_size: " + size + "}\n");
        List<Double> sizes = new ArrayList<>();
        int ups = 0;
        for (int i = 1; i < dataset.prices.size(); i++) {
            PriceWindow before = dataset.prices.get(i - 1);
            PriceWindow after = dataset.prices.get(i);
            int base = dataset.plan.products().get(after.productIndex()).basePriceCents();
            assertThat(after.priceCents() * 5L).isBetween(base * 4L, base * 6L);
            assertThat(after.priceCents() % 10).isIn(5, 9);
            if (before.productIndex() == after.productIndex() && after.validFrom() > 0 && base >= 300) {
                sizes.add(Math.abs((double) after.priceCents() / before.priceCents() - 1));
                ups += after.priceCents() > before.priceCents() ? 1 : 0;
            }
        }
        sizes.sort(null);
        assertThat(sizes).hasSizeGreaterThan(1000);
        assertThat(sizes.get(sizes.size() / 2)).isCloseTo(size, withinPercentage(15));
        assertThat((double) ups / sizes.size()).isCloseTo(0.5, within(0.06));
    }

    @Test
    void whatIsSwitchedOffLeavesNoRow() {
        Dataset dataset = Dataset.of("retail: {price_change_probability: 0, promotion_probability: 0}");
        assertThat(dataset.promotions).isEmpty();
        assertThat(dataset.prices).hasSize(50).allSatisfy(window -> {
            assertThat(window.storeIndex()).isEqualTo(PriceWindow.CHAIN);
            assertThat(window.validFrom()).isZero();
            assertThat(window.validTo()).isEqualTo(PriceWindow.OPEN);
            assertThat(window.priceCents())
                    .isEqualTo(
                            dataset.plan.products().get(window.productIndex()).basePriceCents());
        });
    }

    /**
     * 60 products in 24 months: 1,440 draws each, so a share of 0.1 has a standard error of 0.008 and one of 0.5 of 0.013;
     * four of them fail by chance once in 16,000.
     */
    @Test
    void productsChangePricesAndStartPromotionsAsOftenAsConfigured() {
        String shop = "dimensions: {stores: {count: 3}, products: {count: 60}}\n"
                + "date_range: {start: 2023-01-01, end: 2024-12-31}\n";
        for (double probability : new double[] {0.1, 0.5}) {
            Dataset dataset = Dataset.of(shop + "retail: {price_change_probability: " + probability
                    + ", promotion_probability: " + probability + "}\n");
            double tolerance = 4 * Math.sqrt(probability * (1 - probability) / 1_440);
            long changes = dataset.prices.stream()
                    .filter(window -> window.storeIndex() == PriceWindow.CHAIN && window.validFrom() > 0)
                    .count();
            long months = dataset.promotions.stream()
                    .map(promotion -> List.of(
                            promotion.productIndex(),
                            YearMonth.from(LocalDate.ofEpochDay(dataset.plan.epochDay(promotion.startDay())))))
                    .distinct()
                    .count();
            assertThat(changes / 1_440.0).isCloseTo(probability, within(tolerance));
            assertThat(months / 1_440.0).isCloseTo(probability, within(tolerance));
        }
    }
}
