package io.theforge.oracle.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.movement.Drift;
import io.theforge.movement.WeeklyNoise;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.series.Dataset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cutoff hides of drift and weeks, held against what is drawn for 20,000 articles. */
class MovementAheadTest {
    private static Plan plan(int products) {
        return Dataset.plan("dimensions: {stores: {count: 1}, products: {count: " + products + "}}\n"
                + "date_range: {start: 2022-01-01, end: 2023-12-31}\n"
                + "time_series: {drift: {product_sigma: 0.3, series_sigma: 0.3}, weekly_noise: {series_sigma: 0.2}}\n");
    }

    /**
     * The ratio of the drawn factor to the expected one has the mean 1 and a log with the stated variance, as far as four standard errors: a right
     * one strays further once in 15,000.
     */
    @ParameterizedTest(name = "known up to day {0}, {1} ahead")
    @CsvSource({"200, 1", "200, 3", "196, 14", "197, 14", "100, 28", "0, 28", "300, 400"})
    void whatIsDrawnIsWhatWasExpectedOnAverage(int last, int ahead) {
        Plan plan = plan(20_000);
        Store store = plan.stores().get(0);
        Drift drift = new Drift(plan, 0);
        WeeklyNoise weeks = new WeeklyNoise(plan, 0);
        MovementAhead movement = new MovementAhead(plan);
        int day = last + ahead;
        double sum = 0;
        double logs = 0;
        double squares = 0;
        int count = 0;
        for (Product product : plan.products()) {
            drift.fill(store, product);
            weeks.fill(store, product);
            movement.fill(store, product);
            movement.at(day, last);
            double ratio = drift.factor[day] * weeks.factor[day] / movement.factor;
            sum += ratio;
            logs += StrictMath.log(ratio);
            squares += StrictMath.log(ratio) * StrictMath.log(ratio);
            count++;
        }
        double v = movement.hidden.variance;
        double mean = logs / count;
        assertThat(sum / count).isCloseTo(1, within(4 * Math.sqrt(StrictMath.expm1(v) / count) + 1e-9));
        assertThat(mean).isCloseTo(-v / 2, within(4 * Math.sqrt(v / count) + 1e-9));
        assertThat(squares / count - mean * mean).isCloseTo(v, within(4 * v * Math.sqrt(2.0 / count) + 1e-9));
    }

    /** Each series by its own variance; the odds are those above. */
    @Test
    void aCalmSeriesIsExpectedToMoveAsMuchAsItDoes() {
        Plan plan = Dataset.plan("dimensions: {stores: {count: 1}, products: {count: 20000, demand_spread: 1}}\n"
                + "date_range: {start: 2022-01-01, end: 2023-12-31}\n"
                + "time_series: {base_demand: 5, drift: {product_sigma: 0.3, series_sigma: 0.3, calm_units: 2}}\n");
        Store store = plan.stores().get(0);
        Drift drift = new Drift(plan, 0);
        MovementAhead movement = new MovementAhead(plan);
        double sum = 0;
        double squares = 0;
        Set<Double> variances = new HashSet<>();
        for (Product product : plan.products()) {
            drift.fill(store, product);
            movement.fill(store, product);
            movement.at(328, 300);
            double v = movement.hidden.variance;
            double z = (StrictMath.log(drift.factor[328] / movement.factor) + v / 2) / Math.sqrt(v);
            sum += z;
            squares += z * z;
            variances.add(v);
        }
        assertThat(variances).hasSizeGreaterThan(4);
        assertThat(sum / 20_000).isCloseTo(0, within(4 / Math.sqrt(20_000)));
        assertThat(squares / 20_000).isCloseTo(1, within(4 * Math.sqrt(2.0 / 20_000)));
    }

    /** Paths have the variance of the law, whatever day was asked about before. */
    @Test
    void aPathIsThatOfTheDayAlone() {
        Plan plan = plan(1);
        MovementAhead all = new MovementAhead(plan);
        all.fill(plan.stores().get(0), plan.products().get(0));
        for (int day = 100; day < 700; day += 50) {
            MovementAhead one = new MovementAhead(plan);
            one.fill(plan.stores().get(0), plan.products().get(0));
            one.at(day, 99);
            all.at(day, 99);
            double squares = 0;
            for (int path = 0; path < SharedPaths.PATHS; path++) {
                assertThat(all.hidden.multipliers[path]).isEqualTo(one.hidden.multipliers[path]);
                double deviation = StrictMath.log(one.hidden.multipliers[path]) + one.hidden.variance / 2;
                squares += deviation * deviation / SharedPaths.PATHS;
            }
            // 32 independent paths and their opposites: a standard error of a quarter
            assertThat(squares).isCloseTo(one.hidden.variance, within(one.hidden.variance));
        }
    }
}
