package io.theforge.oracle.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.plan.Plan;
import io.theforge.series.Dataset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts with and without something of what came, of many shops. */
class LeakageTest {
    private static final boolean EXHAUSTIVE = Boolean.getBoolean("forge.exhaustive");
    private static final String REAL = "scenario: m5_like\n";
    private static final String USUAL = "";
    /** Much noise in common, weekdays that a mean does not know, many sales of each series. */
    private static final String TOGETHER = """
            time_series: {base_demand: 20, noise_store_share: 0.3, noise_category_share: 0.1, drift: {series_sigma: 0.3}}
            """;

    private static final String WILD = """
            time_series: {base_demand: 1, noise_sigma: 1.2, anomaly_probability: 0.05, anomaly_magnitude: 8}
            retail: {stockout_probability: 0.2, stockout_behavior: backlog}
            """;

    /** What is forecast from one cutoff for the days after it. */
    private enum Guess {
        SEASONAL_NAIVE,
        MEAN_OF_A_YEAR,
        ORACLE,
        LAST_DAY,
        NOTHING,
        TWICE_THE_MEAN
    }

    private static Plan plan(String kind, int stores, int products, String start, int seed) {
        return Dataset.plan(
                kind + "dimensions: {stores: {count: " + stores + "}, products: {count: " + products + "}}\n"
                        + "date_range: {start: " + start + ", end: 2023-12-31}\n"
                        + "seed: " + seed + "\n");
    }

