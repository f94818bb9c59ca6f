package io.theforge.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.series.Dataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** One pattern at a time, all others switched off. Seeds are fixed; tolerances are four standard errors or more. */
class DemandDrawsTest {
    private static final String SHOP =
            "dimensions: {stores: {count: 20, size_spread: 0.1}, products: {count: 12, demand_spread: 0.1}}\n"
                    + "date_range: {start: 2023-01-01, end: 2024-12-31}\n";
    private static final String FLAT_WEEK = "weekly_seasonality: [1, 1, 1, 1, 1, 1, 1]";
    private static final String CALM = "noise_sigma: 0, anomaly_probability: 0, " + FLAT_WEEK;
    private static final String NO_OFFERS = "weekend_spike: 1, promotion_probability: 0, price_change_probability: 0";

    private static Draws draws(String timeSeries, String retail) {
        return new Draws(
                SHOP + "time_series: {" + timeSeries + ", " + FLAT_WEEK + "}\nretail: {" + NO_OFFERS + retail + "}\n");
    }

    private static Draws calm(String timeSeries, String retail) {
        return new Draws(
                SHOP + "time_series: {" + timeSeries + ", " + CALM + "}\nretail: {" + NO_OFFERS + retail + "}\n");
    }

    /** 175,000 draws: the variance over the mean has a standard error of 0.0034. */
    @Test
    void withEverythingSwitchedOffDemandIsPoissonAroundOneLevel() {
        Draws draws = calm("base_demand: 5, trend: none", "");
        double squares = 0;
        long total = 0;
        double expected = 0;
        for (int pair = 0; pair < draws.pairs(); pair++) {
            double level = draws.means[pair][0];
            assertThat(draws.means[pair]).containsOnly(level);
            for (int d = 0; d < draws.days; d++) {
                double deviation = draws.units[pair][d] - level;
                squares += deviation * deviation / level;
                total += draws.units[pair][d];
                expected += level;
            }
        }
        assertThat(squares / draws.pairs() / draws.days).isCloseTo(1, within(0.015));
        assertThat(total / expected).isCloseTo(1, within(4 / Math.sqrt(expected)));
    }

    /**
     * Sizes of 1,000 stores and popularity of 2,000 products give a mean level with a standard error of 2.3 per cent; fit, of
     * two million pairs, one of 0.02 per cent.
     */
    @Test
    void spreadsHaveAMeanOfOne() {
        Plan plan = Dataset.plan(
                "dimensions: {stores: {count: 1000, size_spread: 0.3}, products: {count: 2000, demand_spread: 0.8}}\n"
                        + "date_range: {start: 2024-01-01, end: 2024-01-02}\n");
        ExpectedDemand expected = new ExpectedDemand(plan);
        double levels = 0;
        double fits = 0;
        for (Store store : plan.stores()) {
            for (Product product : plan.products()) {
                double level = expected.level(store, product);
                levels += level;
                fits += level / (100 * store.size() * product.popularity());
            }
        }
        assertThat(levels / plan.pairs()).isCloseTo(100, within(9.2));
        assertThat(fits / plan.pairs()).isCloseTo(1, within(0.001));
    }

    /** The slope's standard error is 0.1 per cent of itself: Poisson noise of totals around 24,000. */
    @Test
    void aLinearTrendIsALineToItsFloor() {
        Draws draws = calm("base_demand: 100, trend: linear, trend_slope: 0.1", "");
        Regression regression = new Regression(1);
        double[][] x = new double[draws.days][1];
        double[] y = new double[draws.days];
        double mean = 0;
        for (int d = 0; d < draws.days; d++) {
            x[d][0] = d;
            for (int pair = 0; pair < draws.pairs(); pair++) {
                y[d] += draws.units[pair][d];
            }
            mean += y[d] / draws.days;
        }
        regression.add(x, y);
        double slope = regression.solve()[0];
        double first = mean - slope * (draws.days - 1) / 2;
        assertThat(slope / first).isCloseTo(0.001, within(0.00001));

        Draws falling = calm("base_demand: 100, trend: linear, trend_slope: -1", "");
        assertThat(falling.means[0][50]).isCloseTo(falling.means[0][0] * 0.5, within(1e-9));
        assertThat(falling.means[0][95]).isCloseTo(falling.means[0][0] * 0.05, within(1e-9));
        assertThat(falling.means[0][730]).isCloseTo(falling.means[0][0] * 0.05, within(1e-9));
    }

