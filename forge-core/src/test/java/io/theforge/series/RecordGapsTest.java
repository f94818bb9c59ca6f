package io.theforge.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordGapsTest {
    private static final String SHOP =
            "dimensions: {stores: {count: 6}, products: {count: 15}}\ndate_range: {start: 2024-01-01, end: 2024-12-31";

    /** Lengths of the runs of days without a sales row, by the day on which they begin. */
    private static List<int[]> gaps(SeriesBlock series, int days) {
        List<int[]> gaps = new ArrayList<>();
        int expected = 0;
        for (int i = 0; i <= series.salesCount; i++) {
            int day = i < series.salesCount ? series.salesDay[i] : days;
            if (day > expected) {
                gaps.add(new int[] {expected, day - expected});
            }
            expected = day + 1;
        }
        return gaps;
    }

    @Test
    void everySeriesHasItsNumberOfGapsOfTheirLengths() {
        Dataset dataset =
                Dataset.of(SHOP + "}\nsparsity: {random_gaps_per_series: 3, gap_min_days: 2, gap_max_days: 10}\n");
        assertThat(dataset.allSeries()).allSatisfy(series -> {
            assertThat(gaps(series, 366)).hasSize(3).allMatch(gap -> gap[1] >= 2 && gap[1] <= 10);
            assertThat(series.inventoryCount).isEqualTo(366);
        });
    }

    @Test
    void inAShortRangeThereAreAsManyAndTheLongestAreCut() {
        Dataset dataset = Dataset.of(SHOP.replace("2024-12-31", "2024-01-31")
                + "}\nsparsity: {random_gaps_per_series: 3, gap_min_days: 2, gap_max_days: 10}\n");
        assertThat(dataset.allSeries())
                .allSatisfy(
                        series -> assertThat(gaps(series, 31)).hasSize(3).allMatch(gap -> gap[1] >= 2 && gap[1] <= 9));
    }

    @Test
    void everyBlockUpToTheHorizonHasThem() {
        Dataset dataset = Dataset.of(SHOP + ", horizon: 2024-03-31}\n"
                + "sparsity: {random_gaps_per_series: 2, gap_max_days: 44, applies_to: all}\n");
        assertThat(dataset.allSeries()).allSatisfy(series -> {
            for (int block = 0; block < 4; block++) {
                int first = block * 91;
                assertThat(gaps(series, 366))
                        .filteredOn(gap -> gap[0] >= first && gap[0] < first + 91)
                        .hasSize(2);
            }
            assertThat(series.inventoryCount).isEqualTo(series.salesCount);
        });
    }

    /** 32,940 series-days: a share of 0.1 has a standard error of 0.0017, so four of them fail once in 16,000 seeds. */
    @Test
    void singleDaysAreMissingByTheirShare() {
        Dataset dataset = Dataset.of(SHOP + "}\nsparsity: {missing_days_pct: 0.1}\n");
        double rows = dataset.allSeries().stream()
                .mapToInt(series -> series.salesCount)
                .sum();
        assertThat(1 - rows / (90 * 366)).isCloseTo(0.1, within(0.007));
    }

    @Test
    void aDataGapReachesTheStoresAndProductsItNames() {
        Dataset dataset = Dataset.of(
                SHOP + "}\ndata_gaps: [{start: 2024-02-01, end: 2024-02-03, stores: [S00002]},"
                        + " {start: 2024-12-30, end: 2025-01-09, products: [SKU-000003]}, {start: 2023-12-25, end: 2024-01-01}]\n");
        assertThat(dataset.allSeries()).allSatisfy(series -> {
            int missing = 1 + (series.storeIndex == 1 ? 3 : 0) + (series.productIndex == 2 ? 2 : 0);
            assertThat(series.salesCount).isEqualTo(366 - missing);
            assertThat(series.salesDay[0]).isEqualTo(1);
        });
    }

    @Test
    void everyMissingDayHasOneCauseAndTheFirstOfThemCounts() {
        Dataset dataset = Dataset.of(SHOP + "}\nsparsity: {missing_combinations_pct: 0.1, random_gaps_per_series: 2,"
                + " gap_min_days: 3, gap_max_days: 3, missing_days_pct: 0.05}\n"
                + "data_gaps: [{start: 2024-02-01, end: 2024-02-10}]\n");
        int sparse = 0;
        for (SeriesBlock series : dataset.allSeries()) {
            int[] days = series.gapDays;
            assertThat(IntStream.of(days).sum()).isEqualTo(366 - series.salesCount);
            if (series.salesCount == 0) {
                sparse++;
                assertThat(days).containsExactly(366, 0, 0, 0, 0);
            } else {
                assertThat(days[GapCause.MISSING_COMBINATIONS.ordinal()]).isZero();
                assertThat(days[GapCause.DATA_GAPS.ordinal()]).isEqualTo(10);
                assertThat(days[GapCause.RANDOM_GAPS.ordinal()]).isBetween(0, 6);
                assertThat(days[GapCause.MISSING_DAYS.ordinal()]).isPositive();
            }
        }
        assertThat(sparse).isEqualTo(9);
    }

    @Test
    void recordsThatAreMissingChangeNoOther() {
        Dataset whole = Dataset.of(SHOP + "}\n");
        Dataset gappy = Dataset.of(SHOP + "}\nsparsity: {random_gaps_per_series: 3, missing_days_pct: 0.1}\n");
        for (SeriesBlock series : gappy.allSeries()) {
            SeriesBlock complete = whole.series(series.storeIndex, series.productIndex);
            for (int i = 0; i < series.salesCount; i++) {
                int day = series.salesDay[i];
                assertThat(series.quantity[i]).isEqualTo(complete.quantity[day]);
                assertThat(series.unitPriceCents[i]).isEqualTo(complete.unitPriceCents[day]);
            }
            assertThat(series.onHand).isEqualTo(complete.onHand);
            assertThat(series.onOrder).isEqualTo(complete.onOrder);
        }
    }

    @Test
    void aClosedShopSellsAndRecordsNothingAndCountsItsStock() {
        Dataset dataset = Dataset.of(
                "dimensions: {stores: {count: 4}, products: {count: 12}}\n"
                        + "date_range: {start: 2024-12-01, end: 2025-01-31}\n"
                        + "calendar_effects: [{name: Christmas, public: Christmas, factors: {-1: 1.5, 0: 0}, regions: [North]}]\n");
        int christmas = 24;
        int closed = 0;
        for (SeriesBlock series : dataset.allSeries()) {
            boolean isNorth =
                    dataset.plan.stores().get(series.storeIndex).region().equals("North");
            boolean isRecorded =
                    Arrays.stream(series.salesDay, 0, series.salesCount).anyMatch(day -> day == christmas);
            assertThat(isRecorded).isNotEqualTo(isNorth);
            assertThat(series.inventoryCount).isEqualTo(62);
            assertThat(series.gapDays[GapCause.CLOSED_DAYS.ordinal()]).isEqualTo(isNorth ? 1 : 0);
            closed += isNorth ? 1 : 0;
        }
        assertThat(closed).isPositive();
    }
}
