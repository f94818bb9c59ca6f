package io.theforge.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalQuantileTest {
    /** From the complementary error function with 40 digits, on both sides of every joint of the three pieces. */
    @ParameterizedTest
    @CsvSource({
        "1.1102230246251565e-16, -8.2095361516013869",
        "1e-15, -7.9413453261709968",
        "1e-12, -7.0344838253011319",
        "1.3e-11, -6.6676114565107408",
        "1.4e-11, -6.6567230915181836",
        "1e-10, -6.3613409024040562",
        "1e-6, -4.753424308822899",
        "0.001, -3.0902323061678135",
        "0.025, -1.9599639845400542",
        "0.07, -1.4757910281791707",
        "0.075, -1.4395314709384559",
        "0.08, -1.4050715603096325",
        "0.1, -1.2815515655446004",
        "0.25, -0.67448975019608174",
        "0.4, -0.25334710313579974",
        "0.49, -0.025068908258711058",
        "0.5, 0",
        "0.7, 0.52440051270804066",
        "0.9, 1.2815515655446006",
        "0.93, 1.4757910281791711",
        "0.975, 1.959963984540054",
        "0.999, 3.0902323061678133",
        "0.9999999999999999, 8.2095361516013869"
    })
    void knownQuantiles(double p, double z) {
        assertThat(NormalQuantile.of(p)).isEqualTo(z, within(1e-15 * Math.abs(z)));
    }

    @Property
    void theTwoHalvesMirrorEachOther(@ForAll @LongRange(min = 1, max = 1L << 52) long numerator) {
        double p = numerator * 0x1p-53;
        assertThat(NormalQuantile.of(1 - p)).isEqualTo(0.0 - NormalQuantile.of(p));
    }

    @Property
    void theDistributionFunctionLeadsBack(@ForAll @LongRange(min = 1, max = 1L << 52) long numerator) {
        double p = numerator * 0x1p-53;
        assertThat(distribution(NormalQuantile.of(p)) / p).isEqualTo(1, within(1e-13));
    }

    @Test
    void quantilesGrowAcrossTheJoints() {
        for (double joint : new double[] {StrictMath.exp(-25), 0.075, 0.5, 0.925}) {
            double before = NormalQuantile.of(joint * (1 - 1e-12));
            double after = NormalQuantile.of(joint * (1 + 1e-12));
            assertThat(after).isGreaterThan(before).isEqualTo(before, within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 2, Double.NaN})
    void aProbabilityOutsideTheRangeIsRefused(double p) {
        assertThatThrownBy(() -> NormalQuantile.of(p))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p is " + p);
    }

    /** P(Z &lt;= z) for z up to 0: a power series near 0, Laplace's continued fraction in the tail. */
    private static double distribution(double z) {
        double density = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z < -2) {
            double fraction = -z;
            for (int n = 300; n > 0; n--) {
                fraction = -z + n / fraction;
            }
            return density / fraction;
        }
        double term = -z;
        double sum = 0;
        for (int odd = 3; Math.abs(term) > 1e-20; odd += 2) {
            sum += term;
            term *= z * z / odd;
        }
        return 0.5 - density * sum;
    }
}
