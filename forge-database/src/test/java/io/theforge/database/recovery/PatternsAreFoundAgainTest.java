package io.theforge.database.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.TimeSeriesConfig;
import io.theforge.config.model.TimeSeriesConfig.Trend;
import java.nio.file.Path;
import java.time.DayOfWeek;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A regression over a database of 200 series and two years, in which every pattern runs at once, gives the configuration back.
 *
 * <p>A tenth of the noise variance is shared by a store and a tenth by a category, so with 20 stores and 6 categories a day
 * that all series have in common is off by 1.7 per cent. That makes the standard errors: a weekday 0.24 per cent, a month 0.4, a
 * holiday of two days 1.2, the slope of 0.1 per cent a day 0.5 per cent of itself, the lift 0.2 per cent, elasticity 0.012, sigma 0.4 per cent. All
 * tolerances but those of holidays and shares are four of them or more. Holidays (while there is noise) and the shares of anomalies,
 * stockouts and missing days have three, one chance in 370 each: about 90 such figures over the 18 datasets here, so that with other seeds
 * one run in five would fail somewhere. The seeds are fixed.
 */
class PatternsAreFoundAgainTest {
    private static final String SHOP = """
            dimensions: {stores: {count: 20, size_spread: 0.15}, products: {count: 12, demand_spread: 0.3}}
            date_range: {start: 2023-01-01, end: 2024-12-31}
            time_series:
              base_demand: 300
              trend: exponential
              trend_slope: 0.1
              weekly_seasonality: [0.8, 0.9, 1.0, 1.05, 1.1, 1.3, 1.2]
              monthly_seasonality: {7: 0.7, 11: 1.3, 12: 1.8}
              noise_sigma: 0.1
              anomaly_probability: 0.01
              anomaly_magnitude: 4
            retail:
              weekend_spike: 1.4
              promotion_probability: 0.3
              promotion_lift: 1.5
              price_elasticity: -1.5
              price_change_probability: 0.5
              stockout_probability: 0.05
            sparsity: {missing_combinations_pct: 0.17, missing_days_pct: 0.02, random_gaps_per_series: 2}
            holidays:
              - {every: "12-24", name: Eve, multiplier: 1.5}
              - {every: "05-10", name: Strike, multiplier: 0.4}
            """;

    @TempDir
    Path folder;

    private LoadedShop shop(long seed, String... replacements) throws Exception {
        String yaml = SHOP;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(yaml).contains(replacements[i]);
            yaml = yaml.replace(replacements[i], replacements[i + 1]);
        }
        return new LoadedShop(folder, yaml + "seed: " + seed + "\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyParameterIsFoundAgainWhileAllPatternsRun(long seed) throws Exception {
        assertFound(shop(seed));
    }

