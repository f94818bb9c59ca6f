package io.theforge.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.series.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionOddsTest {
    /** 3,000 products x 12 months draw 36,000 months for each store. */
    private static final Plan PLAN = Dataset.plan("dimensions: {stores: {count: 2}, products: {count: 3000}}\n"
            + "date_range: {start: 2023-01-01, end: 2023-12-31}\n"
            + "retail: {promotion_probability: 0.4}\n");

    /**
     * On a day of each month, among the months in which nothing has started before the cutoff. With 20,000 months or more the standard error
     * is below 0.0035, and 0.015 is exceeded by chance less than once in 50,000.
     */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0, 7, 1", "0, 14, 8", "0, 20, 14", "0, 27, 15", "0, 14, 14", "1, 10, 1", "1, 10, 6"})
    void theChanceIsTheShareOfMonthsInWhichOneRuns(int store, int dayOfMonth, int cutoffOfMonth) {
        PromotionOdds odds = new PromotionOdds(PLAN);
        PromotionPlan promotions = new PromotionPlan(PLAN);
        int months = 0;
        int running = 0;
        double expected = 0;
        for (Product product : PLAN.products()) {
            List<Promotion> ofPair = new ArrayList<>();
            promotions.forEachOfPair(product, store, ofPair::add);
            for (int month = 1; month <= 12; month++) {
                int first = PLAN.config().dateRange().start().withMonth(month).getDayOfYear() - 1;
                int day = first + dayOfMonth - 1;
                int cutoff = first + cutoffOfMonth - 1;
                if (ofPair.stream().anyMatch(p -> p.startDay() >= first && p.startDay() < cutoff)) {
                    continue;
                }
                months++;
                expected = odds.running(store, day, cutoff);
                running += ofPair.stream()
                                .anyMatch(p -> p.startDay() >= cutoff && p.startDay() <= day && p.endDay() >= day)
                        ? 1
                        : 0;
            }
        }
        assertThat(months).isGreaterThan(20_000);
        assertThat(expected).isCloseTo((double) running / months, within(0.015));
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void theKindsOfDiscountAddUpAndTakeOffWhatPromotionsTakeOff(int store) {
        PromotionOdds odds = new PromotionOdds(PLAN);
        PromotionPlan promotions = new PromotionPlan(PLAN);
        double[] drawn = new double[2];
        double expected = 0;
        for (Product product : PLAN.products()) {
            promotions.forEachOfPair(product, store, promotion -> {
                drawn[0]++;
                drawn[1] += promotion.depth(product.basePriceCents());
            });
            for (int i = 0; i < odds.discounts(); i++) {
                expected += odds.weight(i) * odds.depth(i, product, product.basePriceCents());
            }
        }
        double weights = 0;
        for (int i = 0; i < odds.discounts(); i++) {
            weights += odds.weight(i);
        }
        assertThat(weights).isCloseTo(1, within(1e-12));
        // More than 12,000 discounts with a standard deviation of 0.1: a standard error of 0.001
        assertThat(expected / PLAN.products().size()).isCloseTo(drawn[1] / drawn[0], within(0.005));
    }
}
