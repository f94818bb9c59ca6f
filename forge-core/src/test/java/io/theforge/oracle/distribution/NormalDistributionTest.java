package io.theforge.oracle.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {
    /** Golden values: mpmath 1.3, ncdf with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "-10, 7.6198530241605261e-24, 1e-7",
        "-8, 6.2209605742717841e-16, 1e-7",
        "-7, 1.279812543885835e-12, 1e-8",
        "-3.5, 0.00023262907903552504, 1e-13",
        "-1, 0.15865525393145705, 1e-13",
        "0, 0.5, 1e-13",
        "0.5, 0.6914624612740131, 1e-13",
        "2.25, 0.9877755273449553, 1e-13",
        "6.9, 0.99999999999739987, 1e-13"
    })
    void theDistributionFunctionAgreesWithHighPrecisionArithmetic(double x, double below, double relativeError) {
        double bell = NormalDistribution.bell(x);
        assertThat(NormalDistribution.below(x)).isCloseTo(below, within(below * relativeError));
        assertThat(NormalDistribution.above(-x, bell)).isEqualTo(NormalDistribution.below(x, bell));
    }
}
