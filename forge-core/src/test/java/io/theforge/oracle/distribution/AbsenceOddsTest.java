package io.theforge.oracle.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.config.model.Segment;
import io.theforge.movement.Absences;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.series.Dataset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chance of an absence at a cutoff, held against what is drawn for 20,000 articles. */
class AbsenceOddsTest {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);

    private static Plan plan(String absences) {
        return Dataset.plan("dimensions: {stores: {count: 1}, products: {count: 20000}}\n"
                + "date_range: {start: 2022-01-01, end: 2023-12-31}\n"
                + "absences: {" + absences + "}\n");
    }

    private static Plan withBorder(Plan plan, int day) {
        return Plan.of(
                plan.config().with(plan.config().dateRange().end(), List.of(new Segment(START.plusDays(day), 99))));
    }

    /** Those who are absent on the last known day and those who are not, each within four standard errors: two in 15,000 for each line. */
    @ParameterizedTest(name = "{0} known days, {1} ahead, border on day {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | 1  | 0   | series_probability: 0.6",
                "200 | 28 | 0   | series_probability: 0.6, product_probability: 0.3",
                "360 | 28 | 0   | series_probability: 0.9, median_days: 60",
                "364 | 1  | 0   | series_probability: 1, product_probability: 1",
                "180 | 90 | 0   | series_probability: 0.6, length_spread: 0",
                "300 | 400| 0   | series_probability: 0.4, median_days: 200, length_spread: 1",
                "250 | 28 | 230 | series_probability: 0.9",
                "250 | 28 | 262 | series_probability: 0.9, product_probability: 0.5",
                "1   | 28 | 0   | series_probability: 0.6"
            })
    void itIsTheShareOfThoseWhoAre(int knownDays, int ahead, int border, String absences) {
        Plan plan = border == 0 ? plan(absences) : withBorder(plan(absences), border);
        Store store = plan.stores().get(0);
        Absences drawn = new Absences(plan);
        AbsenceOdds odds = new AbsenceOdds(plan);
        int last = knownDays - 1;
        double[] expected = new double[2];
        double[] variance = new double[2];
        double[] came = new double[2];
        for (Product product : plan.products()) {
            drawn.fill(store, product);
            odds.fill(store, product);
            double chance = odds.of(last + ahead, last);
            int known = drawn.state[last] == Absences.PRESENT ? 0 : 1;
            expected[known] += chance;
            variance[known] += chance * (1 - chance);
            came[known] += drawn.state[last + ahead] == Absences.PRESENT ? 0 : 1;
        }
        for (int known = 0; known < 2; known++) {
            assertThat(came[known])
                    .as(known == 0 ? "those on the shelf" : "those off it")
                    .isCloseTo(expected[known], within(4 * Math.sqrt(variance[known]) + 1e-6));
        }
        assertThat(expected[0]).isPositive();
    }
}
