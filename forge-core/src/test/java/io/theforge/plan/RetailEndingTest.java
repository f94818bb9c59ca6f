package io.theforge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetailEndingTest {
    @Test
    void fromTwoOnAPriceEndsIn99Or49Or95() {
        assertThat(RetailEnding.between(200, 400)).containsExactly(249, 295, 299, 349, 395, 399);
    }

    @Test
    void belowTwoEveryNineAndFiveWillDo() {
        assertThat(RetailEnding.between(165, 249)).containsExactly(165, 169, 175, 179, 185, 189, 195, 199, 249);
        assertThat(RetailEnding.between(-10, 10)).containsExactly(5, 9);
        assertThat(RetailEnding.between(300, 310)).isEmpty();
    }

    @Test
    void theNearestPriceHasARetailEndingAndNoneIsNearer() {
        for (int cents = 1; cents < 1500; cents++) {
            int nearest = RetailEnding.nearest(cents);
            int distance = Math.abs(nearest - cents);
            assertThat(RetailEnding.isRetail(nearest)).isTrue();
            assertThat(RetailEnding.between(cents - distance + 1, cents + distance - 1))
                    .isEmpty();
        }
    }

    @Test
    void theLowerOfTwoAsNearIsTaken() {
        assertThat(RetailEnding.nearest(7)).isEqualTo(5);
        assertThat(RetailEnding.nearest(224)).isEqualTo(199);
        assertThat(RetailEnding.nearest(297)).isEqualTo(295);
        assertThat(RetailEnding.nearest(0)).isEqualTo(5);
    }
}
