package io.theforge.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.demand.DemandFactor;
import io.theforge.oracle.distribution.DemandDistribution;
import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.oracle.metric.PinballLoss;
import io.theforge.plan.Plan;
import io.theforge.series.Dataset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Forecasters who see latent demand up to the cutoff, and some who see the truth behind it, against the oracle at the cutoff. All know the noise of a
 * day and make median and quantiles from their mean by it, which is more than an honest forecaster knows.
 */
class NotBeatenTest {
    private static final boolean EXHAUSTIVE = Boolean.getBoolean("forge.exhaustive");
    private static final int HORIZON = 28;
    private static final String SHOP = """
            dimensions: {stores: {count: 2}, products: {count: 30, demand_spread: 1}}
            date_range: {start: "2022-01-03", end: "2023-06-30"}
            time_series: {base_demand: %s, trend: none, noise_sigma: 0.3, drift: {product_sigma: 0.36, series_sigma: 0.3},
              weekly_noise: {series_sigma: 0.1, product_sigma: 0.16, store_sigma: 0.04}}
            absences: {series_probability: 0.2, product_probability: 0.1}
            retail: {stockout_probability: 0.05}
            """;

    private enum Rival {
        LAST_DAY,
        WEEK_BEFORE,
        MEAN_OF_28_DAYS,
        MEAN_OF_A_YEAR,
        SMOOTHING_SLOWLY,
        SMOOTHING_FAST,
        /** The mean of the day, with drift, week and absence of the last known day. */
        LAST_MOVEMENT,
        /** The same with the drift alone, of what is on the shelf. */
        LAST_DRIFT,
        /** The same, and half way back to the mean. */
        HALF_THE_DRIFT,
        /** The mean of the day where nothing moves. */
        NO_MOVEMENT
    }

    private enum Measure {
        ABSOLUTE,
        SQUARED,
        PINBALL
    }

    private final double[] means = new double[Rival.values().length];

    /** Fills in the means of a day. */
    private void forecast(OracleSeries series, int day, int cutoff) {
        int[] demand = series.truth.latent;
        int first = series.truth.firstDay;
        double slow = demand[first];
        double fast = demand[first];
        double year = 0;
        double weeks = 0;
        for (int d = first; d < cutoff; d++) {
            slow += 0.1 * (demand[d] - slow);
            fast += 0.3 * (demand[d] - fast);
            year += d >= cutoff - 365 ? demand[d] : 0;
            weeks += d >= cutoff - 28 ? demand[d] : 0;
        }
        double still = series.truth.level;
        for (DemandFactor factor : DemandFactor.values()) {
            still *= factor.isHidden() ? 1 : factor(series, factor, day);
        }
        double drift = factor(series, DemandFactor.DRIFT, cutoff - 1);
        double present = factor(series, DemandFactor.ABSENCE, cutoff - 1);
        means[Rival.LAST_DAY.ordinal()] = demand[cutoff - 1];
        means[Rival.WEEK_BEFORE.ordinal()] = demand[cutoff - 7 + (day - cutoff) % 7];
        means[Rival.MEAN_OF_28_DAYS.ordinal()] = weeks / Math.min(28, cutoff - first);
        means[Rival.MEAN_OF_A_YEAR.ordinal()] = year / Math.min(365, cutoff - first);
        means[Rival.SMOOTHING_SLOWLY.ordinal()] = slow;
        means[Rival.SMOOTHING_FAST.ordinal()] = fast;
        means[Rival.LAST_MOVEMENT.ordinal()] =
                still * drift * factor(series, DemandFactor.WEEKLY_NOISE, cutoff - 1) * present;
        means[Rival.LAST_DRIFT.ordinal()] = still * drift * present;
        means[Rival.HALF_THE_DRIFT.ordinal()] = still * Math.sqrt(drift) * present;
        means[Rival.NO_MOVEMENT.ordinal()] = still;
    }

    private static double factor(OracleSeries series, DemandFactor factor, int day) {
        return Objects.requireNonNull(series.truth.factors.get(factor))[day];
    }

    /** What each rival's errors are above the oracle's in one shop, by measure, per day of a series and in the oracle's own. */
    private double[][] excess(Plan plan) {
        OracleSeries series = new OracleSeries(plan);
        DemandDistribution rival = new DemandDistribution();
        double[][] sums = new double[means.length][Measure.values().length];
        double[] own = new double[Measure.values().length];
        for (int pair = 0; pair < plan.pairs(); pair++) {
            series.fill(pair);
            rival.noise(
                    series.truth.sigma,
                    plan.config().timeSeries().anomalyProbability(),
                    plan.config().timeSeries().anomalyMagnitude());
            for (int cutoff : List.of(plan.days() - 2 * HORIZON - 3, plan.days() - HORIZON)) {
                for (int day = cutoff; day < cutoff + HORIZON && series.truth.firstDay < cutoff - 7; day++) {
                    if (day >= series.truth.endDay) {
                        continue;
                    }
                    int came = series.truth.latent[day];
                    series.conditionAtCutoff(day, cutoff);
                    double[] oracle = errors(series.demand, came);
                    add(own, oracle, 1);
                    forecast(series, day, cutoff);
                    for (int r = 0; r < means.length; r++) {
                        rival.of(means[r]);
                        add(sums[r], errors(rival, came), 1);
                        add(sums[r], oracle, -1);
                    }
                }
            }
        }
        for (double[] sum : sums) {
            for (int m = 0; m < sum.length; m++) {
                sum[m] /= own[m];
            }
        }
        return sums;
    }

    private static void add(double[] sums, double[] errors, int sign) {
        for (int m = 0; m < sums.length; m++) {
            sums[m] += sign * errors[m];
        }
    }

    private static double[] errors(DemandDistribution demand, int came) {
        double loss = 0;
        for (int i = 0; i < PinballLoss.COUNT; i++) {
            double tau = PinballLoss.quantile(i);
            loss += PinballLoss.of(tau, came, demand.quantile(tau));
        }
        double error = came - demand.mean();
        return new double[] {Math.abs(came - demand.quantile(0.5)), error * error, loss};
    }

    /**
     * Shops are independent of one another. A rival who is exactly as good in expectation comes out three standard errors better once in 700; of the 30
     * comparisons, most of them won by far, one does so less than once in 23. The seeds are fixed. 100 shops of each kind in the profile exhaustive, 16 by
     * default, where Student's t makes three standard errors once in 220.
     */
    @Test
    void nobodyWhoSeesThePastBeatsTheOracleAtTheCutoff() {
        int shops = EXHAUSTIVE ? 100 : 16;
        for (String baseDemand : List.of("1.5", "20")) {
            List<double[][]> excess = IntStream.rangeClosed(1, shops)
                    .parallel()
                    .mapToObj(seed ->
                            new NotBeatenTest().excess(Dataset.plan(SHOP.replace("%s", baseDemand) + "seed: " + seed)))
                    .toList();
            for (Rival rival : Rival.values()) {
                for (Measure measure : Measure.values()) {
                    double sum = 0;
                    double squares = 0;
                    for (double[][] shop : excess) {
                        double of = shop[rival.ordinal()][measure.ordinal()];
                        sum += of;
                        squares += of * of;
                    }
                    double mean = sum / shops;
                    double error = Math.sqrt((squares / shops - mean * mean) / (shops - 1));
                    assertThat(mean / error)
                            .as("%s, %s error, base demand %s: %f above the oracle's", rival, measure, baseDemand, mean)
                            .isGreaterThan(-3);
                }
            }
        }
    }
}
