package io.theforge.oracle.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** What holds for any demand; the logs of means are uniform, so that small and large counts take part. */
class DemandDistributionLawsTest {
    private final DemandDistribution demand = new DemandDistribution();

    private void demand(double logMean, double sigma, double anomalyProbability) {
        demand.noise(sigma, anomalyProbability, 4);
        demand.of(Math.exp(logMean));
    }

    @Property(tries = 500)
    void noForecastHasALowerPinballLossThanTheQuantile(
            @ForAll @Scale(6) @DoubleRange(min = -4, max = 12) double logMean,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 2) double sigma,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.2) double anomalyProbability,
            @ForAll @Scale(6) @DoubleRange(min = 0.005, max = 0.995) double tau) {
        demand(logMean, sigma, anomalyProbability);
        int quantile = demand.quantile(tau);
        double loss = demand.expectedPinballLoss(tau, quantile);
        double far = Math.max(3, quantile * 0.02);
        for (double f :
                new double[] {quantile - far, quantile - 1, quantile - 0.4, quantile + 0.4, quantile + 1, quantile + far
                }) {
            assertThat(demand.expectedPinballLoss(tau, f)).as("at %s", f).isGreaterThanOrEqualTo(loss * (1 - 1e-4));
        }
    }

    @Property(tries = 500)
    void theQuantileIsTheSmallestCountThatReachesItsProbability(
            @ForAll @Scale(6) @DoubleRange(min = -4, max = 12) double logMean,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 2) double sigma,
            @ForAll @Scale(6) @DoubleRange(min = 0.005, max = 0.995) double tau) {
        demand(logMean, sigma, 0.01);
        int quantile = demand.quantile(tau);
        assertThat(demand.atMost(quantile)).isGreaterThanOrEqualTo(tau);
        assertThat(demand.atMost(quantile - 1)).isLessThan(tau);
    }

    @Property(tries = 300)
    void quantilesGrowWithTheirProbabilityAndWithTheMean(
            @ForAll @Scale(6) @DoubleRange(min = -4, max = 12) double logMean,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 2) double sigma,
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 0.8) double tau) {
        demand(logMean, sigma, 0.01);
        int quantile = demand.quantile(tau);
        assertThat(demand.quantile(tau + 0.15)).isGreaterThanOrEqualTo(quantile);
        demand(logMean + 0.1, sigma, 0.01);
        assertThat(demand.quantile(tau)).isGreaterThanOrEqualTo(quantile);
    }

    @Property(tries = 300)
    void moreNoiseNeverMakesTheBestScoreBetter(
            @ForAll @Scale(6) @DoubleRange(min = -3, max = 10) double logMean,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.5) double sigma,
            @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 0.95) double tau) {
        demand(logMean, sigma, 0);
        double loss = demand.expectedPinballLoss(tau, demand.quantile(tau));
        demand(logMean, sigma + 0.1, 0);
        assertThat(demand.expectedPinballLoss(tau, demand.quantile(tau))).isGreaterThanOrEqualTo(loss * (1 - 1e-4));
    }

    @Property(tries = 300)
    void aFullerShelfSellsMoreAndNeverMoreThanDemand(
            @ForAll @Scale(6) @DoubleRange(min = -3, max = 9) double logMean,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1.5) double sigma,
            @ForAll @IntRange(min = 1, max = 5_000) int cap) {
        demand(logMean, sigma, 0.02);
        double uncapped = demand.mean();
        demand.cap(cap + 10);
        double more = demand.mean();
        demand.cap(cap);
        assertThat(demand.mean()).isLessThanOrEqualTo(more * (1 + 1e-6)).isLessThanOrEqualTo(cap);
        assertThat(more).isLessThanOrEqualTo(uncapped * (1 + 1e-6));
        assertThat(demand.quantile(0.9)).isLessThanOrEqualTo(cap);
    }
}
