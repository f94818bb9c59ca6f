package io.theforge.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.config.model.Segment;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.series.Dataset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was configured is found again in what is drawn. Seeds are fixed; the stated odds are those of another seed. */
class MovementTest {
    private static final LocalDate START = LocalDate.of(2022, 1, 5);

    private static Plan plan(int stores, int products, String rest) {
        return Dataset.plan("dimensions: {stores: {count: " + stores + "}, products: {count: " + products + "}}\n"
                + "date_range: {start: \"" + START + "\", end: \"2023-12-31\"}\n" + rest);
    }

    private static Plan withBorder(Plan plan, int day) {
        return Plan.of(
                plan.config().with(plan.config().dateRange().end(), List.of(new Segment(START.plusDays(day), 99))));
    }

    private static List<double[]> drifts(Plan plan) {
        List<double[]> all = new ArrayList<>();
        Drift drift = new Drift(plan, 0);
        for (Store store : plan.stores()) {
            for (Product product : plan.products()) {
                assertThat(drift.fill(store, product)).isTrue();
                all.add(drift.factor.clone());
            }
        }
        return all;
    }

    @Test
    void theWeightsAreThoseOfTheLaw() {
        double squares = 0;
        double neighbours = 0;
        for (int k = 0; k < DriftLaw.SHOCKS; k++) {
            squares += DriftLaw.weight(k) * DriftLaw.weight(k);
            neighbours += DriftLaw.weight(k) * DriftLaw.weight(k + 1);
            assertThat(DriftLaw.weight(k) / DriftLaw.weight(0)).isCloseTo(Math.exp(-k / 8.7), within(1e-12));
        }
        assertThat(squares).isCloseTo(1, within(1e-12));
        assertThat(neighbours).isEqualTo(DriftLaw.RHO);
        for (int day : new int[] {0, 1, 7, 13, 14, 700}) {
            double variance = 0;
            for (int shock = DriftLaw.lastShock(day); shock > -40; shock--) {
                variance += DriftLaw.weight(shock, day) * DriftLaw.weight(shock, day);
            }
            assertThat(variance).isCloseTo(DriftLaw.variance(day), within(1e-12));
            assertThat(DriftLaw.weight(DriftLaw.lastShock(day) + 1, day)).isZero();
        }
    }

