package io.theforge.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.config.ConfigReader;
import io.theforge.config.Effect;
import io.theforge.plan.Plan;
import io.theforge.series.Dataset;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrueUpliftTest {
    private static final String SHOP = "dimensions: {stores: {count: 4}, products: {count: 40}}\n"
            + "date_range: {start: 2024-01-01, end: 2024-12-31}\n"
            + "retail: {promotion_probability: 0.15, promotion_lift: 2, price_change_probability: 0.2,"
            + " price_elasticity: -2, stockout_probability: %s, lift_from_other_weeks: %s}\n"
            + "holidays: [{date: 2024-05-01, name: Fair, multiplier: 2.5}]\n"
            + "shocks: [{name: rival, start: 2024-04-01, factor: 0.6, regions: [North]}]\n";

    private static Plan shop(String stockouts, String otherWeeks) {
        return Dataset.plan(String.format(SHOP, stockouts, otherWeeks));
    }

    /** Units and cents of all days, recorded or not. */
    private static long[] sum(Plan plan) {
        long[] sum = new long[2];
        SeriesBlock block = new SeriesBlock(plan.days(), true);
        SeriesGenerator generator = SeriesGenerator.withTruth(plan, null);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            for (int i = 0; i < block.salesCount; i++) {
                sum[0] += block.quantity[i];
                sum[1] += block.totalCents(i);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void theNetEffectIsTheDatasetLessItsTwinInEveryBreakdown(Effect effect) {
        Plan plan = shop("0.05", "0.3");
        long[] is = sum(plan);
        long[] would = sum(Plan.of(ConfigReader.without(plan.config(), effect)));

        TrueUplift uplift = TrueUplift.of(plan, effect);

        assertThat(uplift.total().netUnits()).isEqualTo(is[0] - would[0]);
        assertThat(uplift.total().netRevenueCents()).isEqualTo(is[1] - would[1]);
        assertThat(of(uplift.byCategory(), UpliftLine::netUnits))
                .isEqualTo(uplift.total().netUnits());
        if (effect == Effect.PROMOTIONS) {
            assertThat(of(uplift.byDepth(), line -> line.trueUnits)).isEqualTo(uplift.total().trueUnits);
            assertThat(of(uplift.byPromotion(), line -> line.trueUnits)).isEqualTo(uplift.total().trueUnits);
            assertThat(of(uplift.byPromotion(), line -> line.beforeAfterMilliUnits))
                    .isEqualTo(uplift.total().beforeAfterMilliUnits);
        } else {
            assertThat(uplift.byPromotion()).isEmpty();
        }
    }

    private static long of(List<UpliftLine> lines, ToLongFunction<UpliftLine> figure) {
        return lines.stream().mapToLong(figure).sum();
    }

    @Test
    void thePromotionsThemselvesSellTheirLiftAndADipTakesItsShareOfIt() {
        UpliftLine alone = TrueUplift.of(shop("0", "0"), Effect.PROMOTIONS).total();
        UpliftLine dipped = TrueUplift.of(shop("0", "0.3"), Effect.PROMOTIONS).total();

        // 2,700 series-days of some 100 units: the sum's standard error is below half a per cent
        assertThat((double) alone.trueUnits / (alone.units - alone.trueUnits)).isCloseTo(1, within(0.02));
        assertThat(alone.otherDaysUnits).isZero();
        assertThat((double) dipped.otherDaysUnits / alone.trueUnits).isCloseTo(-0.3, within(0.05));
    }

    @Test
    void aBeforeAfterEstimateIsMisledByAGrowingMarket() {
        String growing = "time_series: {trend: exponential, trend_slope: 2}\n";
        String flat = "time_series: {trend: none}\n";
        String shop = "dimensions: {stores: {count: 2}, products: {count: 30}}\n"
                + "date_range: {start: 2024-01-01, end: 2024-06-30}\n"
                + "retail: {promotion_probability: 0.1, promotion_lift: 1.5, stockout_probability: 0,"
                + " price_change_probability: 0}\n";
        UpliftLine misled =
                TrueUplift.of(Dataset.plan(shop + growing), Effect.PROMOTIONS).total();
        UpliftLine fair =
                TrueUplift.of(Dataset.plan(shop + flat), Effect.PROMOTIONS).total();

        assertThat(misled.beforeAfterMilliUnits / 1000.0).isGreaterThan(1.5 * misled.trueUnits);
        assertThat(fair.beforeAfterMilliUnits / 1000.0).isCloseTo(fair.trueUnits, within(0.25 * fair.trueUnits));
    }
}
