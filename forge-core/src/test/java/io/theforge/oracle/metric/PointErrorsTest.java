package io.theforge.oracle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PointErrorsTest {
    /**
     * Sold 4, 0, 6 and 10; forecast 5, 2, 6 and 7. Errors f - y: 1, 2, 0, -3. WAPE = (1 + 2 + 0 + 3) / 20 = 0.3, bias = (1 + 2 +
     * 0 - 3) / 20 = 0, MAE = 6 / 4 = 1.5, mean squared error = (1 + 4 + 0 + 9) / 4 = 3.5.
     */
    @Test
    void errorsAreThoseComputedByHand() {
        PointErrors errors = new PointErrors();
        errors.add(4, 5);
        errors.add(0, 2);
        errors.add(6, 6);
        errors.add(10, 7);
        assertThat(errors.wape()).isCloseTo(0.3, within(1e-15));
        assertThat(errors.bias()).isZero();
        assertThat(errors.mae()).isEqualTo(1.5);
        assertThat(errors.meanSquaredError()).isEqualTo(3.5);
        assertThat(errors.days()).isEqualTo(4);
    }

    /** Sold 8, forecast 10: bias = 2 / 8. */
    @Test
    void theBiasOfForecastsThatAreTooHighIsPositive() {
        PointErrors errors = new PointErrors();
        errors.add(8, 10);
        assertThat(errors.bias()).isEqualTo(0.25);
    }

    /** WAPE = (1 + 2) / (4 + 2) is that of all days, not the mean of 1/4 and 2/2. */
    @Test
    void groupsMergeToTheirDaysTogether() {
        PointErrors one = new PointErrors();
        one.add(4, 5);
        PointErrors other = new PointErrors();
        other.add(2, 0);
        one.merge(other);
        assertThat(one.wape()).isEqualTo(0.5);
        assertThat(one.bias()).isCloseTo(-1 / 6.0, within(1e-15));
        assertThat(one.mae()).isEqualTo(1.5);
        assertThat(one.meanSquaredError()).isEqualTo(2.5);
    }

    @Test
    void whereNothingWasSoldPercentagesAreUndefined() {
        PointErrors errors = new PointErrors();
        assertThat(errors.mae()).isNaN();
        errors.add(0, 1);
        assertThat(errors.wape()).isNaN();
        assertThat(errors.bias()).isNaN();
        assertThat(errors.mae()).isEqualTo(1);
    }
}