    @Test
    void aStepHoldsFromItsDateToTheNext() {
        Draws draws = calm(
                "base_demand: 100, trend: step, trend_steps: [{date: 2023-01-11, factor: 1.5}, {date: 2023-01-21, factor: 0}]",
                "");
        double[] means = draws.means[7];
        assertThat(Arrays.copyOf(means, 10)).containsOnly(means[0]);
        assertThat(Arrays.copyOfRange(means, 10, 20)).containsOnly(means[0] * 1.5);
        assertThat(Arrays.copyOfRange(means, 20, 700)).containsOnly(0);
        assertThat(Arrays.copyOfRange(draws.units[7], 20, 700)).containsOnly(0);
    }

    /**
     * 14,600 store days and 4,400 category days: relative standard errors of the two covariances of 1.2 and 2.1 per cent, times
     * the rest of the noise about 2 and 3.
     */
    @Test
    void noiseHasItsSigmaAndItsSharedParts() {
        Draws draws = draws(
                "base_demand: 5000, trend: none, anomaly_probability: 0, noise_sigma: 0.4, noise_store_share: 0.3,"
                        + " noise_category_share: 0.2",
                "");
        double[][] residuals = new double[draws.pairs()][];
        for (int pair = 0; pair < draws.pairs(); pair++) {
            residuals[pair] = draws.logResiduals(pair);
        }
        double[] sums = new double[4];
        long[] counts = new long[4];
        for (int a = 0; a < draws.pairs(); a++) {
            for (int b = a; b < draws.pairs(); b += b == a ? 1 : 7) {
                boolean sameStore = draws.store(a).equals(draws.store(b));
                boolean sameCategory =
                        draws.product(a).category().equals(draws.product(b).category());
                if (a != b && sameStore && sameCategory) {
                    continue;
                }
                int kind = a == b ? 0 : sameStore ? 1 : sameCategory ? 2 : 3;
                for (int d = 0; d < draws.days; d++) {
                    sums[kind] += residuals[a][d] * residuals[b][d];
                }
                counts[kind] += draws.days;
            }
        }
        double variance = 0.16;
        assertThat(Math.sqrt(sums[0] / counts[0])).as("sigma").isCloseTo(0.4, within(0.02));
        assertThat(sums[1] / counts[1] / variance).as("store share").isCloseTo(0.3, within(0.03));
        assertThat(sums[2] / counts[2] / variance).as("category share").isCloseTo(0.2, within(0.03));
        assertThat(sums[3] / counts[3] / variance).as("neither").isCloseTo(0, within(0.01));
    }

    /** The mean of what is asked for stays the mean: 175,000 draws of sigma 0.5, half of them shared, 0.6 per cent. */
    @Test
    void noiseDoesNotRaiseTheMean() {
        Draws draws =
                draws("base_demand: 50, trend: none, anomaly_probability: 0, noise_sigma: 0.5, noise_spread: 0.3", "");
        double total = 0;
        double expected = 0;
        for (int pair = 0; pair < draws.pairs(); pair++) {
            total += Arrays.stream(draws.units[pair], 0, draws.days).sum();
            expected += Arrays.stream(draws.means[pair], 0, draws.days).sum();
        }
        assertThat(total / expected).isCloseTo(1, within(0.024));
    }