    /** The standard error of a standard deviation of 400 series is 4 per cent: a right one strays further than five of them once in a million. */
    @Test
    void largeSeriesWanderLess() {
        Plan plan = plan(
                1,
                2000,
                "time_series: {base_demand: 6, drift: {product_sigma: 0.3, series_sigma: 0.4, calm_units: 2}}\n");
        Calm calm = new Calm(plan.config());
        Drift drift = new Drift(plan, 0);
        Store store = plan.stores().get(0);
        double[] squares = new double[Calm.STEPS];
        double[] factors = new double[Calm.STEPS];
        int[] count = new int[Calm.STEPS];
        for (Product product : plan.products()) {
            drift.fill(store, product);
            int step = calm.step(store, product);
            double units = 6 * store.size() * product.popularity();
            double exact = Math.min(1, Math.pow(2 / units, 0.6));
            assertThat(Calm.factor(step) / exact).isBetween(Math.pow(2, -0.126), Math.pow(2, 0.126));
            double variance = 0.25 * Calm.factor(step) * Calm.factor(step);
            double log = StrictMath.log(drift.factor[700]) + variance / 2;
            squares[step] += log * log;
            factors[step] += drift.factor[700];
            count[step]++;
        }
        int seen = 0;
        for (int step = 0; step < Calm.STEPS; step++) {
            if (count[step] >= 100) {
                double sigma = 0.5 * Calm.factor(step);
                double error = 5 / Math.sqrt(count[step]);
                assertThat(Math.sqrt(squares[step] / count[step]) / sigma).isCloseTo(1, within(error * 0.75));
                assertThat(factors[step] / count[step]).isCloseTo(1, within(error * sigma * 1.1));
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(3);
    }

    @Test
    void aShockActsFirstOnTheDayAfterItsKnotBegins() {
        for (int shock = -10; shock < 40; shock++) {
            int day = DriftLaw.firstDay(shock);
            if (day > 0) {
                assertThat(DriftLaw.weight(shock, day)).isPositive();
                assertThat(DriftLaw.weight(shock, day - 1)).isZero();
            }
        }
    }

    /** The drift of a day is the exponential of its shocks, however it is interpolated. */
    @Test
    void theFactorIsWhatItsShocksSay() {
        Plan plan = plan(2, 3, "time_series: {drift: {product_sigma: 0.4, series_sigma: 0.3}}\n");
        Drift drift = new Drift(plan, 0);
        double[] ofProduct = new double[80];
        double[] ofSeries = new double[80];
        for (Store store : plan.stores()) {
            for (Product product : plan.products()) {
                drift.fill(store, product);
                drift.productShocks(product, ofProduct);
                drift.seriesShocks(store, product, ofSeries);
                for (int d = 0; d < plan.days(); d++) {
                    double log = -0.25 * DriftLaw.variance(d) / 2;
                    for (int i = 0; i < ofProduct.length; i++) {
                        double weight = DriftLaw.weight(i + 1 - DriftLaw.SHOCKS, d);
                        log += weight * (0.4 * ofProduct[i] + 0.3 * ofSeries[i]);
                    }
                    assertThat(Math.log(drift.factor[d])).isCloseTo(log, within(1e-9));
                }
            }
        }
    }

    /**
     * 2,000 products in one store. The mean of a day has a standard error of sqrt(exp(0.25) - 1) / sqrt(2000) = 0.012; the variance of its
     * log one of 0.25 sqrt(2 / 2000) = 0.008; both are allowed five: odds of one in a million.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 200, 727})
    void onEveryDayTheMeanIsOneAndTheVarianceThatOfTheLaw(int day) {
        Plan plan = plan(1, 2000, "time_series: {drift: {product_sigma: 0.4, series_sigma: 0.3}}\n");
        double sum = 0;
        double logs = 0;
        double squares = 0;
        List<double[]> all = drifts(plan);
        for (double[] factor : all) {
            double log = Math.log(factor[day]);
            sum += factor[day];
            logs += log;
            squares += log * log;
        }
        double mean = logs / all.size();
        double variance = 0.25 * DriftLaw.variance(day);
        assertThat(sum / all.size()).isCloseTo(1, within(0.06));
        assertThat(squares / all.size() - mean * mean).isCloseTo(variance, within(0.04));
        assertThat(mean).isCloseTo(-variance / 2, within(0.06));
    }

    @Test
    void storesShareTheProductsDrift() {
        Plan plan = plan(2, 50, "time_series: {drift: {product_sigma: 0.3}}\n");
        List<double[]> all = drifts(plan);
        for (int p = 0; p < 50; p++) {
            assertThat(all.get(p)).isEqualTo(all.get(50 + p)).isNotEqualTo(all.get((p + 1) % 50));
        }
    }

    @Test
    void laterDaysAloneAreTheSame() {
        Plan plan = plan(
                1,
                5,
                "time_series: {drift: {product_sigma: 0.3, series_sigma: 0.1},"
                        + " weekly_noise: {series_sigma: 0.2}}\n");
        for (int from : new int[] {1, 13, 14, 15, 500}) {
            Drift drift = new Drift(plan, 0);
            Drift late = new Drift(plan, from);
            WeeklyNoise weeks = new WeeklyNoise(plan, 0);
            WeeklyNoise lateWeeks = new WeeklyNoise(plan, from);
            for (Product product : plan.products()) {
                drift.fill(plan.stores().get(0), product);
                late.fill(plan.stores().get(0), product);
                weeks.fill(plan.stores().get(0), product);
                lateWeeks.fill(plan.stores().get(0), product);
                for (int d = from; d < plan.plannedDays(); d++) {
                    assertThat(late.factor[d]).isEqualTo(drift.factor[d]);
                    assertThat(lateWeeks.factor[d]).isEqualTo(weeks.factor[d]);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 14, 15, 100, 364})
    void aBorderChangesNothingBeforeIt(int border) {
        Plan one = plan(2, 20, """
                time_series: {drift: {product_sigma: 0.3, series_sigma: 0.3}, weekly_noise: {series_sigma: 0.1, store_sigma: 0.1}}
                absences: {series_probability: 1, product_probability: 0.5, median_days: 20}
                """);
        Plan two = withBorder(one, border);
        int differ = 0;
        for (Store store : one.stores()) {
            for (Product product : one.products()) {
                double[][] before = columns(one, store, product);
                double[][] after = columns(two, store, product);
                for (int c = 0; c < before.length; c++) {
                    assertThat(Arrays.copyOf(after[c], border)).isEqualTo(Arrays.copyOf(before[c], border));
                    differ += Arrays.equals(after[c], before[c]) ? 0 : 1;
                }
            }
        }
        assertThat(differ).isGreaterThan(80);
    }

    private static double[][] columns(Plan plan, Store store, Product product) {
        Drift drift = new Drift(plan, 0);
        WeeklyNoise weeks = new WeeklyNoise(plan, 0);
        Absences absences = new Absences(plan);
        drift.fill(store, product);
        weeks.fill(store, product);
        absences.fill(store, product);
        double[] absent = new double[absences.state.length];
        for (int d = 0; d < absent.length; d++) {
            absent[d] = absences.state[d];
        }
        return new double[][] {drift.factor, weeks.factor, absent};
    }

    /** 52,500 weeks: the mean has a standard error of 0.0013, the standard deviation of the log one of 0.0009; five are allowed. */
    @Test
    void aWeekHasOneFactorFromMondayToSunday() {
        Plan plan = plan(1, 500, "time_series: {weekly_noise: {series_sigma: 0.3}}\n");
        WeeklyNoise noise = new WeeklyNoise(plan, 0);
        double sum = 0;
        double squares = 0;
        double logs = 0;
        int weeks = 0;
        for (Product product : plan.products()) {
            noise.fill(plan.stores().get(0), product);
            for (int d = 1; d < plan.days(); d++) {
                boolean isMonday = plan.calendar().get(d).dayOfWeek() == 0;
                if (isMonday) {
                    assertThat(noise.factor[d]).isNotEqualTo(noise.factor[d - 1]);
                    double log = Math.log(noise.factor[d]);
                    sum += noise.factor[d];
                    logs += log;
                    squares += log * log;
                    weeks++;
                } else {
                    assertThat(noise.factor[d]).isEqualTo(noise.factor[d - 1]);
                }
            }
        }
        double mean = logs / weeks;
        assertThat(sum / weeks).isCloseTo(1, within(0.007));
        assertThat(Math.sqrt(squares / weeks - mean * mean)).isCloseTo(0.3, within(0.005));
    }

    /** 8,000 half-years: a share of 0.3 has a standard error of 0.005, the log of the length one of 0.016; five are allowed. */
    @Test
    void absencesAreAsOftenAndAsLongAsConfigured() {
        Plan plan = plan(
                2,
                1000,
                "absences: {series_probability: 0.3, median_days: 28, length_spread: 0.8, cleared_share: 0.4}\n");
        Absences absences = new Absences(plan);
        int spells = 0;
        int cleared = 0;
        double logs = 0;
        double squares = 0;
        List<Absences.Spell> all = new ArrayList<>();
        for (Store store : plan.stores()) {
            for (Product product : plan.products()) {
                absences.forEachSpell(store, product, all::add);
            }
        }
        for (Absences.Spell spell : all) {
            if (spell.start() >= 0 && spell.start() < 4 * Absences.BLOCK_DAYS) {
                spells++;
                cleared += spell.cleared() ? 1 : 0;
                double log = Math.log((spell.end() - spell.start()) / 28.0);
                logs += log;
                squares += log * log;
            }
        }
        assertThat(spells / 8000.0).isCloseTo(0.3, within(0.026));
        assertThat(cleared / (double) spells).isCloseTo(0.4, within(0.05));
        assertThat(logs / spells).isCloseTo(0, within(0.08));
        assertThat(Math.sqrt(squares / spells)).isCloseTo(0.8, within(0.06));
    }

    @Test
    void anAbsenceOfAProductIsThatOfAllItsStores() {
        Plan plan = plan(3, 100, "absences: {product_probability: 0.5}\n");
        Absences absences = new Absences(plan);
        int absent = 0;
        for (Product product : plan.products()) {
            absences.fill(plan.stores().get(0), product);
            byte[] first = absences.state.clone();
            absences.fill(plan.stores().get(2), product);
            assertThat(absences.state).isEqualTo(first);
            absent += first[plan.days() - 1] == Absences.PRESENT ? 0 : 1;
        }
        assertThat(absent).isPositive();
    }

    /** 350 categories would be needed to find a sigma within 5 per cent; 12 stores find theirs within 60, five standard errors. */
    @Test
    void profilesDifferAndTheWeekKeepsItsSum() {
        Plan plan = plan(12, 20, "time_series: {weekday_spread: {store_sigma: 0.1, series_sigma: 0.05}}\n");
        Profiles profiles = new Profiles(plan);
        double[] base = {0.8, 0.9, 1.0, 1.0, 1.1, 1.3 * 1.2, 1.2 * 1.2};
        double squares = 0;
        int count = 0;
        for (Store store : plan.stores()) {
            for (Product product : plan.products()) {
                assertThat(profiles.fillWeekdays(store, product)).isTrue();
                double common = 0;
                double own = 0;
                for (int w = 0; w < 7; w++) {
                    common += base[w];
                    own += base[w] * profiles.weekday[w];
                    double log = Math.log(profiles.weekday[w]);
                    squares += log * log;
                    count++;
                }
                assertThat(own).isCloseTo(common, within(1e-9));
            }
        }
        // six of seven days are free
        assertThat(Math.sqrt(squares / count * 7 / 6)).isCloseTo(Math.sqrt(0.01 + 0.0025), within(0.06));
    }

    @Test
    void aSeasonIsSmoothAndHasTheMeanOneOverAYear() {
        Plan plan = plan(1, 40, "time_series: {season_spread: {category_sigma: 0.3}}\n");
        Profiles profiles = new Profiles(plan);
        int differ = 0;
        for (Product product : plan.products()) {
            double[] season = profiles.season(product);
            double mean = Arrays.stream(season, 0, 365).sum() / 365;
            assertThat(mean).isCloseTo(1, within(0.001));
            for (int d = 1; d < 700; d++) {
                assertThat(season[d] / season[d - 1]).isBetween(0.97, 1.03);
            }
            differ += Math.abs(season[0] - season[182]) > 0.05 ? 1 : 0;
        }
        assertThat(differ).isPositive();
    }
}
