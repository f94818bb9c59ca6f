package io.theforge.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What many draws look like together. The keys are fixed, so a passing test always passes; were they drawn anew, each
 * assertion would fail by chance once in a million times.
 */
class DrawsTest {
    private static final int DRAWS = 200_000;
    /** Chi-square quantiles at 1 - 1e-6, for 99 and for 255 degrees of freedom. */
    private static final double CHI_SQUARE_99 = 180.79;

    private static final double CHI_SQUARE_255 = 377.08;
    /** The two-sided normal quantile at 1e-6. */
    private static final double SIGMAS = 4.892;

    @ParameterizedTest
    @EnumSource
    void uniformNumbersOfAStreamFillZeroToOneEvenly(Stream stream) {
        long key = Keys.key(42, stream);
        long[] cells = new long[100];
        for (int i = 0; i < DRAWS; i++) {
            cells[(int) (Keys.uniform(key, i) * 100)]++;
        }
        assertThat(chiSquare(cells, DRAWS / 100.0)).isLessThan(CHI_SQUARE_99);
    }

    @Test
    void theFirstDrawsOfNeighbouringThingsFillZeroToOneEvenly() {
        long key = Keys.key(42, Stream.STORE_SIZE);
        long[] cells = new long[100];
        for (int i = 0; i < DRAWS; i++) {
            cells[(int) (Keys.uniform(Keys.derive(key, i), 0) * 100)]++;
        }
        assertThat(chiSquare(cells, DRAWS / 100.0)).isLessThan(CHI_SQUARE_99);
    }

    @Test
    void neighboursAreIndependent() {
        long key = Keys.key(42, Stream.DEMAND);
        long nextStream = Keys.key(42, Stream.PRICE_CHANGE);
        long nextSeed = Keys.key(43, Stream.DEMAND);
        assertIndependent("draw and next draw", i -> Keys.uniform(key, 2L * i), i -> Keys.uniform(key, 2L * i + 1));
        assertIndependent("stream and next stream", i -> Keys.uniform(key, i), i -> Keys.uniform(nextStream, i));
        assertIndependent("seed and next seed", i -> Keys.uniform(key, i), i -> Keys.uniform(nextSeed, i));
        assertIndependent(
                "same draw of a thing and the next",
                i -> Keys.uniform(Keys.derive(key, 2L * i), 7),
                i -> Keys.uniform(Keys.derive(key, 2L * i + 1), 7));
        assertIndependent(
                "a thing and what stands below it",
                i -> Keys.uniform(Keys.derive(key, i), 0),
                i -> Keys.uniform(Keys.derive(Keys.derive(key, i), 0), 0));
        assertIndependent(
                "grandchildren reached by swapped paths",
                i -> Keys.uniform(Keys.derive(Keys.derive(key, i), i + 1), 0),
                i -> Keys.uniform(Keys.derive(Keys.derive(key, i + 1), i), 0));
    }

    @Test
    void normalDrawsHaveMeanZeroAndVarianceOne() {
        long key = Keys.key(42, Stream.NOISE_SERIES);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double z = NormalQuantile.of(Keys.uniform(key, i));
            sum += z;
            squares += z * z;
        }
        assertThat(sum / DRAWS).isEqualTo(0, within(SIGMAS * Math.sqrt(1.0 / DRAWS)));
        assertThat(squares / DRAWS).isEqualTo(1, within(SIGMAS * Math.sqrt(2.0 / DRAWS)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.9, 4, 7.9, 8.1, 40, 500, 20_000})
    void poissonDrawsHaveTheirMeanAsMeanAndAsVariance(double mean) {
        long key = Keys.key(42, Stream.DEMAND);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double difference = PoissonQuantile.of(mean, Keys.uniform(key, i)) - mean;
            sum += difference;
            squares += difference * difference;
        }
        assertThat(sum / DRAWS).isEqualTo(0, within(SIGMAS * Math.sqrt(mean / DRAWS)));
        double varianceOfSquare = mean + 2 * mean * mean;
        assertThat(squares / DRAWS).isEqualTo(mean, within(SIGMAS * Math.sqrt(varianceOfSquare / DRAWS)));
    }

    private static void assertIndependent(String pair, IntToDoubleFunction first, IntToDoubleFunction second) {
        long[] cells = new long[256];
        for (int i = 0; i < DRAWS; i++) {
            cells[(int) (first.applyAsDouble(i) * 16) * 16 + (int) (second.applyAsDouble(i) * 16)]++;
        }
        assertThat(chiSquare(cells, DRAWS / 256.0)).as(pair).isLessThan(CHI_SQUARE_255);
    }

    private static double chiSquare(long[] cells, double expected) {
        double sum = 0;
        for (long cell : cells) {
            sum += (cell - expected) * (cell - expected) / expected;
        }
        return sum;
    }
}
