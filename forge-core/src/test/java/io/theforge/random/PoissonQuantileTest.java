package io.theforge.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonQuantileTest {
    private static final BigDecimal TWO_TO_53 = BigDecimal.valueOf(1L << 53);
    /** How near to a step of the distribution function the answer is still certain, as a part of the smaller tail. */
    private static final double MARGIN = 1e-12;

    /** Every step of the distribution function that a draw can meet, approached from both sides. */
    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.01, 0.1, 0.3, 0.5, 1, 2.5, 4, 5.5, 7.999999, 8, 8.5, 10, 12.34, 15.999999, 16, 20, 30, 64.5, 100,
                333.3, 1_000, 4_096, 10_000, 31_415.9, 100_000
            })
    void countsChangeWhereExactSummationSaysSo(double mean) {
        PoissonReference reference = new PoissonReference(mean);
        for (int i = 0; i < reference.atMost.size(); i++) {
            int k = reference.first + i;
            BigDecimal step = reference.atMost.get(i);
            BigDecimal margin = step.min(BigDecimal.ONE.subtract(step)).multiply(BigDecimal.valueOf(MARGIN));
            double before = multipleOf2ToMinus53(step.subtract(margin), RoundingMode.FLOOR);
            double after = multipleOf2ToMinus53(step.add(margin), RoundingMode.CEILING);
            if (before > 0) {
                assertThat(PoissonQuantile.of(mean, before)).as("u %s", before).isLessThanOrEqualTo(k);
            }
            if (after < 1) {
                assertThat(PoissonQuantile.of(mean, after)).as("u %s", after).isGreaterThan(k);
            }
        }
    }

    /** The same with the tails that {@link PoissonTailTest} proves, at means nobody chose. */
    @Property(tries = 5_000)
    void countsChangeWhereTheTailsSaySo(
            @ForAll @DoubleRange(min = 1, max = 5_000) double mean,
            @ForAll @LongRange(min = 1, max = (1L << 53) - 1) long numerator) {
        int k = PoissonQuantile.of(mean, numerator * 0x1p-53);
        if (k <= mean) {
            double step = PoissonTail.atMost(k, mean) * 0x1p53;
            assertThat(PoissonQuantile.of(mean, Math.floor(step * (1 - MARGIN)) * 0x1p-53))
                    .isLessThanOrEqualTo(k);
            assertThat(PoissonQuantile.of(mean, Math.ceil(step * (1 + MARGIN)) * 0x1p-53))
                    .isGreaterThan(k);
        } else {
            double rest = PoissonTail.above(k - 1, mean) * 0x1p53;
            assertThat(PoissonQuantile.of(mean, 1 - Math.ceil(rest * (1 + MARGIN)) * 0x1p-53))
                    .isLessThan(k);
            assertThat(PoissonQuantile.of(mean, 1 - Math.floor(rest * (1 - MARGIN)) * 0x1p-53))
                    .isGreaterThanOrEqualTo(k);
        }
    }

    /** Steps of the distribution function, by 40-digit summation elsewhere, from both sides. */
    @ParameterizedTest
    @CsvFileSource(resources = "poisson-quantiles-of-large-means.csv", numLinesToSkip = 1)
    void largeMeansAreExactToo(double mean, double u, int count) {
        assertThat(PoissonQuantile.of(mean, u)).isEqualTo(count);
    }

    @Property(tries = 5_000)
    void aLargerUniformNumberNeverGivesASmallerCount(
            @ForAll @DoubleRange(min = 0, max = 2_000) double mean,
            @ForAll @LongRange(min = 1, max = (1L << 53) - 1) long first,
            @ForAll @LongRange(min = 1, max = (1L << 53) - 1) long second) {
        int smaller = PoissonQuantile.of(mean, Math.min(first, second) * 0x1p-53);
        assertThat(PoissonQuantile.of(mean, Math.max(first, second) * 0x1p-53)).isGreaterThanOrEqualTo(smaller);
    }

    @Property(tries = 5_000)
    void aLargerMeanNeverGivesASmallerCount(
            @ForAll @DoubleRange(min = 0, max = 40) double mean,
            @ForAll @DoubleRange(min = 1, max = 1.1) double growth,
            @ForAll @LongRange(min = 1, max = (1L << 53) - 1) long numerator) {
        double u = numerator * 0x1p-53;
        assertThat(PoissonQuantile.of(mean * growth, u)).isGreaterThanOrEqualTo(PoissonQuantile.of(mean, u));
    }

    @Test
    void countsOnlyGrowAlongAFineLadderOfMeans() {
        for (double u : new double[] {0x1p-53, 1e-9, 0.001, 0.3, 0.5, 0.9, 0.999, 1 - 0x1p-30, 1 - 0x1p-53}) {
            int last = 0;
            for (int step = 0; step <= 50_000; step++) {
                int count = PoissonQuantile.of(step / 1_000.0, u);
                assertThat(count).isGreaterThanOrEqualTo(last);
                last = count;
            }
        }
    }

    @Test
    void aMeanOfZeroSellsNothing() {
        assertThat(PoissonQuantile.of(0, 0x1p-53)).isZero();
        assertThat(PoissonQuantile.of(0, 1 - 0x1p-53)).isZero();
        assertThat(PoissonQuantile.of(Double.MIN_VALUE, 1 - 0x1p-53)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, 1.000001e9, Double.NaN, Double.POSITIVE_INFINITY})
    void aMeanOutsideTheRangeIsRefused(double mean) {
        assertThatThrownBy(() -> PoissonQuantile.of(mean, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mean is " + mean);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void aUniformNumberOutsideTheRangeIsRefused(double u) {
        assertThatThrownBy(() -> PoissonQuantile.of(3, u))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("u is " + u);
    }

    private static double multipleOf2ToMinus53(BigDecimal value, RoundingMode rounding) {
        return value.multiply(TWO_TO_53).setScale(0, rounding).longValueExact() * 0x1p-53;
    }
}
