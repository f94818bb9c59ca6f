package io.theforge.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.series.Dataset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemandFactorsTest {
    private static final String LIVELY = "dimensions: {stores: {count: 4}, products: {count: 12}}\n"
            + "date_range: {start: 2024-01-01, end: 2024-12-31}\n"
            + "time_series: {drift: {product_sigma: 0.2, series_sigma: 0.2}, weekly_noise: {series_sigma: 0.1, product_sigma: 0.1, store_sigma: 0.1},"
            + " weekday_spread: {category_sigma: 0.1, store_sigma: 0.1, series_sigma: 0.1}, season_spread: {category_sigma: 0.2}, trend: exponential, trend_slope: 0.05, monthly_seasonality: {2: 0.7, 11: 1.4}}\n"
            + "retail: {promotion_probability: 0.4, price_elasticity: -2, price_change_probability: 0.5,"
            + " new_product_share: 0.4, discontinued_share: 0.4, lift_from_siblings: 0.3, lift_from_other_weeks: 0.3}\n"
            + "promotions: {campaigns_per_month: 6, advertised_share: 0.6}\n"
            + "absences: {series_probability: 0.5, product_probability: 0.2, cleared_share: 0.5}\n"
            + "calendar_effects: [{name: Christmas, public: Christmas, factors: {-1: 1.4, 0: 0}},"
            + " {name: pay days, days_of_month: [1, 15], factors: {0: 1.2}, categories: [Snack]}]\n"
            + "holidays: [{date: 2024-05-01, name: Fair, multiplier: 2.5}]\n"
            + "shocks: [{name: heat, start: 2024-06-11, end: 2024-07-20, factor: 3, ramp_up_days: 3},"
            + " {name: rival, start: 2024-07-01, factor: 0.6, regions: [North]}]\n";

    @Test
    void theLevelTimesAllFactorsIsTheExpectedDemandToTheLastBit() {
        Plan plan = Dataset.plan(LIVELY);
        ExpectedDemand expected = new ExpectedDemand(plan);
        DemandFactors factors = new DemandFactors(plan);
        Set<DemandFactor> atWork = EnumSet.noneOf(DemandFactor.class);
        for (Store store : plan.stores()) {
            for (Product product : plan.products()) {
                expected.fill(store, product);
                factors.fill(store, product);
                for (int d = 0; d < plan.plannedDays(); d++) {
                    double ofDay = 1;
                    for (DemandFactor factor : DemandFactor.values()) {
                        ofDay *= factor.isOfDay() ? factors.column(factor)[d] : 1;
                    }
                    double mean = factors.level() * ofDay;
                    for (DemandFactor factor : DemandFactor.values()) {
                        double value = factors.column(factor)[d];
                        mean *= factor.isOfDay() ? 1 : value;
                        if (value != 1) {
                            atWork.add(factor);
                        }
                    }
                    assertThat(mean).isEqualTo(expected.means[d]);
                    assertThat(factors.means()[d]).isEqualTo(expected.means[d]);
                }
            }
        }
        assertThat(atWork).isEqualTo(EnumSet.allOf(DemandFactor.class));
    }
}
