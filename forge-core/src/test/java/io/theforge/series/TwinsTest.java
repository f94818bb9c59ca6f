package io.theforge.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.ConfigReader;
import io.theforge.config.Effect;
import io.theforge.demand.DemandFactor;
import io.theforge.demand.DemandFactors;
import io.theforge.plan.Plan;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shop without an effect is made from the same draws. */
class TwinsTest {
    private static final Plan SHOP = Dataset.plan("dimensions: {stores: {count: 3}, products: {count: 12}}\n"
            + "date_range: {start: 2024-01-01, end: 2024-06-30}\n"
            + "time_series: {drift: {product_sigma: 0.2, series_sigma: 0.2}, weekly_noise: {series_sigma: 0.1, product_sigma: 0.1, store_sigma: 0.1},"
            + " weekday_spread: {category_sigma: 0.1, store_sigma: 0.1, series_sigma: 0.1}, season_spread: {category_sigma: 0.2}, base_demand: 20,"
            + " trend: linear, trend_slope: 0.1, anomaly_probability: 0.02}\n"
            + "retail: {promotion_probability: 0.2, price_elasticity: -2, price_change_probability: 0.3,"
            + " stockout_probability: 0.1, lift_from_other_weeks: 0.3}\n"
            + "promotions: {campaigns_per_month: 6, advertised_share: 0.6}\n"
            + "absences: {series_probability: 0.5, product_probability: 0.2, cleared_share: 0.5}\n"
            + "calendar_effects: [{name: Christmas, public: Christmas, factors: {-1: 1.4, 0: 0}},"
            + " {name: pay days, days_of_month: [1, 15], factors: {0: 1.2}, categories: [Snack]}]\n"
            + "holidays: [{date: 2024-05-01, name: Fair, multiplier: 2.5}]\n"
            + "shocks: [{name: rival, start: 2024-04-01, end: 2024-04-20, factor: 0.6, regions: [North]}]\n");

    @ParameterizedTest
    @EnumSource(Effect.class)
    void onDaysThatTheEffectDoesNotTouchDemandIsTheSameToTheByte(Effect effect) {
        Plan twin = twin(effect);
        assertThat(twin.stores()).isEqualTo(SHOP.stores());
        assertThat(twin.products()).isEqualTo(SHOP.products());
        assertThat(twin.calendar()).isEqualTo(SHOP.calendar());
        int touched = 0;
        int untouched = 0;
        for (int pair = 0; pair < SHOP.pairs(); pair++) {
            TruthBlock with = truth(SHOP, pair);
            TruthBlock without = truth(twin, pair);
            for (int d = 0; d < SHOP.days(); d++) {
                if (touches(effect, with, without, d)) {
                    touched++;
                    continue;
                }
                untouched++;
                assertThat(without.latent[d]).isEqualTo(with.latent[d]);
                assertThat(without.regularCents[d]).isEqualTo(with.regularCents[d]);
                assertThat(without.unitPriceCents[d]).isEqualTo(with.unitPriceCents[d]);
                for (DemandFactor factor : DemandFactor.values()) {
                    assertThat(factor(without, factor, d)).isEqualTo(factor(with, factor, d));
                }
            }
        }
        assertThat(touched).isPositive();
        // noise and movement are everywhere, and the trend on every day but the first
        boolean isEverywhere =
                EnumSet.of(Effect.NOISE, Effect.DRIFT, Effect.WEEKLY_NOISE).contains(effect);
        assertThat(untouched).isGreaterThanOrEqualTo(isEverywhere ? 0 : SHOP.pairs());
    }

