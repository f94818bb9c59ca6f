package io.theforge.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.demand.ExpectedDemand;
import io.theforge.demand.LatentDemand;
import io.theforge.movement.Absences;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.series.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockoutShareTest {

    /** Counts over the days of every series. */
    private static final class Count {
        double days;
        double absentDays;
        double absentWithStock;
        double stockoutDays;
        double firstDays;
        double firstDaysWithLoss;
        double lost;

        Count(Plan plan) {
            ExpectedDemand expected = new ExpectedDemand(plan);
            LatentDemand latent = new LatentDemand(plan);
            Stock stock = new Stock(plan);
            for (Store store : plan.stores()) {
                for (Product product : plan.products()) {
                    expected.fill(store, product);
                    latent.draw(store, product, expected.means);
                    stock.simulate(plan, store, product, latent.units, expected);
                    for (int d = 0; d < plan.days(); d++) {
                        boolean isStockout = stock.onHand[d] == 0;
                        if (expected.absences()[d] != Absences.PRESENT) {
                            absentDays++;
                            absentWithStock += isStockout ? 0 : 1;
                            continue;
                        }
                        days++;
                        stockoutDays += isStockout ? 1 : 0;
                        lost += latent.units[d] - stock.sold[d];
                        if (isStockout && d > 0 && stock.onHand[d - 1] > 0) {
                            firstDays++;
                            firstDaysWithLoss += latent.units[d] > stock.sold[d] ? 1 : 0;
                        }
                    }
                }
            }
        }
    }

    private static Count count(double baseDemand, double share, String behavior) {
        return new Count(Dataset.plan(
                "dimensions: {stores: {count: 10, size_spread: 0.05}, products: {count: 28, demand_spread: 0.05}}\n"
                        + "time_series: {base_demand: " + baseDemand + ", trend: none}\nretail: {stockout_probability: "
                        + share + ", stockout_behavior: " + behavior + "}\n"));
    }

    /** 102,480 series-days; how far the share misses is a matter of the plan, not of chance: runs per series hardly vary. */
    @ParameterizedTest
    @CsvSource({
        "1.2, 0.02",
        "1.2, 0.15",
        "1.2, 0.5",
        "2, 0.01",
        "2, 0.02",
        "2, 0.05",
        "2, 0.15",
        "2, 0.25",
        "2, 0.5",
        "2, 0.9",
        "100, 0.01",
        "100, 0.02",
        "100, 0.05",
        "100, 0.15",
        "100, 0.25",
        "100, 0.5",
        "100, 0.9"
    })
    void theShareIsMetWithinATenthOfItself(double baseDemand, double share) {
        for (String behavior : new String[] {"zero", "backlog"}) {
            Count count = count(baseDemand, share, behavior);
            assertThat(count.stockoutDays / count.days).as(behavior).isCloseTo(share, within(share / 10));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 0.02", "3, 0.15", "100, 0.02", "100, 0.15", "100, 0.5"})
    void unitsAreLostOnTheFirstDayMoreOftenThanNot(double baseDemand, double share) {
        Count count = count(baseDemand, share, "zero");
        assertThat(count.firstDays).isGreaterThan(100);
        assertThat(count.firstDaysWithLoss / count.firstDays).isGreaterThan(0.5);
    }

    /** The promised share is of the days on the shelf; about half of the absences are sold off, as far as orders could be cut. */
    @ParameterizedTest
    @CsvSource({"3, 0.02", "3, 0.15", "100, 0.02", "100, 0.15", "100, 0.5"})
    void daysOffTheShelfDoNotCount(double baseDemand, double share) {
        Count count = new Count(Dataset.plan(
                "dimensions: {stores: {count: 10, size_spread: 0.05}, products: {count: 28, demand_spread: 0.05}}\n"
                        + "time_series: {base_demand: " + baseDemand
                        + ", trend: none}\nabsences: {series_probability: 0.5,"
                        + " cleared_share: 0.5}\nretail: {stockout_probability: " + share + "}\n"));
        assertThat(count.stockoutDays / count.days).isCloseTo(share, within(share / 5));
        assertThat(count.absentDays / (count.absentDays + count.days)).isBetween(0.06, 0.14);
        assertThat(count.absentWithStock / count.absentDays).isBetween(0.2, 0.75);
    }

    @Test
    void withoutStockoutsEverythingAskedForIsSold() {
        Count count = count(20, 0, "zero");
        assertThat(count.stockoutDays).isZero();
        assertThat(count.lost).isZero();
    }

    /** What waits is sold later: only what the last days left waiting is missing. */
    @Test
    void withBacklogAlmostNothingIsLost() {
        Count zero = count(20, 0.15, "zero");
        Count backlog = count(20, 0.15, "backlog");
        assertThat(backlog.lost).isLessThan(zero.lost / 20);
    }

    @Test
    void planningEndsForAnyShare() {
        int[] counts = new int[1_000];
        for (double share : new double[] {Double.MIN_VALUE, 1e-300, 1e-19, 1e-9}) {
            new StockoutPlan(share, 0).count(7, 0, counts.length, counts);
            assertThat(counts[999]).isBetween(0, 5);
        }
        new StockoutPlan(1, 0).count(7, 0, counts.length, counts);
        assertThat(counts[999]).isEqualTo(1_000);
    }

    /** A hundred thousand days of many pairs: the standard error is far below a hundredth of the share. */
    @Test
    void plannedDaysHaveTheShare() {
        for (double share : new double[] {0.005, 0.02, 0.15, 0.3, 0.5, 0.77, 0.95, 1}) {
            int[] counts = new int[1_000];
            double planned = 0;
            for (int pair = 0; pair < 1_000; pair++) {
                new StockoutPlan(share, 0).count(Keys.derive(5, pair), 0, counts.length, counts);
                planned += counts[999];
            }
            assertThat(planned / 1_000_000).isCloseTo(share, within(share * 0.03));
        }
    }
}