    @Test
    void aLinearTrendIsFoundAgain() throws Exception {
        assertFound(shop(4, "trend: exponential", "trend: linear"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trend: exponential | trend: none
            weekly_seasonality: [0.8, 0.9, 1.0, 1.05, 1.1, 1.3, 1.2] | weekly_seasonality: [1, 1, 1, 1, 1, 1, 1]
            {7: 0.7, 11: 1.3, 12: 1.8} | {}
            multiplier: 1.5 | multiplier: 1
            weekend_spike: 1.4 | weekend_spike: 1
            promotion_lift: 1.5 | promotion_lift: 1
            price_elasticity: -1.5 | price_elasticity: 0
            noise_sigma: 0.1 | noise_sigma: 0
            anomaly_probability: 0.01 | anomaly_probability: 0
            stockout_probability: 0.05 | stockout_probability: 0
            missing_combinations_pct: 0.17 | missing_combinations_pct: 0
            missing_days_pct: 0.02 | missing_days_pct: 0
            random_gaps_per_series: 2 | random_gaps_per_series: 0
            """)
    void aPatternThatIsSwitchedOffLeavesNoTraceAndTheOthersStay(String on, String off) throws Exception {
        assertFound(shop(5, on, off));
    }

    @Test
    void elasticityAndLiftAreSeenApart() throws Exception {
        LoadedShop shop = shop(6, "promotion_probability: 0.3", "promotion_probability: 0.9");

        FoundPatterns withoutPromotionDays = FoundPatterns.of(shop, day -> !day.promoted());
        FoundPatterns all = FoundPatterns.of(shop, day -> true);

        assertThat(withoutPromotionDays.elasticity()).isCloseTo(-1.5, within(0.05));
        assertThat(all.elasticity()).isCloseTo(-1.5, within(0.05));
        assertThat(all.promotionLift()).isCloseTo(1.5, within(0.02 * 1.5));
    }

    @Test
    void frequentStockoutsBendNoPattern() throws Exception {
        assertFound(shop(7, "stockout_probability: 0.05", "stockout_probability: 0.25"));
    }

    private static void assertFound(LoadedShop shop) throws Exception {
        FoundPatterns found = FoundPatterns.of(shop, day -> true);
        SoftAssertions softly = new SoftAssertions();
        assertDayPatterns(softly, found, shop.config);
        assertNoise(softly, shop, found);
        softly.assertThat(shop.series()).isBetween(195, 240);
        Shares.of(shop).assertAsConfigured(softly);
        softly.assertAll();
    }

    private static void assertDayPatterns(SoftAssertions softly, FoundPatterns found, ForgeConfig config) {
        TimeSeriesConfig series = config.timeSeries();
        double slope = series.trend() == Trend.NONE ? 0 : series.trendSlope() / 100;
        double slopeError = common(series) * Math.sqrt(12) / Math.pow(731, 1.5);
        softly.assertThat(found.slope).as("slope").isCloseTo(slope, within(Math.max(0.03 * slope, 3 * slopeError)));
        for (int day = 1; day < 7; day++) {
            double spike = day >= 5 ? config.retail().weekendSpike() : 1;
            double multiplier = series.weekly().get(day) / series.weekly().get(0) * spike;
            softly.assertThat(found.weekday(day))
                    .as("%s", DayOfWeek.of(day + 1))
                    .isCloseTo(multiplier, within(0.02 * multiplier));
        }
        double spikeFound = Math.sqrt(found.weekday(5) * found.weekday(6))
                * series.weekly().get(0)
                / Math.sqrt(series.weekly().get(5) * series.weekly().get(6));
        double spike = config.retail().weekendSpike();
        softly.assertThat(spikeFound).as("weekend spike").isCloseTo(spike, within(0.02 * spike));
        for (int month = 2; month <= 12; month++) {
            double multiplier = series.monthly().getOrDefault(month, 1.0);
            softly.assertThat(found.month(month))
                    .as("month %d", month)
                    .isCloseTo(multiplier, within(0.02 * multiplier));
        }
        for (int i = 0; i < FoundPatterns.HOLIDAYS.size(); i++) {
            double multiplier = config.holidays().get(i).multiplier();
            double tolerance = Math.max(0.02, 3 * common(series) / Math.sqrt(2));
            softly.assertThat(found.holiday(i))
                    .as("holiday %d", i)
                    .isCloseTo(multiplier, within(tolerance * multiplier));
        }
        double lift = config.retail().promotionLift();
        softly.assertThat(found.promotionLift()).as("lift").isCloseTo(lift, within(0.02 * lift));
        softly.assertThat(found.elasticity())
                .as("elasticity")
                .isCloseTo(config.retail().priceElasticity(), within(0.05));
    }

    /** Standard deviation, on the log, of a day that 20 stores, 6 categories and 200 series have in common. */
    private static double common(TimeSeriesConfig series) {
        double variance = series.noiseSigma() * series.noiseSigma();
        double own = 1 - series.noiseStoreShare() - series.noiseCategoryShare();
        return Math.sqrt(variance * (series.noiseStoreShare() / 20 + series.noiseCategoryShare() / 6)
                + (variance * own + 1.0 / LoadedShop.ENOUGH_UNITS_A_DAY) / 200);
    }

    private static void assertNoise(SoftAssertions softly, LoadedShop shop, FoundPatterns found) {
        TimeSeriesConfig series = shop.config.timeSeries();
        Residuals residuals = new Residuals(shop, found);
        double sigma = series.noiseSigma();
        double probability = series.anomalyProbability();
        double shareError = 3 * Math.sqrt(probability * (1 - probability) / residuals.days);
        softly.assertThat(residuals.anomalyShare).as("anomaly share").isCloseTo(probability, within(shareError));
        if (sigma > 0) {
            softly.assertThat(Math.sqrt(residuals.noiseVariance)).as("sigma").isCloseTo(sigma, within(0.05 * sigma));
        } else {
            softly.assertThat(residuals.noiseVariance).as("variance").isCloseTo(0, within(0.0001));
        }
    }
}
