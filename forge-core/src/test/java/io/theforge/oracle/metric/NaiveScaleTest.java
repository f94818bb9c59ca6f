package io.theforge.oracle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NaiveScaleTest {
    private static NaiveScale scale(double... history) {
        NaiveScale scale = new NaiveScale();
        for (double y : history) {
            scale.add(y);
        }
        return scale;
    }

    /**
     * Training 0, 0, 3, 5, 4, 0, 4: from the first sale on n = 5 and the differences are 2, -1, -4, 4. Mean square = (4 + 1 + 16 +
     * 16) / 4 = 9.25, mean absolute = 11 / 4 = 2.75. Evaluated 2, 6, 1 against a forecast of 3: errors 1, 9 and 4, mean 14 / 3,
     * RMSSE = sqrt(14 / 3 / 9.25) = sqrt(0.504504...) = 0.710285.
     */
    @Test
    void rmsseIsThatComputedByHand() {
        PointErrors errors = new PointErrors();
        errors.add(2, 3);
        errors.add(6, 3);
        errors.add(1, 3);
        NaiveScale scale = scale(0, 0, 3, 5, 4, 0, 4);
        assertThat(scale.meanSquared()).isEqualTo(9.25);
        assertThat(scale.rmsse(Math.sqrt(errors.meanSquaredError()))).isCloseTo(0.710285, within(1e-6));
    }

    /**
     * The same training. Evaluated 2 and 6 against 4 as the quantile 0.75: losses 0.25 * 2 = 0.5 and 0.75 * 2 = 1.5, mean 1, SPL =
     * 1 / 2.75 = 0.363636.
     */
    @Test
    void theScaledPinballLossIsThatComputedByHand() {
        double loss = (PinballLoss.of(0.75, 2, 4) + PinballLoss.of(0.75, 6, 4)) / 2;
        assertThat(scale(0, 0, 3, 5, 4, 0, 4).scaledPinballLoss(loss)).isCloseTo(0.363636, within(1e-6));
    }

    /** 5 to 4 and 0 to 4 are the only known neighbours: (1 + 16) / 2 and (1 + 4) / 2. */
    @Test
    void aDifferenceNeedsTwoKnownDays() {
        NaiveScale scale = scale(5, 4, Double.NaN, 0, 4, Double.NaN);
        assertThat(scale.meanSquared()).isEqualTo(8.5);
        assertThat(scale.meanAbsolute()).isEqualTo(2.5);
    }

    @Test
    void aSeriesThatNeverSoldOrNeverChangedHasNoScale() {
        for (NaiveScale scale : new NaiveScale[] {scale(), scale(0, 0, 0), scale(0, 0, 7), scale(4, 4, 4)}) {
            assertThat(scale.meanSquared()).isNaN();
            assertThat(scale.rmsse(1)).isNaN();
            assertThat(scale.scaledPinballLoss(1)).isNaN();
        }
    }

    @Test
    void theNextSeriesStartsAgain() {
        NaiveScale scale = scale(3, 9);
        scale.clear();
        scale.add(0);
        assertThat(scale.meanSquared()).isNaN();
        scale.add(2);
        scale.add(3);
        assertThat(scale.meanSquared()).isEqualTo(1);
    }

    @Test
    void undefinedSeriesAreLeftOutOfTheMeanAndCounted() {
        SeriesMean mean = new SeriesMean();
        assertThat(mean.mean()).isNaN();
        mean.add(0.5);
        mean.add(Double.NaN);
        SeriesMean other = new SeriesMean();
        other.add(1);
        other.add(Double.NaN);
        mean.merge(other);
        assertThat(mean.mean()).isEqualTo(0.75);
        assertThat(mean.undefined()).isEqualTo(2);
    }
}
