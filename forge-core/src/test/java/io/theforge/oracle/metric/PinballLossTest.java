package io.theforge.oracle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PinballLossTest {
    /** Sold 10, forecast 6: 0.95 * 4 = 3.8. Sold 10, forecast 12: 0.05 * 2 = 0.1. */
    @Test
    void aHighQuantileCostsMuchWhenItIsTooLow() {
        assertThat(PinballLoss.of(0.95, 10, 6)).isCloseTo(3.8, within(1e-14));
        assertThat(PinballLoss.of(0.95, 10, 12)).isCloseTo(0.1, within(1e-14));
        assertThat(PinballLoss.of(0.95, 10, 10)).isZero();
    }

    /**
     * Sold 10, forecast 4, 8, 10, 11, 15: 0.05 * 6 = 0.3, 0.25 * 2 = 0.5, 0, 0.25 * 1 = 0.25, 0.05 * 5 = 0.25. Sold 3: 0.95 * 1 =
     * 0.95, 0.75 * 5 = 3.75, 0.5 * 7 = 3.5, 0.25 * 8 = 2, 0.05 * 12 = 0.6. Mean of all ten: (1.3 + 10.8) / 10 = 1.21.
     */
    @Test
    void lossesAreThoseComputedByHand() {
        PinballLoss losses = new PinballLoss();
        double[] forecasts = {4, 8, 10, 11, 15};
        losses.add(10, forecasts);
        PinballLoss other = new PinballLoss();
        other.add(3, forecasts);
        losses.merge(other);
        assertThat(losses.mean(0)).isCloseTo((0.3 + 0.95) / 2, within(1e-14));
        assertThat(losses.mean(1)).isCloseTo((0.5 + 3.75) / 2, within(1e-14));
        assertThat(losses.mean(2)).isCloseTo(3.5 / 2, within(1e-14));
        assertThat(losses.mean(3)).isCloseTo((0.25 + 2) / 2, within(1e-14));
        assertThat(losses.mean(4)).isCloseTo((0.25 + 0.6) / 2, within(1e-14));
        assertThat(losses.mean()).isCloseTo(1.21, within(1e-14));
    }

    @Test
    void expectedLossesCountAsDays() {
        PinballLoss losses = new PinballLoss();
        assertThat(losses.mean()).isNaN();
        losses.addExpected(new double[] {1, 2, 3, 4, 5});
        losses.addExpected(new double[] {3, 2, 1, 0, 5});
        assertThat(losses.mean(0)).isEqualTo(2);
        assertThat(losses.mean()).isCloseTo(2.6, within(1e-14));
    }
}
