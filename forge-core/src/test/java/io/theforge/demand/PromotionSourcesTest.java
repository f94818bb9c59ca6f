package io.theforge.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.series.Dataset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the extra units of a promotion come from: siblings, other weeks, or nowhere else. */
class PromotionSourcesTest {
    private static final String SHOP = "dimensions: {stores: {count: 4}, products: {count: 30}}\n"
            + "date_range: {start: 2024-01-01, end: 2024-12-31}\n"
            + "time_series: {trend: none, weekly_seasonality: [1, 1, 1, 1, 1, 1, 1], anomaly_probability: 0}\n";
    private static final String RETAIL = "retail: {promotion_lift: 2.5, promotion_probability: %s, weekend_spike: 1,"
            + " price_change_probability: 0, lift_from_siblings: %s, lift_from_other_weeks: %s}\n";

    @Test
    void siblingsLoseTheirShareOfTheExtraUnitsOnEveryDay() {
        Draws regular = draws("0", "0", "0");
        Draws alone = draws("0.3", "0", "0");
        Draws shared = draws("0.3", "0.4", "0");
        int compared = 0;
        for (int store = 0; store < 4; store++) {
            for (String category : List.of("Beverage", "Snack", "Dairy")) {
                int[] pairs = pairs(regular, store, category);
                for (int d = 0; d < regular.days; d++) {
                    double extra = sum(alone.means, pairs, d) - sum(regular.means, pairs, d);
                    double taken = sum(alone.means, pairs, d) - sum(shared.means, pairs, d);
                    compared += extra > 0 ? 1 : 0;
                    assertThat(taken).isCloseTo(0.4 * extra, within(1e-6 * (1 + extra)));
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    @Test
    void otherWeeksLoseTheirShareOfTheExtraUnitsBeforeAndAfter() {
        Draws regular = draws("0", "0", "0");
        Draws alone = draws("0.03", "0", "0");
        Draws dipped = draws("0.03", "0", "0.3");
        // Promotions near the ends reach beyond the planned days, and those that meet in a pair multiply: few do
        double extra = 0;
        double lost = 0;
        for (int pair = 0; pair < regular.pairs(); pair++) {
            for (int d = 0; d < regular.plan.plannedDays(); d++) {
                extra += alone.means[pair][d] - regular.means[pair][d];
                lost += alone.means[pair][d] - dipped.means[pair][d];
            }
        }
        assertThat(lost / extra).isCloseTo(0.3, within(0.02));
    }

    @Test
    void aDipIsAsLongBeforeAPromotionAsItRunsAndTwiceAsLongAfter() {
        Dataset dataset = Dataset.of(SHOP + String.format(RETAIL, "0.03", "0", "0.3"));
        DemandFactors factors = new DemandFactors(dataset.plan);
        int looked = 0;
        for (var promotion : dataset.promotions) {
            long ofProduct = dataset.promotions.stream()
                    .filter(other -> other.productIndex() == promotion.productIndex())
                    .count();
            int length = promotion.endDay() - promotion.startDay() + 1;
            if (ofProduct > 1 || promotion.startDay() <= length) {
                continue;
            }
            factors.fill(
                    dataset.plan.stores().get(Math.max(0, promotion.storeIndex())),
                    dataset.plan.products().get(promotion.productIndex()));
            double[] dip = factors.column(DemandFactor.PROMOTION_DIPS);
            int[] days = IntStream.range(0, dip.length).filter(d -> dip[d] != 1).toArray();
            IntStream before = IntStream.range(promotion.startDay() - length, promotion.startDay());
            IntStream after = IntStream.rangeClosed(promotion.endDay() + 1, promotion.endDay() + 2 * length);
            assertThat(days)
                    .isEqualTo(IntStream.concat(before, after)
                            .filter(d -> d < dip.length)
                            .toArray());
            assertThat(dip[promotion.endDay() + 1]).isCloseTo(1 - 0.3 * 1.5 / 3, within(1e-12));
            looked++;
        }
        assertThat(looked).isGreaterThan(3);
    }

    private static Draws draws(String probability, String siblings, String otherWeeks) {
        return new Draws(SHOP + String.format(RETAIL, probability, siblings, otherWeeks));
    }

    private static int[] pairs(Draws draws, int store, String category) {
        return IntStream.range(0, draws.pairs())
                .filter(pair -> draws.store(pair).index() == store)
                .filter(pair -> draws.product(pair).category().equals(category))
                .toArray();
    }

    private static double sum(double[][] means, int[] pairs, int day) {
        return IntStream.of(pairs).mapToDouble(pair -> means[pair][day]).sum();
    }
}