    /** @param share of the sales of each day that is mixed in */
    private static List<Leakage> judge(Plan plan, int horizon, double share) {
        int cutoff = plan.days() - horizon;
        List<Leakage> judged =
                Stream.of(Guess.values()).map(guess -> new Leakage(plan.days())).toList();
        OracleSeries series = new OracleSeries(plan);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            if (!series.fill(pair)) {
                continue;
            }
            for (int day = cutoff; day < plan.days(); day++) {
                if (!Double.isNaN(series.sales[day])) {
                    double[] forecasts = forecasts(series, day, cutoff);
                    series.foresee(day);
                    for (int g = 0; g < forecasts.length; g++) {
                        judged.get(g)
                                .add(
                                        day,
                                        (1 - share) * forecasts[g] + share * series.sales[day],
                                        series.truth.latent[day],
                                        series.foreseenMean,
                                        Math.sqrt(series.foreseenVariance));
                    }
                }
            }
        }
        return judged;
    }

    private static double[] forecasts(OracleSeries series, int day, int cutoff) {
        double sum = 0;
        int count = 0;
        for (int d = Math.max(0, cutoff - 365); d < cutoff; d++) {
            if (!Double.isNaN(series.sales[d])) {
                sum += series.sales[d];
                count++;
            }
        }
        int weekBefore = cutoff - 7 + (day - cutoff) % 7;
        series.conditionOnMean(day);
        double twice = 2 * series.demand.mean();
        series.conditionAtCutoff(day, cutoff);
        return new double[] {
            sold(series, weekBefore),
            count > 0 ? sum / count : 0,
            series.demand.mean(),
            sold(series, cutoff - 1),
            0,
            twice
        };
    }

    private static double sold(OracleSeries series, int day) {
        return Double.isNaN(series.sales[day]) ? 0 : series.sales[day];
    }

    /** Of each guess: how many of the shops have it suspected. */
    private static int[] suspected(List<List<Leakage>> shops) {
        int[] suspected = new int[Guess.values().length];
        for (List<Leakage> shop : shops) {
            for (int g = 0; g < suspected.length; g++) {
                suspected[g] += shop.get(g).suspected() ? 1 : 0;
            }
        }
        return suspected;
    }

    private static List<List<Leakage>> shops(int count, IntFunction<List<Leakage>> judge) {
        return IntStream.rangeClosed(1, count).parallel().mapToObj(judge).toList();
    }

    /** 500 series x 28 days, ten shops by default, of which nine are to be found, and 100 in the profile exhaustive. */
    @ParameterizedTest
    @ValueSource(strings = {REAL, USUAL})
    void aTwentiethOfWhatCameIsFound(String kind) {
        int count = EXHAUSTIVE ? 100 : 10;

        List<List<Leakage>> shops = shops(count, seed -> judge(plan(kind, 5, 100, "2022-01-03", seed), 28, 0.05));

        for (Guess guess : List.of(Guess.SEASONAL_NAIVE, Guess.MEAN_OF_A_YEAR, Guess.ORACLE)) {
            assertThat(suspected(shops)[guess.ordinal()]).as("%s", guess).isGreaterThanOrEqualTo(count * 9 / 10);
            double mean = shops.stream()
                    .mapToDouble(shop -> shop.get(guess.ordinal()).share())
                    .average()
                    .orElse(Double.NaN);
            // The standard error of one shop's is below 0.012
            assertThat(mean).as("%s", guess).isCloseTo(0.05, within(0.012));
        }
    }

    /**
     * By default 700 shops of each kind, of which one is suspected if one in 700 is: six are, of one guess, once in 1,700. In the profile exhaustive
     * 7,000: ten are expected, and 21 are once in 600.
     */
    @ParameterizedTest
    @CsvSource({
        "REAL, 1, 1, 7",
        "REAL, 2, 10, 28",
        "TOGETHER, 1, 10, 7",
        "TOGETHER, 3, 5, 28",
        "WILD, 1, 10, 7",
        "WILD, 2, 5, 28"
    })
    void whoeverForecastsAtTheCutoffIsNotSuspectedHoweverBad(String kind, int stores, int products, int horizon) {
        int count = EXHAUSTIVE ? 7000 : 700;
        String shop = kind.equals("REAL") ? REAL : kind.equals("WILD") ? WILD : TOGETHER;

        List<List<Leakage>> shops =
                shops(count, seed -> judge(plan(shop, stores, products, "2023-11-01", seed), horizon, 0));

        for (int suspected : suspected(shops)) {
            assertThat(suspected).isLessThan(EXHAUSTIVE ? 21 : 6);
        }
    }

    /** A day's total among the features, for twelve weeks: no series' own draw is known, and what they have in common is. */
    @Test
    void whatAllSeriesHaveInCommonIsFoundToo() {
        List<List<Leakage>> shops = shops(10, seed -> {
            Plan plan = plan(TOGETHER, 1, 100, "2023-06-01", seed);
            int cutoff = plan.days() - 84;
            double[] came = new double[plan.days()];
            double[] expected = new double[plan.days()];
            OracleSeries series = new OracleSeries(plan);
            for (int pair = 0; pair < plan.pairs(); pair++) {
                series.fill(pair);
                for (int day = cutoff; day < plan.days(); day++) {
                    came[day] += series.truth.latent[day];
                    expected[day] += series.truth.expected[day];
                }
            }
            Leakage leakage = new Leakage(plan.days());
            for (int pair = 0; pair < plan.pairs(); pair++) {
                series.fill(pair);
                for (int day = cutoff; day < plan.days(); day++) {
                    series.foresee(day);
                    leakage.add(
                            day,
                            series.foreseenMean * came[day] / expected[day],
                            series.truth.latent[day],
                            series.foreseenMean,
                            Math.sqrt(series.foreseenVariance));
                }
            }
            return List.of(leakage);
        });

        assertThat(shops).allSatisfy(shop -> assertThat(shop.get(0).suspected()).isTrue());
    }

    @Test
    void whatTellsNothingIsNotJudged() {
        Leakage leakage = new Leakage(10);
        for (int day = 0; day < 10; day++) {
            leakage.add(day, 3, 0, 0, 0);
        }
        assertThat(leakage.judged()).isFalse();
        assertThat(leakage.suspected()).isFalse();
        assertThat(leakage.share()).isNaN();
    }

    /** Psi is 0.6, 0.8 and -0.6 with slopes of 0.512, 0.216 and 0.512, on dates of their own that have nothing in common. */
    @Test
    void theShareIsTheSumOfProductsOverThatOfSlopes() {
        Leakage leakage = new Leakage(3);
        leakage.add(0, 10 + 2 * 0.75, 10 + 2 * 0.5, 10, 2);
        Leakage other = new Leakage(3);
        other.add(1, 4.0 / 3, 0.5, 0, 1);
        other.add(2, -0.75, 1, 0, 1);
        leakage.merge(other);

        assertThat(leakage.dates()).isEqualTo(3);
        assertThat(leakage.share()).isCloseTo((0.3 + 0.4 - 0.6) / (0.512 + 0.216 + 0.512), within(1e-12));
        // Products less the share of slopes are small: the floor is that of independent draws
        assertThat(leakage.standardError())
                .isCloseTo(Math.sqrt(0.36 + 0.64 + 0.36) / (0.512 + 0.216 + 0.512), within(1e-12));
    }
}
