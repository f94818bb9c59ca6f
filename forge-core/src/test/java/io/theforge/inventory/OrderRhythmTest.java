package io.theforge.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.series.Dataset;
import io.theforge.series.SeriesBlock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** When shops order, in what cases, and how long it lasts. */
class OrderRhythmTest {

    /** Orders of a category are made on its order days alone, and arrive after its lead time: what is short of that is a planned stockout. */
    @Test
    void categoriesAreOrderedOnTheirDaysAndArriveAfterTheirLeadTime() {
        Dataset dataset = Dataset.of("""
                dimensions: {stores: {count: 3}, products: {count: 12, categories: [Dairy, Snack]}}
                date_range: {start: "2024-03-06", end: "2024-08-31"}
                retail: {stockout_probability: 0}
                stock: {supply: [{categories: [Dairy], order_days: [1, 3, 6], lead_time_days: 2}]}
                """);
        Plan plan = dataset.plan;
        boolean[] snackOrders = new boolean[7];
        for (SeriesBlock series : dataset.allSeries()) {
            Product product = plan.products().get(series.productIndex);
            for (int i = 1; i < series.inventoryCount; i++) {
                int received = series.onHand[i] - series.onHand[i - 1] + series.quantity[i];
                int ordered = series.onOrder[i] - series.onOrder[i - 1] + received;
                int weekday = Math.floorMod(plan.firstEpochDay() + i + 3, 7) + 1;
                if (!product.category().equals("Dairy")) {
                    snackOrders[weekday - 1] |= ordered > 0;
                    continue;
                }
                assertThat(product.leadTimeDays()).isEqualTo(2);
                if (ordered > 0) {
                    assertThat(weekday).isIn(1, 3, 6);
                }
                if (received > 0) {
                    assertThat(weekday).isIn(3, 5, 1);
                }
                if (i > 2 && received > 0) {
                    assertThat(received).isEqualTo(series.onOrder[i - 1]);
                }
            }
        }
        assertThat(snackOrders).as("a weekday of each series' own").containsOnly(true);
    }

    /** 20,000 products: four standard errors of a share are below 0.015. */
    @Test
    void casesHaveTheirShares() {
        Plan plan = Dataset.plan("""
                dimensions: {products: {count: 20000}, stores: {count: 1}}
                stock: {case_packs: {1: 1, 6: 2, 12: 1}}
                """);
        Map<Integer, Integer> counts = new TreeMap<>();
        plan.products().forEach(product -> counts.merge(product.casePackUnits(), 1, Integer::sum));
        assertThat(counts.keySet()).containsExactly(1, 6, 12);
        assertThat(counts.getOrDefault(6, 0) / 20_000.0).isCloseTo(0.5, within(0.015));
        assertThat(counts.getOrDefault(12, 0) / 20_000.0).isCloseTo(0.25, within(0.015));
    }

    /** Units on hand over units sold a day, as the realism card has it: grocers report 24 to 28 days. */
    @Test
    void ordersForMoreThanFiveWeeksLeaveTheCoverThatGrocersReport() {
        assertThat(cover("{min_cover_days: 34, max_cover_days: 39}")).isBetween(24.0, 28.0);
        assertThat(cover("{supply: [{order_days: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1, cover_days: 2}]}"))
                .isBetween(0.8, 2.5);
    }

    private static double cover(String stock) {
        Dataset dataset = Dataset.of("""
                dimensions: {stores: {count: 4}, products: {count: 20}}
                date_range: {start: "2024-01-01", end: "2024-12-31"}
                time_series: {trend: none}
                stock:\s""" + stock + "\n");
        double onHand = 0;
        double sold = 0;
        for (SeriesBlock series : dataset.allSeries()) {
            for (int i = 0; i < series.inventoryCount; i++) {
                onHand += series.onHand[i];
                sold += series.quantity[i];
            }
        }
        return onHand / sold;
    }
}