    @Test
    void seriesThatTheEffectNeverTouchesAreTheSameToTheByte() {
        Plan calm = twin(Effect.PROMOTIONS);
        Plan unrivalled = twin(Effect.SHOCKS);
        DemandFactors factors = new DemandFactors(SHOP);
        int same = 0;
        for (int pair = 0; pair < SHOP.pairs(); pair++) {
            factors.fill(SHOP.stores().get(SHOP.storeOf(pair)), SHOP.products().get(SHOP.productOf(pair)));
            if (isIdle(factors, DemandFactor.PROMOTIONS) && isIdle(factors, DemandFactor.PROMOTION_DIPS)) {
                assertThat(rows(calm, pair)).isEqualTo(rows(SHOP, pair));
                same++;
            }
            if (isIdle(factors, DemandFactor.SHOCKS)) {
                assertThat(rows(unrivalled, pair)).isEqualTo(rows(SHOP, pair));
                same++;
            }
        }
        assertThat(same).isGreaterThan(SHOP.pairs() / 2);
    }

    @Test
    void stockoutsChangeNothingThatIsAskedForAndCostWhatTheTruthSays() {
        Plan stocked = twin(Effect.STOCKOUTS);
        long lost = 0;
        for (int pair = 0; pair < SHOP.pairs(); pair++) {
            TruthBlock with = truth(SHOP, pair);
            TruthBlock without = truth(stocked, pair);
            assertThat(without.latent).isEqualTo(with.latent);
            assertThat(without.sold).isEqualTo(with.latent);
            for (int d = 0; d < SHOP.days(); d++) {
                assertThat(without.sold[d] - with.sold[d]).isEqualTo(with.lost[d]);
                lost += with.lost[d];
            }
        }
        assertThat(lost).isPositive();
    }

    private static Plan twin(Effect effect) {
        return Plan.of(ConfigReader.without(SHOP.config(), effect));
    }

    private static SeriesBlock block(Plan plan, int pair) {
        SeriesBlock block = new SeriesBlock(plan.days(), true);
        SeriesGenerator.withTruth(plan, null).generate(plan.storeOf(pair), plan.productOf(pair), block);
        return block;
    }

    private static TruthBlock truth(Plan plan, int pair) {
        return Objects.requireNonNull(block(plan, pair).truth);
    }

    private static List<String> rows(Plan plan, int pair) {
        SeriesBlock block = block(plan, pair);
        return Stream.of(block.quantity, block.unitPriceCents, block.onHand, block.onOrder)
                .map(Arrays::toString)
                .toList();
    }

    /** On all planned days: shops look ahead when they order. */
    private static boolean isIdle(DemandFactors factors, DemandFactor factor) {
        return Arrays.stream(factors.column(factor)).allMatch(value -> value == 1);
    }

    /** Whether the effect is at work on a day, as the answer keys tell. */
    private static boolean touches(Effect effect, TruthBlock with, TruthBlock without, int d) {
        return switch (effect) {
            case PROMOTIONS -> with.promotion[d] != null || factor(with, DemandFactor.PROMOTION_DIPS, d) != 1;
            case ADVERTISING ->
                factor(with, DemandFactor.ADVERTISING, d) != 1
                        || factor(with, DemandFactor.PROMOTION_DIPS, d)
                                != factor(without, DemandFactor.PROMOTION_DIPS, d);
            case STOCKOUTS -> with.available[d] != without.available[d];
            case ANOMALIES -> with.anomaly[d] != 1;
            case HOLIDAYS -> factor(with, DemandFactor.HOLIDAYS, d) != 1;
            case PRICE_CHANGES -> with.regularCents[d] != without.regularCents[d];
            case NOISE -> with.noise[d] != 1;
            case TREND -> factor(with, DemandFactor.TREND, d) != 1;
            case SHOCKS -> factor(with, DemandFactor.SHOCKS, d) != 1;
            case DRIFT -> factor(with, DemandFactor.DRIFT, d) != 1;
            case WEEKLY_NOISE -> factor(with, DemandFactor.WEEKLY_NOISE, d) != 1;
            case ABSENCES -> factor(with, DemandFactor.ABSENCE, d) != 1;
            case CALENDAR_EFFECTS -> factor(with, DemandFactor.CALENDAR_EFFECTS, d) != 1;
        };
    }

    private static double factor(TruthBlock truth, DemandFactor factor, int day) {
        return Objects.requireNonNull(truth.factors.get(factor))[day];
    }
}
