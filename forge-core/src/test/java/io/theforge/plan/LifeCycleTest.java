package io.theforge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.random.Keys;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
    private final Shop shop = new Shop();

    @Test
    void aStratifiedShareIsMetAtEveryCount() {
        for (double share : new double[] {0.01, 0.1, 0.29, 0.5, 2.0 / 3, 0.9}) {
            long key = Keys.derive(7, (long) (share * 1000));
            int chosen = 0;
            for (int count = 1; count <= 10_000; count++) {
                chosen += Stratified.selects(count - 1, share, key) ? 1 : 0;
                assertThat((double) chosen).isBetween(share * count - 1 - 1e-6, share * count + 1 + 1e-6);
            }
            assertThat(chosen).isEqualTo((int) Math.floor(share * 10_000 + 1e-6));
        }
    }

    @Test
    void shareOneTakesAllAndShareZeroNone() {
        for (int i : new int[] {0, 1, 999, 1_000_000}) {
            assertThat(Stratified.selects(i, 1, 5)).isTrue();
            assertThat(Stratified.selects(i, 0, 5)).isFalse();
            assertThat(Stratified.selects(i, Double.MIN_VALUE, 5)).isFalse();
        }
    }

    @Test
    void withoutSharesEveryProductIsThereForGood() {
        assertThat(ProductPlan.of(shop.config())).allMatch(p -> p.launchDay() == 0 && p.lastDay() == Product.ENDLESS);
    }

    @Test
    void theShareOfLaunchesLiesInsideTheFirstBlock() {
        shop.products = 1_000;
        shop.newProductShare = 0.3;
        List<Product> products = ProductPlan.of(shop.config());
        assertThat(products).filteredOn(p -> p.launchDay() > 0).hasSize(300);
        assertThat(products).allMatch(p -> p.launchDay() < 366);
    }

    @Test
    void everyBlockEndsItsShareOfThoseStillAlive() {
        shop.products = 1_000;
        shop.newProductShare = 0.5;
        shop.discontinuedShare = 0.1;
        List<Product> products = ProductPlan.of(shop.config());
        int alive = 1_000;
        for (int block = 0; block * 366 < 11_020; block++) {
            int first = block * 366;
            int ended = (int) products.stream()
                    .filter(p -> p.lastDay() >= first && p.lastDay() < first + 366)
                    .count();
            assertThat((double) ended).isBetween(alive * 0.1 - 1, alive * 0.1 + 1);
            alive -= ended;
        }
        assertThat(products).filteredOn(p -> p.lastDay() == Product.ENDLESS).hasSize(alive);
    }

    @Test
    void whatLaunchesAndEndsInOneBlockKeepsAThirdBetween() {
        for (int days : new int[] {2, 3, 4, 31, 366}) {
            shop.horizon = shop.start.plusDays(days - 1);
            shop.products = 500;
            shop.newProductShare = 1;
            shop.discontinuedShare = 1;
            int third = Math.max(1, days / 3);
            assertThat(ProductPlan.of(shop.config()))
                    .allMatch(p -> p.launchDay() >= 1 && p.launchDay() <= third)
                    .allMatch(p -> p.lastDay() >= days - third && p.lastDay() < days && p.lastDay() >= p.launchDay());
        }
    }

    @Test
    void aBlockOfOneDayHasNoLaunches() {
        shop.horizon = shop.start;
        shop.newProductShare = 1;
        shop.discontinuedShare = 0.5;
        assertThat(ProductPlan.of(shop.config())).allMatch(p -> p.launchDay() == 0 && p.lastDay() >= 0);
    }

    @Test
    void whereGenerationStopsChangesNothing() {
        shop.newProductShare = 0.4;
        shop.discontinuedShare = 0.2;
        List<Product> products = ProductPlan.of(shop.config());
        shop.end = LocalDate.of(2024, 3, 1);
        assertThat(ProductPlan.of(shop.config())).isEqualTo(products);
        shop.end = LocalDate.of(2030, 3, 1);
        assertThat(ProductPlan.of(shop.config())).isEqualTo(products);
    }
}