    /** 240 draws of a log-normal spread: the standard deviation of its log has a standard error of 4.6 per cent. */
    @Test
    void theNoiseOfSeriesIsSpreadAroundItsMedian() {
        Draws draws = draws("trend: none, noise_sigma: 0.2, noise_spread: 0.4", "");
        LatentDemand latent = new LatentDemand(draws.plan);
        double[] logs = new double[draws.pairs()];
        for (int pair = 0; pair < logs.length; pair++) {
            logs[pair] = Math.log(latent.sigma(draws.store(pair), draws.product(pair)) / 0.2);
        }
        double mean = Arrays.stream(logs).average().orElseThrow();
        double variance = Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).sum() / logs.length;
        assertThat(mean).isCloseTo(0, within(4 * 0.4 / Math.sqrt(logs.length)));
        assertThat(Math.sqrt(variance)).isCloseTo(0.4, within(0.075));
    }

    /** 175,000 draws with a share of 0.015 each way: standard error 0.0003. */
    @Test
    void anomaliesAreAsManySpikesAsDips() {
        Draws draws = new Draws(
                SHOP + "time_series: {base_demand: 500, trend: none, noise_sigma: 0, anomaly_probability: 0.03,"
                        + " anomaly_magnitude: 3, " + FLAT_WEEK + "}\nretail: {" + NO_OFFERS + "}\n");
        double spikes = 0;
        double dips = 0;
        for (int pair = 0; pair < draws.pairs(); pair++) {
            for (int d = 0; d < draws.days; d++) {
                spikes += draws.units[pair][d] > 2 * draws.means[pair][d] ? 1 : 0;
                dips += draws.units[pair][d] < draws.means[pair][d] / 2 ? 1 : 0;
            }
        }
        assertThat(spikes / draws.pairs() / draws.days).isCloseTo(0.015, within(0.0012));
        assertThat(dips / draws.pairs() / draws.days).isCloseTo(0.015, within(0.0012));
    }

    /** Each third of the ramp holds 60,000 units or more: 0.4 per cent. */
    @Test
    void aLaunchedProductRampsUp() {
        Draws draws = calm("base_demand: 100, trend: none", ", new_product_share: 1, new_product_ramp_days: 45");
        double[] thirds = new double[3];
        double full = 0;
        for (int pair = 0; pair < draws.pairs(); pair++) {
            int launch = draws.product(pair).launchDay();
            assertThat(launch).isPositive();
            if (launch + 90 > draws.days) {
                continue;
            }
            assertThat(Arrays.copyOf(draws.units[pair], launch)).containsOnly(0);
            for (int age = 0; age < 45; age++) {
                thirds[age / 15] += draws.units[pair][launch + age];
                full += draws.units[pair][launch + age + 45] / 3.0;
            }
        }
        assertThat(thirds[0] / full).isCloseTo(8.0 / 45, within(0.05 * 8 / 45));
        assertThat(thirds[1] / full).isCloseTo(23.0 / 45, within(0.05 * 23 / 45));
        assertThat(thirds[2] / full).isCloseTo(38.0 / 45, within(0.05 * 38 / 45));
    }

    @Test
    void aDiscontinuedProductRunsDownToItsLastDay() {
        Draws draws = calm("base_demand: 100, trend: none", ", discontinued_share: 1, decline_days: 40");
        for (int pair = 0; pair < draws.pairs(); pair++) {
            int last = draws.product(pair).lastDay();
            double[] means = draws.means[pair];
            double full = new ExpectedDemand(draws.plan).level(draws.store(pair), draws.product(pair));
            assertThat(last).isLessThan(draws.days);
            assertThat(means[last]).isCloseTo(full / 40, within(1e-9 * full));
            assertThat(means[last + 1]).isZero();
            if (last >= 40) {
                assertThat(means[last - 20]).isCloseTo(full * 21 / 40, within(1e-9 * full));
                assertThat(means[last - 40]).isCloseTo(full, within(1e-9 * full));
            }
        }
    }

    @Test
    void withoutDaysOfDeclineAProductSellsInFullToItsLastDay() {
        Draws draws = calm("base_demand: 100, trend: none", ", discontinued_share: 0.5, decline_days: 0");
        for (int pair = 0; pair < draws.pairs(); pair++) {
            int end = (int) Math.min(draws.days, draws.product(pair).lastDay() + 1L);
            assertThat(Arrays.copyOf(draws.means[pair], end)).containsOnly(draws.means[pair][0]);
            assertThat(draws.means[pair][0]).isBetween(1.0, 1_000.0);
        }
    }
}
