package io.theforge.oracle.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.PoissonQuantile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedRootMeanSquareTest {
    private static final int RUNS = 100_000;

    private final DemandDistribution demand = new DemandDistribution();
    private final ExpectedRootMeanSquare expected = new ExpectedRootMeanSquare();

    /**
     * Intermittent and busy series, around the largest small count, few and many days, spikes that happen in one run of
     * ten, promotions (every third day sells four times as much) and a shelf that is often emptied. Within 1 per cent and
     * four standard errors of the simulation: the odds that it strays further are 1 in 15,000 for each; the seed is fixed.
     */
    @ParameterizedTest
    @CsvSource({
        "0.3, 0.4, 0, 1, 12, 1, 1000000000",
        "0.3, 0.4, 0.02, 5, 12, 1, 1000000000",
        "0.3, 0.4, 0, 1, 1, 1, 1000000000",
        "0.02, 0.4, 0.02, 5, 28, 1, 1000000000",
        "3, 0.4, 0.02, 5, 12, 4, 1000000000",
        "100, 0.1, 0.01, 5, 28, 1, 1000000000",
        "100, 0.1, 0, 1, 1, 1, 1000000000",
        "60, 0.2, 0.01, 4, 7, 4, 1000000000",
        "260, 0.2, 0.01, 4, 12, 1, 1000000000",
        "1000, 0, 0, 1, 3, 1, 1000000000",
        "5000, 0.3, 0, 1, 1, 1, 1000000000",
        "10, 1.5, 0.01, 4, 12, 1, 1000000000",
        "20, 0.3, 0.01, 4, 12, 1, 22",
        "400, 0.3, 0.01, 4, 12, 1, 420"
    })
    void itIsThatOfASimulation(
            double mean, double sigma, double chance, double magnitude, int days, double promotionLift, int cap) {
        demand.noise(sigma, chance, magnitude);
        double[] means = new double[days];
        double[] forecasts = new double[days];
        for (int t = 0; t < days; t++) {
            means[t] = mean * (t % 3 == 2 ? promotionLift : 1);
            demand.of(means[t]);
            demand.cap(cap);
            forecasts[t] = demand.mean();
            expected.add(demand, forecasts[t]);
        }
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < RUNS; run++) {
            double square = 0;
            for (int t = 0; t < days; t++) {
                long day = (long) run * days + t;
                double u = Keys.uniform(1, day);
                double anomaly = u >= chance ? 1 : u < chance / 2 ? magnitude : 1 / magnitude;
                double noise = StrictMath.exp(sigma * NormalQuantile.of(Keys.uniform(2, day)) - sigma * sigma / 2);
                double units = Math.min(cap, PoissonQuantile.of(means[t] * anomaly * noise, Keys.uniform(3, day)));
                square += (units - forecasts[t]) * (units - forecasts[t]);
            }
            sum += Math.sqrt(square / days);
            squares += square / days;
        }
        double simulated = sum / RUNS;
        double standardError = Math.sqrt((squares / RUNS - simulated * simulated) / RUNS);
        assertThat(expected.value()).isCloseTo(simulated, within(0.01 * simulated + 4 * standardError));
    }

    /** One day: E|Y - f|, which the distribution knows. Thousands of days: the root of E(Y - f)^2. */
    @Test
    void itRunsFromTheMeanAbsoluteErrorToTheRootOfTheMeanSquare() {
        demand.noise(0.3, 0, 1);
        demand.of(7);
        expected.add(demand, 6.5);
        assertThat(expected.value()).isCloseTo(demand.expectedAbsoluteError(6.5), within(0.003 * expected.value()));
        for (int t = 1; t < 5_000; t++) {
            expected.add(demand, 6.5);
        }
        assertThat(expected.value())
                .isCloseTo(Math.sqrt(demand.expectedSquaredError(6.5)), within(0.001 * expected.value()));
    }

    @Test
    void foldsMergeToTheirDaysTogether() {
        ExpectedRootMeanSquare one = new ExpectedRootMeanSquare();
        ExpectedRootMeanSquare other = new ExpectedRootMeanSquare();
        for (int t = 0; t < 20; t++) {
            demand.of(1 + t);
            expected.add(demand, t);
            (t < 8 ? one : other).add(demand, t);
        }
        one.merge(other);
        assertThat(one.value()).isCloseTo(expected.value(), within(1e-12));
        one.clear();
        assertThat(one.value()).isNaN();
    }

    /** Mostly nothing happens, and the error is the tiny forecast; one unit in a million days makes the mean of its square. */
    @Test
    void aSeriesThatHardlySellsHasHardlyAnError() {
        demand.of(1e-6);
        for (int t = 0; t < 28; t++) {
            expected.add(demand, 1e-6);
        }
        // Nothing sold: 1e-6. One unit, with a chance of 28e-6: sqrt(1 / 28).
        assertThat(expected.value()).isCloseTo(1e-6 + 28e-6 * Math.sqrt(1 / 28.0), within(1.2e-6));
    }

    @Test
    void aForecastThatIsNeverWrongHasNoError() {
        demand.of(0);
        expected.add(demand, 0);
        assertThat(expected.value()).isZero();
    }
}
