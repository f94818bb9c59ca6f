package io.theforge.database.realism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Errors that can be worked out by hand. */
class SimpleForecastsTest {

    private static Map<String, @Nullable Double> errors(int days, IntUnaryOperator unitsOfDay) {
        SimpleForecasts forecasts = new SimpleForecasts();
        forecasts.add(IntStream.range(0, days).map(unitsOfDay).toArray());
        return forecasts.errors();
    }

    @Test
    void whatDoesNotMoveIsForetoldByAll() {
        assertThat(errors(200, day -> 5).values()).containsOnly(0.0);
    }

    /** 7 units on one day of the week, 0 on the others: the mean misses by 6 once and by 1 six times, in 7 units. */
    @Test
    void aWeekThatRepeatsIsForetoldByTheWeekBefore() {
        Map<String, @Nullable Double> errors = errors(203, day -> day % 7 == 0 ? 7 : 0);
        assertThat(errors.get("wape_weekly_naive")).isZero();
        assertThat(errors.get("wape_mean_28")).isCloseTo(12.0 / 7, within(1e-9));
        // One origin in seven foretells 7 for six days without, the six others 0 for the day with
        assertThat(errors.get("wape_naive")).isCloseTo((6 * 7 + 6 * 7) / 7.0 / 7, within(1e-9));
    }

    /** On a straight line the last day is behind by four days in the mean, the week before by seven, the mean of 28 by 17.5. */
    @Test
    void theyLagBehindALine() {
        Map<String, @Nullable Double> errors = errors(140, day -> day);
        double mean = IntStream.range(140 - 55, 140 - 6)
                .flatMap(origin -> IntStream.range(origin, origin + 7))
                .average()
                .orElseThrow();
        assertThat(errors.get("wape_naive")).isCloseTo(4 / mean, within(1e-9));
        assertThat(errors.get("wape_weekly_naive")).isCloseTo(7 / mean, within(1e-9));
        assertThat(errors.get("wape_mean_28")).isCloseTo(17.5 / mean, within(1e-9));
        assertThat(errors.get("wape_smoothing")).isCloseTo(5.5 / mean, within(1e-6));
    }

    @Test
    void tooFewDaysGiveNoFigure() {
        assertThat(errors(83, day -> 5).values()).containsOnlyNulls();
    }
}
