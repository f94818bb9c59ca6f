package io.theforge.database.recovery;

import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The ramp of launched products, from a database in which the other patterns run too: units on a product's young days over what
 * the regression of its mature days leads one to expect, pooled over 10 products that launch on days of their own in 20 stores
 * each, by fifths of the ramp.
 *
 * <p>A fifth has 1,800 days of a series on 90 dates. Its standard error is about one per cent: noise and what a category's series have in
 * common 0.4, anomalies 0.5, counts 0.4 in the first fifth, and the months and holidays that the regression found 0.5. The tolerance of 5 per cent
 * is five of them, one chance in a million; the seeds are fixed.
 */
class LaunchesAreFoundAgainTest {
    private static final String SHOP = """
            dimensions: {stores: {count: 20, size_spread: 0.15}, products: {count: 12, demand_spread: 0.3}}
            date_range: {start: 2023-01-01, end: 2024-12-31, horizon: 2023-07-31}
            time_series:
              base_demand: 300
              trend: exponential
              trend_slope: 0.1
              monthly_seasonality: {7: 0.7, 11: 1.3, 12: 1.8}
              noise_sigma: 0.1
              anomaly_probability: 0.01
              anomaly_magnitude: 4
            retail:
              promotion_probability: 0.3
              promotion_lift: 1.5
              price_elasticity: -1.5
              price_change_probability: 0.5
              stockout_probability: 0.05
              new_product_share: 0.85
              new_product_ramp_days: RAMP
            holidays:
              - {every: "12-24", name: Eve, multiplier: 1.5}
              - {every: "05-10", name: Strike, multiplier: 0.4}
            """;

    private static final int RAMP_DAYS = 45;
    private static final int PARTS = 5;

    @TempDir
    Path folder;

    /** A ramp of 0 days is one that is switched off: products sell in full from their first day. */
    @ParameterizedTest
    @CsvSource({"45, 1", "45, 2", "45, 3", "0, 4"})
    void theRampIsFoundAgain(int rampDays, long seed) throws Exception {
        LoadedShop shop = new LoadedShop(folder, SHOP.replace("RAMP", "" + rampDays) + "seed: " + seed + "\n");
        FoundPatterns patterns = FoundPatterns.of(shop, day -> true);
        double[] units = new double[PARTS];
        double[] inFull = new double[PARTS];
        double[] configured = new double[PARTS];
        double matureUnits = 0;
        double matureExpected = 0;
        for (LoadedShop.Day day : shop.days) {
            double expected = Math.exp(patterns.expectedLog(day));
            if (patterns.uses(day)) {
                matureUnits += day.units();
                matureExpected += expected;
            } else if (!day.stockout() && day.age() < RAMP_DAYS) {
                int part = day.age() * PARTS / RAMP_DAYS;
                units[part] += day.units();
                inFull[part] += expected;
                configured[part] += expected * (rampDays == 0 ? 1 : (day.age() + 1.0) / rampDays);
            }
        }
        // noise and anomalies raise a mean above the exponential of a mean of logs, on young days as on mature ones
        double meanOverMedian = matureUnits / matureExpected;
        SoftAssertions softly = new SoftAssertions();
        for (int part = 0; part < PARTS; part++) {
            double ramp = configured[part] / inFull[part];
            softly.assertThat(units[part] / inFull[part] / meanOverMedian)
                    .as("part %d of the ramp", part)
                    .isCloseTo(ramp, within(0.05 * ramp));
        }
        softly.assertAll();
    }
}
