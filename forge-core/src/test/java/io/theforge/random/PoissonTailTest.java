package io.theforge.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTailTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.7, 3.3, 9, 15.99, 16, 20.2, 47, 100, 777.7, 5_000, 100_000})
    void bothTailsAgreeWithExactSummation(double mean) {
        PoissonReference reference = new PoissonReference(mean);
        for (int i = 0; i < reference.atMost.size(); i++) {
            int k = reference.first + i;
            BigDecimal exact = reference.atMost.get(i);
            double below = exact.doubleValue();
            double above = BigDecimal.ONE.subtract(exact).doubleValue();
            if (below > 1e-17 && k <= mean) {
                assertThat(PoissonTail.atMost(k, mean) / below - 1)
                        .as("P(X <= %s)", k)
                        .isBetween(-1e-13, 1e-13);
            }
            if (above > 1e-17 && k >= mean - 1) {
                assertThat(PoissonTail.above(k, mean) / above - 1)
                        .as("P(X > %s)", k)
                        .isBetween(-1e-13, 1e-13);
            }
        }
    }
}
