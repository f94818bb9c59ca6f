package io.theforge.oracle.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.oracle.forecast.ForecastModel;
import io.theforge.oracle.forecast.Forecasts;
import io.theforge.oracle.metric.Metric;
import io.theforge.plan.Plan;
import io.theforge.series.Dataset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files of forecasts, by somebody who knows more or less than is allowed. */
class ForecastScorerTest {
    private static final int HORIZON = 28;
    private static final String SHOP = """
            dimensions: {stores: {count: 4}, products: {count: 15}}
            date_range: {start: "2024-01-01", end: "2024-06-30"}
            time_series: {base_demand: %s, noise_sigma: 0.3, anomaly_probability: 0.02}
            retail: {promotion_probability: 0.2, stockout_probability: %s, stockout_behavior: backlog}
            sparsity: {missing_days_pct: 0.03, missing_combinations_pct: 0.1}
            seed: %s
            """;

    private static final String TOGETHER = """
            dimensions: {stores: {count: 1}, products: {count: 60}}
            date_range: {start: "2024-01-01", end: "2024-03-31"}
            time_series: {base_demand: 20, noise_sigma: 0.3, noise_store_share: 0.3, noise_category_share: 0.1, anomaly_probability: 0}
            retail: {stockout_probability: 0}
            """;

    private static Plan plan(String demand, String stockouts, int seed) {
        return Dataset.plan(SHOP.formatted(demand, stockouts, Integer.toString(seed)));
    }

    private interface Guess {
        /** @param series knows the day */
        double of(OracleSeries series, int day);
    }

    /** The last 28 days of all series, or of those of every so many-th pair. */
    private static ForecastScore score(Plan plan, int step, Guess guess) {
        return score(plan, step, HORIZON, guess);
    }

    private static ForecastScore score(Plan plan, int step, int horizon, Guess guess) {
        OracleSeries series = new OracleSeries(plan);
        Forecasts forecasts = new Forecasts(List.of(new ForecastModel("own", List.of())));
        for (int pair = 0; pair < plan.pairs(); pair += step) {
            boolean recorded = series.fill(pair);
            for (int d = plan.days() - horizon; d < plan.days(); d++) {
                if (recorded) {
                    series.conditionOnMean(d);
                }
                forecasts.add(pair, plan.days() - horizon, d, 0, new double[] {recorded ? guess.of(series, d) : 0});
            }
        }
        forecasts.finish();
        return ForecastScorer.score(plan, forecasts).get(0);
    }

    private static GroupScore all(ForecastScore score) {
        return Objects.requireNonNull(score.groups().get(SeriesGroups.ALL));
    }

    /** Up to how much is sold from the shelf is something that a shop may know of a day to come. */
    private static double onTheShelf(OracleSeries series, int day) {
        int before = series.soldBefore(day);
        return before + Math.min(series.demand.quantile(0.5), series.truth.available[day] - before);
    }

    /**
     * Twenty shops for each demand. Whoever knows no draw is no better than the oracle on average, so that one of them is accused less than once in
     * 700; those here are a good deal worse, or as good.
     */
    @ParameterizedTest
    @ValueSource(strings = {"0.4", "3", "40"})
    void nobodyWhoKnowsNoDrawIsAccusedOfLeakage(String demand) {
        for (int seed = 1; seed <= 20; seed++) {
            Plan plan = plan(demand, "0.15", seed);
            List<Guess> honest = List.of(
                    (series, day) -> series.demand.quantile(0.5),
                    (series, day) -> series.demand.mean(),
                    (series, day) -> 0.9 * series.demand.mean(),
                    ForecastScorerTest::onTheShelf);
            for (int i = 0; i < honest.size(); i++) {
                ForecastScore score = score(plan, 1, honest.get(i));
                assertThat(score.leakage.suspected())
                        .as("seed %d, forecaster %d", seed, i)
                        .isFalse();
            }
        }
    }

    /**
     * A week of one shop whose series have two fifths of their noise in common, forecast close to the median. Of such files one in 400 is accused
     * (at exactly the median's cost, of very many series), so that four of 200 are once in 500. With a
     * standard error from sums by series it would be ten of them.
     */
    @Test
    void aWeekInWhichAllSeriesGoTogetherIsNoLeakage() {
        int accused = 0;
        for (int seed = 1; seed <= 200; seed++) {
            Plan plan = Dataset.plan(TOGETHER + "seed: " + seed);
            accused += score(plan, 1, 7, (series, day) -> 0.97 * series.demand.mean())
                            .leakage
                            .suspected()
                    ? 1
                    : 0;
        }
        assertThat(accused).isLessThan(4);
    }

