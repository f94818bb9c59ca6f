package io.theforge.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.theforge.plan.Product;
import io.theforge.series.Dataset;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignsTest {
    private static final String SHOP = "dimensions: {stores: {count: 6}, products: {count: 300}}\n"
            + "date_range: {start: 2022-01-01, end: 2024-12-31}\n"
            + "retail: {promotion_probability: 0.3}\n";
    private static final Dataset DATASET = Dataset.of(
            SHOP
                    + "promotions: {campaigns_per_month: 8, advertised_share: 0.3, depth_mean: 0.3,\n"
                    + "  by_category: [{category: Dairy, probability: 0.1, depth_mean: 0.1}, {category: Snack, probability: 0.6}]}\n");

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(DATASET.plan.epochDay(day));
    }

    private static Product product(Promotion promotion) {
        return DATASET.plan.products().get(promotion.productIndex());
    }

    @Test
    void aCampaignHasOneThemeTheSameDaysAndTheSameStoresForAllItsProducts() {
        Map<List<Object>, Set<Integer>> products = new HashMap<>();
        for (Promotion promotion : DATASET.promotions) {
            assertThat(promotion.theme())
                    .isIn(product(promotion).category(), product(promotion).brand());
            products.computeIfAbsent(
                            List.of(promotion.theme(), promotion.startDay(), promotion.endDay()),
                            unused -> new HashSet<>())
                    .add(promotion.productIndex());
        }
        // 8 in each of 36 months, but for those of whose theme nothing took part
        assertThat(products.size()).isBetween(250, 8 * 36);
        assertThat(products.values().stream().mapToInt(Set::size).average().orElseThrow())
                .isGreaterThan(5);
    }

    @Test
    void promotionsKeepToTheirMonthAndAPairHasOneInItAtMost() {
        Set<List<Object>> months = new HashSet<>();
        Set<Integer> startDays = new HashSet<>();
        for (int store = 0; store < 6; store++) {
            for (Product product : DATASET.plan.products()) {
                int ofStore = store;
                new PromotionPlan(DATASET.plan).forEachOfPair(product, store, promotion -> {
                    LocalDate start = date(promotion.startDay());
                    assertThat(YearMonth.from(date(promotion.endDay()))).isEqualTo(YearMonth.from(start));
                    assertThat(promotion.endDay() - promotion.startDay() + 1).isBetween(3, 14);
                    assertThat(months.add(List.of(ofStore, product.index(), YearMonth.from(start))))
                            .isTrue();
                    startDays.add(start.getDayOfMonth());
                });
            }
        }
        assertThat(startDays).contains(1, 10, 20, 28);
    }

    /** A product takes part in 0.3 of a theme's campaigns, of 0.1 in Dairy: over 36 months few campaigns decide, and a fifth is wide. */
    @ParameterizedTest
    @CsvSource({"Dairy, 0.1, 0.1", "Snack, 0.6, 0.3", "Bakery, 0.3, 0.3"})
    void eachCategoryIsPromotedAsOftenAndAsDeepAsConfigured(String category, double probability, double depth) {
        Set<List<Object>> months = new HashSet<>();
        double[] depths = DATASET.promotions.stream()
                .filter(promotion -> product(promotion).category().equals(category))
                .peek(promotion ->
                        months.add(List.of(promotion.productIndex(), YearMonth.from(date(promotion.startDay())))))
                .mapToDouble(promotion -> promotion.depth(product(promotion).basePriceCents()))
                .toArray();
        assertThat(months.size() / (50.0 * 36)).isCloseTo(probability, withinPercentage(20));
        assertThat(Arrays.stream(depths).average().orElseThrow()).isCloseTo(depth, within(0.015));
    }

    @Test
    void advertisedCampaignsSaySoInTheirNames() {
        PromotionPlan plan = new PromotionPlan(DATASET.plan);
        long advertised = 0;
        for (Promotion promotion : DATASET.promotions) {
            String month =
                    plan.name(promotion).substring(0, plan.name(promotion).indexOf(' '));
            assertThat(plan.name(promotion))
                    .matches(month + " 202[234] " + promotion.theme() + (promotion.isAdvertised() ? ", advertised" : "")
                            + ": ([0-9]+% off|[0-9]+\\.[0-9]{2} off)");
            advertised += promotion.isAdvertised() ? 1 : 0;
        }
        assertThat((double) advertised / DATASET.promotions.size()).isCloseTo(0.3, within(0.1));
    }

    @Test
    void depthsAreQuantilesOfTheBetaLaw() {
        int[] quantiles = Depths.quantiles(0.3, 50);
        assertThat(quantiles).hasSize(20).isSorted();
        assertThat(Arrays.stream(quantiles).average().orElseThrow()).isCloseTo(3000, within(30.0));
        // Of Beta(15, 35): the quantiles at 0.025, 0.475, 0.525 and 0.975 (scipy.stats.beta.ppf)
        assertThat(List.of(quantiles[0], quantiles[9], quantiles[10], quantiles[19]))
                .isEqualTo(List.of(1800, 2900, 3000, 4300));
        assertThat(Depths.quantiles(0.5, 2)).endsWith(4700, 5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000);
    }

    @Test
    void otherProductsAndStoresChangeNoPromotion() {
        Dataset fewer = Dataset.of(
                SHOP.replace("count: 6", "count: 3").replace("300", "100")
                        + "promotions: {campaigns_per_month: 8, advertised_share: 0.3, depth_mean: 0.3,\n"
                        + "  by_category: [{category: Dairy, probability: 0.1, depth_mean: 0.1}, {category: Snack, probability: 0.6}]}\n");
        assertThat(fewer.promotions)
                .isEqualTo(DATASET.promotions.stream()
                        .filter(promotion -> promotion.productIndex() < 100 && promotion.storeIndex() < 3)
                        .toList());
    }
}
