package io.theforge.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.theforge.config.model.ConfigException;
import io.theforge.series.Dataset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpectedDemandTest {
    private static final String SHOP = "dimensions: {stores: {count: 4}, products: {count: 6}}\n"
            + "date_range: {start: 2024-01-01, end: 2024-03-31}\n";
    private static final String PLAIN = "retail: {promotion_probability: 0, price_change_probability: 0}\n";

    @Test
    void aShockRampsUpHoldsAndLeadsBackWhereItReaches() {
        Draws without = new Draws(SHOP + PLAIN);
        Draws with = new Draws(SHOP + PLAIN + "shocks: [{name: heat, start: 2024-01-11, end: 2024-01-20, factor: 3,"
                + " ramp_up_days: 3, ramp_down_days: 1, regions: [North], categories: [Beverage]}]\n");
        double[] factors = {1, 1.5, 2, 2.5, 3, 3, 3, 3, 3, 3, 2, 1};
        int reached = 0;
        for (int pair = 0; pair < with.pairs(); pair++) {
            boolean reaches = with.store(pair).region().equals("North")
                    && with.product(pair).category().equals("Beverage");
            reached += reaches ? 1 : 0;
            for (int d = 0; d < with.days; d++) {
                double factor = reaches && d >= 9 && d <= 20 ? factors[d - 9] : 1;
                assertThat(with.means[pair][d]).isCloseTo(without.means[pair][d] * factor, within(1e-9));
            }
        }
        assertThat(reached).isEqualTo(1);
    }

    @Test
    void aShockThatBeganBeforeTheDatasetAndLastsIsInFullForce() {
        Draws without = new Draws(SHOP + PLAIN);
        Draws with =
                new Draws(SHOP + PLAIN + "shocks: [{name: rival, start: 2023-01-11, ramp_up_days: 20, factor: 0.5}]\n");
        for (int d = 0; d < with.days; d++) {
            assertThat(with.means[0][d]).isCloseTo(without.means[0][d] / 2, within(1e-9));
        }
    }

    @Test
    void liftsLieOnStraightLinesBetweenTheConfiguredDepths() {
        TreeMap<Double, Double> lifts = new TreeMap<>(Map.of(0.1, 1.2, 0.3, 4.0));
        assertThat(PromotionEffects.lift(lifts, 0.05)).isCloseTo(1.1, within(1e-12));
        assertThat(PromotionEffects.lift(lifts, 0.1)).isCloseTo(1.2, within(1e-12));
        assertThat(PromotionEffects.lift(lifts, 0.2)).isCloseTo(2.6, within(1e-12));
        assertThat(PromotionEffects.lift(lifts, 0.9)).isEqualTo(4.0);
    }

    @Test
    void moreThanAMillionExpectedUnitsAreRefusedWithTheFigure() {
        String calm = "retail: {promotion_probability: 0, price_change_probability: 0, weekend_spike: 1}\n";
        String flat = "anomaly_probability: 0, trend: none, weekly_seasonality: [1, 1, 1, 1, 1, 1, 1]";
        String equal =
                "dimensions: {stores: {count: 1, size_spread: 1e-9}, products: {count: 1, demand_spread: 1e-9}}\n"
                        + "date_range: {start: 2024-01-01, end: 2024-01-31}\n";
        String sale = "holidays: [{date: 2024-01-09, name: Sale, multiplier: ";
        assertThatCode(() -> DemandLimits.check(Dataset.plan(
                        equal + calm + "time_series: {base_demand: 99999, " + flat + "}\n" + sale + "10}]\n")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> DemandLimits.check(Dataset.plan(
                        equal + calm + "time_series: {base_demand: 99999, " + flat + "}\n" + sale + "10.5}]\n")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("1,049,990")
                .hasMessageContaining("S00001")
                .hasMessageContaining("SKU-000001");
        assertThatThrownBy(() -> DemandLimits.check(Dataset.plan(equal + calm
                        + "time_series: {base_demand: 99999, anomaly_magnitude: 3, "
                        + flat.replace("anomaly_probability: 0", "anomaly_probability: 0.1") + "}\n" + sale
                        + "10}]\n")))
                .isInstanceOf(ConfigException.class);
    }
}