    @Test
    void lessThanAWeekIsNotJudgedHoweverGood() {
        Guess knowing = (series, day) -> series.sales[day];

        ForecastScore six = score(Dataset.plan(TOGETHER + "seed: 1"), 1, 6, knowing);
        assertThat(six.leakage.judged()).isFalse();
        assertThat(six.leakage.suspected()).isFalse();
        assertThat(score(Dataset.plan(TOGETHER + "seed: 1"), 1, 7, knowing)
                        .leakage
                        .suspected())
                .isTrue();
    }

    /** Student's t at the odds of three standard errors, 1 in 741: 4.904 with seven dates, 3.303 with 28. */
    @ParameterizedTest
    @CsvSource({"7, 4.904", "28, 3.303"})
    void fewDatesNeedMoreStandardErrors(int dates, double student) {
        assertThat(Luck.standardErrors(dates)).isBetween(student, 1.01 * student);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.4", "3", "40"})
    void whoeverKnowsAFifthOfWhatCameIs(String demand) {
        for (int seed = 1; seed <= 5; seed++) {
            ForecastScore score = score(
                    plan(demand, "0", seed),
                    1,
                    (series, day) -> 0.8 * series.demand.quantile(0.5)
                            + 0.2 * (Double.isNaN(series.sales[day]) ? 0 : series.sales[day]));
            assertThat(score.leakage.suspected()).isTrue();
            assertThat(all(score).skill(Contender.FORECAST, Metric.MAE)).isGreaterThan(1);
        }
    }

    @Test
    void theOracleHasSkillOneInAllMetricsAndTheExpectedError() {
        ForecastScore score = score(plan("20", "0", 3), 1, (series, day) -> series.demand.quantile(0.5));
        GroupScore all = all(score);

        assertThat(all.skill(Contender.FORECAST, Metric.WAPE)).isEqualTo(1);
        assertThat(all.skill(Contender.NAIVE, Metric.RMSSE)).isZero();
        assertThat(all.skill(Contender.FORECAST, Metric.BIAS)).isNaN();
        assertThat(all.figure(Contender.FORECAST, Metric.PINBALL)).isNaN();
        // 50 series x 28 days: a standard error of 2 per cent
        assertThat(all.figure(Contender.ORACLE, Metric.MAE))
                .isCloseTo(
                        all.figure(Contender.ORACLE_EXPECTED, Metric.MAE),
                        within(0.08 * all.figure(Contender.ORACLE, Metric.MAE)));
        assertThat(score.costliest()).allMatch(cost -> cost.excess() == 0);
        assertThat(score.leads()).hasSize(HORIZON);
        long days = score.leads().values().stream()
                .mapToLong(lead ->
                        Objects.requireNonNull(lead.get(Contender.NAIVE)).days())
                .sum();
        assertThat(days).isEqualTo(all.days());
    }

    @Test
    void everyForecastIsScoredOrCountedAsSomethingElse() {
        Plan plan = plan("20", "0", 3);
        ForecastScore whole = score(plan, 1, (series, day) -> 5);
        ForecastScore part = score(plan, 2, (series, day) -> 5);

        assertThat(all(whole).days() + whole.rowsNotRecorded() + whole.rowsNeverRecorded() + whole.rowsColdStart())
                .isEqualTo((long) plan.pairs() * HORIZON);
        assertThat(whole.seriesNeverRecorded()).hasSize(6);
        assertThat(whole.daysMissing()).isZero();
        assertThat(all(part).days() + part.daysMissing()).isEqualTo(all(whole).days());
        assertThat(all(part).series() + part.seriesMissing().size())
                .isEqualTo(all(whole).series());
        double largest = 0;
        OracleSeries series = new OracleSeries(plan);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            series.fill(pair);
            for (double sold : series.sales) {
                largest = Math.max(largest, Double.isNaN(sold) ? 0 : sold);
            }
        }
        assertThat(part.largestSold()).isEqualTo(largest);
    }

    /** Sums -3, 1 and 2 of 3, 1 and 2 values: mean 0, and the sum of their squares 14 x 3/2 = 21 over 6 squared. */
    @Test
    void theStandardErrorIsThatOfTheClusters() {
        ClusteredMean mean = new ClusteredMean();
        mean.add(-3, 3);
        mean.add(1, 1);
        ClusteredMean other = new ClusteredMean();
        other.add(2, 2);
        mean.merge(other);

        assertThat(mean.mean()).isZero();
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(21) / 6, within(1e-12));
        assertThat(new ClusteredMean().standardError()).isNaN();
    }
}
