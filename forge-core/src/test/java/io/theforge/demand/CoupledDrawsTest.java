package io.theforge.demand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two datasets that differ in one effect have the same draws wherever it does not act. */
class CoupledDrawsTest {
    private static final String SHOP = "dimensions: {stores: {count: 5}, products: {count: 12}}\n"
            + "date_range: {start: 2024-01-01, end: 2024-12-31}\ntime_series: {base_demand: 20}\n";
    private static final String OFF = "retail: {promotion_probability: 0, price_change_probability: 0}\n";
    private static final Draws WITHOUT = new Draws(SHOP + OFF);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retail: {promotion_probability: 0.5, promotion_lift: 1.7, price_change_probability: 0}",
                "retail: {promotion_probability: 0, price_change_probability: 0.5, price_elasticity: -3}",
                "retail: {promotion_probability: 0, price_change_probability: 0, new_product_share: 0.5}",
                "retail: {promotion_probability: 0, price_change_probability: 0, discontinued_share: 0.5}",
                OFF + "holidays: [{date: 2024-03-01, name: Sale, multiplier: 2}]",
                OFF + "shocks: [{name: flood, start: 2024-03-01, end: 2024-04-01, factor: 0.2, regions: [North]}]"
            })
    void anEffectMovesDemandOnItsDaysOnlyAndTheWayItPoints(String effect) {
        Draws with = new Draws(SHOP + effect + "\n");
        long changed = 0;
        for (int pair = 0; pair < with.pairs(); pair++) {
            for (int d = 0; d < with.days; d++) {
                double difference = with.means[pair][d] - WITHOUT.means[pair][d];
                int units = with.units[pair][d] - WITHOUT.units[pair][d];
                if (difference == 0) {
                    assertThat(units).isZero();
                } else {
                    changed++;
                    assertThat(units * Math.signum(difference)).isGreaterThanOrEqualTo(0);
                }
            }
        }
        assertThat(changed).isPositive().isLessThan((long) with.pairs() * with.days);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retail: {promotion_probability: 0, price_change_probability: 0.5, price_elasticity: 0}",
                "retail: {promotion_probability: 0.5, promotion_lift: 1, price_change_probability: 0}",
                "retail: {promotion_probability: 0, price_change_probability: 0, stockout_probability: 0.5}",
                OFF + "sparsity: {missing_combinations_pct: 0.3, random_gaps_per_series: 2, missing_days_pct: 0.1}"
            })
    void whatDoesNotTouchDemandLeavesEveryDrawAsItWas(String effect) {
        Draws with = new Draws(SHOP + effect + "\n");
        assertThat(with.units).isEqualTo(WITHOUT.units);
    }

    @Test
    void anomaliesLeaveAllOtherDaysAsTheyWere() {
        Draws without = new Draws(SHOP.replace("base_demand: 20", "base_demand: 20, anomaly_probability: 0") + OFF);
        long changed = 0;
        for (int pair = 0; pair < without.pairs(); pair++) {
            for (int d = 0; d < without.days; d++) {
                changed += WITHOUT.units[pair][d] != without.units[pair][d] ? 1 : 0;
            }
        }
        assertThat(changed / (double) (without.pairs() * without.days)).isBetween(0.005, 0.012);
    }
}
