package io.theforge.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.series.Dataset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionOddsTest {
    /** 3,000 products x 12 months draw 36,000 months for each store. */
    private static final String SHOP = "dimensions: {stores: {count: 2}, products: {count: 3000}}\n"
            + "date_range: {start: 2023-01-01, end: 2023-12-31}\n"
            + "retail: {promotion_probability: 0.4}\n";

    private static final Plan ALONE = Dataset.plan(SHOP);
    private static final Plan TOGETHER =
            Dataset.plan(SHOP + "promotions: {campaigns_per_month: 8, advertised_share: 0.4, depth_mean: 0.3,"
                    + " by_category: [{category: Snack, probability: 0.2, depth_mean: 0.1}]}\n");

    private static final List<Plan> MANY = IntStream.rangeClosed(1, 200)
            .mapToObj(seed -> Dataset.plan("seed: " + seed + "\n" + SHOP.replace("3000", "12")
                    + "promotions: {campaigns_per_month: 6, by_category: [{category: Snack, probability: 0.1}]}\n"))
            .toList();

    /**
     * On a day of each month, among the months in which nothing has started before the cutoff. With 20,000 months or more the standard error
     * is below 0.0035, and 0.015 is exceeded by chance less than once in 50,000.
     */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0, 7, 1", "0, 14, 8", "0, 20, 14", "0, 27, 15", "0, 14, 14", "1, 10, 1", "1, 10, 6"})
    void theChanceIsTheShareOfMonthsInWhichOneRuns(int store, int dayOfMonth, int cutoffOfMonth) {
        PromotionOdds odds = new PromotionOdds(ALONE);
        PromotionPlan promotions = new PromotionPlan(ALONE);
        int months = 0;
        int running = 0;
        double expected = 0;
        for (Product product : ALONE.products()) {
            List<Promotion> ofPair = new ArrayList<>();
            promotions.forEachOfPair(product, store, ofPair::add);
            for (int month = 1; month <= 12; month++) {
                int first = ALONE.config().dateRange().start().withMonth(month).getDayOfYear() - 1;
                int day = first + dayOfMonth - 1;
                int cutoff = first + cutoffOfMonth - 1;
                if (ofPair.stream().anyMatch(p -> p.startDay() >= first && p.startDay() < cutoff)) {
                    continue;
                }
                months++;
                expected = odds.running(product, store, day, cutoff);
                running += ofPair.stream()
                                .anyMatch(p -> p.startDay() >= cutoff && p.startDay() <= day && p.endDay() >= day)
                        ? 1
                        : 0;
            }
        }
        assertThat(months).isGreaterThan(20_000);
        assertThat(expected).isCloseTo((double) running / months, within(0.015));
    }

    /**
     * Of campaigns the share is that of many shops, since a few campaigns decide for all products of one. Of 200 shops x 12 months x 12 products, each
     * campaign has 0.3 of a theme's, so that a share has a standard error of 0.008 at most.
     */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0, 7, 1", "0, 16, 8", "1, 25, 14", "0, 30, 15", "0, 14, 14", "1, 28, 27"})
    void ofCampaignsTheChanceIsTheShareOfMonthsInWhichOneRuns(int store, int dayOfMonth, int cutoffOfMonth) {
        int months = 0;
        int running = 0;
        double expected = 0;
        for (Plan plan : MANY) {
            PromotionOdds odds = new PromotionOdds(plan);
            PromotionPlan promotions = new PromotionPlan(plan);
            for (Product product : plan.products()) {
                List<Promotion> ofPair = new ArrayList<>();
                promotions.forEachOfPair(product, store, ofPair::add);
                for (int month = 1; month <= 12; month++) {
                    LocalDate start = LocalDate.of(2023, month, 1);
                    if (start.lengthOfMonth() < dayOfMonth) {
                        continue;
                    }
                    int first = start.getDayOfYear() - 1;
                    int day = first + dayOfMonth - 1;
                    int cutoff = first + cutoffOfMonth - 1;
                    if (ofPair.stream().anyMatch(p -> p.startDay() >= first && p.startDay() < cutoff)) {
                        continue;
                    }
                    months++;
                    expected += odds.running(product, store, day, cutoff);
                    running += ofPair.stream()
                                    .anyMatch(p -> p.startDay() >= cutoff && p.startDay() <= day && p.endDay() >= day)
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(running).isPositive();
        assertThat(expected / months).isCloseTo((double) running / months, within(0.015));
    }

    @Test
    void whoSeesAllCampaignsOfAMonthBeginExpectsNoOtherOne() {
        PromotionOdds odds = new PromotionOdds(TOGETHER);
        PromotionPlan promotions = new PromotionPlan(TOGETHER);
        int last = TOGETHER.products().stream()
                .mapToInt(product -> {
                    int[] start = {0};
                    promotions.forEachOfPair(
                            product,
                            0,
                            promotion -> start[0] =
                                    promotion.startDay() < 31 ? Math.max(start[0], promotion.startDay()) : start[0]);
                    return start[0];
                })
                .max()
                .orElseThrow();
        assertThat(odds.running(TOGETHER.products().get(0), 0, 30, last)).isPositive();
        assertThat(odds.running(TOGETHER.products().get(0), 0, 30, Math.min(30, last + 1)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "0, true", "1, true"})
    void theKindsOfDiscountAddUpAndTakeOffWhatPromotionsTakeOff(int store, boolean together) {
        Plan plan = together ? TOGETHER : ALONE;
        PromotionOdds odds = new PromotionOdds(plan);
        PromotionPlan promotions = new PromotionPlan(plan);
        double drawn = 0;
        double expected = 0;
        for (Product product : plan.products()) {
            List<Promotion> ofPair = new ArrayList<>();
            promotions.forEachOfPair(product, store, ofPair::add);
            double mean = 0;
            double weights = 0;
            for (int i = 0; i < odds.kinds(product); i++) {
                weights += odds.weight(i, product);
                mean += odds.weight(i, product) * odds.depth(i, product, product.basePriceCents());
            }
            assertThat(weights).isCloseTo(1, within(1e-12));
            drawn += ofPair.stream()
                    .mapToDouble(p -> p.depth(product.basePriceCents()))
                    .sum();
            expected += ofPair.size() * mean;
        }
        // More than 10,000 discounts with a standard deviation of 0.1: a standard error of 0.01 of their mean
        assertThat(expected).isCloseTo(drawn, withinPercentage(3));
    }

    @Test
    void advertisedKindsAreAsLikelyAsAdvertisedCampaigns() {
        PromotionOdds odds = new PromotionOdds(TOGETHER);
        Product product = TOGETHER.products().get(0);
        double advertised = 0;
        for (int i = 0; i < odds.kinds(product); i++) {
            advertised += odds.advertising(i, product) == 1.9 ? odds.weight(i, product) : 0;
        }
        assertThat(advertised).isCloseTo(0.4, within(1e-12));
        assertThat(new PromotionOdds(ALONE).advertising(3, product)).isEqualTo(1);
    }
}
