package io.theforge.oracle.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.oracle.metric.PinballLoss;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
    private static final double NONE = Double.NaN;
    private static final MovingAverage MOVING_AVERAGE = new MovingAverage();

    private static double[] point(Benchmark benchmark, double[] history, int cutoff, int horizon) {
        double[] forecast = new double[horizon];
        benchmark.fill(history, cutoff, forecast);
        return forecast;
    }

    private static double[][] quantiles(Benchmark benchmark, double[] history, int cutoff, int horizon) {
        double[][] forecast = new double[horizon][PinballLoss.COUNT];
        benchmark.fillQuantiles(history, cutoff, PinballLoss.quantiles(), forecast);
        return forecast;
    }

    @Test
    void naiveRepeatsTheLastKnownUnits() {
        double[] history = {3, 8, NONE, 99};
        assertThat(point(NaiveForecast.NAIVE, history, 3, 3)).containsExactly(8, 8, 8);
    }

    @Test
    void seasonalNaiveRepeatsTheLastKnownWeek() {
        double[] history = {1, 2, 3, 4, 5, 6, 7, 11, 12, NONE, 14, 15, 16, 17, 99};
        assertThat(point(NaiveForecast.SEASONAL, history, 14, 9)).containsExactly(11, 12, 3, 14, 15, 16, 17, 11, 12);
    }

    @Test
    void aWeekdayThatIsNotKnownTakesTheLastKnownDay() {
        assertThat(point(NaiveForecast.SEASONAL, new double[] {4, 9}, 2, 7)).containsExactly(9, 9, 9, 9, 9, 4, 9);
    }

    /** Days 2 to 30 are known but for day 10: the last 28 are 3 to 30 without it and with 2, (sum 2..30) - 10 = 454. */
    @Test
    void theMovingAverageIsOfTheLast28KnownDays() {
        double[] history = new double[40];
        for (int d = 0; d < history.length; d++) {
            history[d] = d;
        }
        history[10] = NONE;
        assertThat(point(MOVING_AVERAGE, history, 31, 2)).containsExactly(454 / 28.0, 454 / 28.0);
        assertThat(point(MOVING_AVERAGE, history, 2, 1)).containsExactly(0.5);
    }

    /** Of 28 days with units 1 to 28: the smallest with 1.4, 7, 14, 21 and 26.6 days at or below it. */
    @Test
    void quantilesOfTheMovingAverageAreThoseOfItsDays() {
        double[] history = new double[40];
        for (int d = 0; d < history.length; d++) {
            history[d] = d < 12 ? 1_000 : 40 - d;
        }
        assertThat(quantiles(MOVING_AVERAGE, history, 40, 2)[1]).containsExactly(2, 7, 14, 21, 27);
    }

    /** One day ahead the errors were 2, -1, 4, -3, sorted -3, -1, 2, 4; two days ahead 1, 3, 1, sorted 1, 1, 3. */
    @Test
    void quantilesOfNaiveAddItsPastErrorsAsManyDaysAhead() {
        double[] history = {5, 7, 6, 10, 7};
        double[][] forecast = quantiles(NaiveForecast.NAIVE, history, 5, 2);
        assertThat(forecast[0]).containsExactly(7 - 3, 7 - 3, 7 - 1, 7 + 2, 7 + 4);
        assertThat(forecast[1]).containsExactly(8, 8, 8, 10, 10);
    }

    /** A week ahead the errors were 1 (day 7) and -2 (day 8); two weeks ahead there is no error yet. */
    @Test
    void quantilesOfSeasonalNaiveAddItsPastErrorsAsManyWeeksAhead() {
        double[] history = {1, 2, 3, 4, 5, 6, 7, 2, 0};
        double[][] forecast = quantiles(NaiveForecast.SEASONAL, history, 9, 8);
        assertThat(forecast[0]).containsExactly(1, 1, 1, 4, 4);
        assertThat(forecast[5]).containsExactly(0, 0, 0, 3, 3);
        assertThat(forecast[7]).containsExactly(3, 3, 3, 3, 3);
        assertThat(forecast[6]).as("never below nothing").containsExactly(0, 0, 0, 1, 1);
    }

    @Test
    void withoutAKnownDayThereIsNoForecast() {
        for (Benchmark benchmark : new Benchmark[] {NaiveForecast.NAIVE, NaiveForecast.SEASONAL, MOVING_AVERAGE}) {
            assertThat(point(benchmark, new double[] {NONE, 5}, 1, 2)).containsOnly(NONE);
            assertThat(quantiles(benchmark, new double[] {NONE, 5}, 1, 1)[0]).containsOnly(NONE);
            assertThat(point(benchmark, new double[] {5}, 0, 1)).containsOnly(NONE);
        }
    }
}
