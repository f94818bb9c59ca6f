package io.theforge.config;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.TimeSeriesConfig;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keys under {@code time_series}. */
final class TimeSeriesKeys {

    /** From {@code date} on, {@code factor} holds. */
    record Step(LocalDate date, double factor) {}

    private static final Key<Step, LocalDate> STEP_DATE =
            Key.required("date", new DayType(), Step::date, "the first day of the factor");
    private static final Key<Step, Double> STEP_FACTOR =
            Key.required("factor", NumberType.MULTIPLIER, Step::factor, "multiplier of demand until the next step");
    private static final RowsType<Step> STEPS = new RowsType<>(
            List.of(STEP_DATE, STEP_FACTOR),
            (values, node, location) -> new Step(values.get(STEP_DATE), values.get(STEP_FACTOR)),
            Step::date,
            "steps such as {date: \"2024-06-01\", factor: 1.2}");

    static final Key<ForgeConfig, Double> BASE_DEMAND = Key.of(
            "time_series.base_demand",
            NumberType.above(0, 100_000),
            100.0,
            config -> config.timeSeries().baseDemand(),
            "mean units per store, product and day before the patterns");
    static final Key<ForgeConfig, TimeSeriesConfig.Trend> TREND = Key.of(
            "time_series.trend",
            new Choice<>(TimeSeriesConfig.Trend.class),
            TimeSeriesConfig.Trend.LINEAR,
            config -> config.timeSeries().trend(),
            "shape of the trend");
    static final Key<ForgeConfig, Double> SLOPE = Key.of(
            "time_series.trend_slope",
            NumberType.from(-5, 5),
            0.1,
            config -> config.timeSeries().trendSlope(),
            "per cent per day, for linear and exponential trends");
    static final Key<ForgeConfig, List<Step>> TREND_STEPS = Key.of(
            "time_series.trend_steps",
            STEPS,
            List.of(),
            config -> config.timeSeries().trendSteps().entrySet().stream()
                    .map(step -> new Step(step.getKey(), step.getValue()))
                    .toList(),
            "for a step trend: dates and the factors that hold from them on");
    static final Key<ForgeConfig, List<Double>> WEEKLY = Key.of(
            "time_series.weekly_seasonality",
            ListType.exactly(7, NumberType.MULTIPLIER, "seven multipliers from 0 to 20, Monday first"),
            List.of(0.8, 0.9, 1.0, 1.0, 1.1, 1.3, 1.2),
            config -> config.timeSeries().weekly(),
            "seven multipliers, Monday first");
    static final Key<ForgeConfig, SortedMap<Integer, Double>> MONTHLY = Key.of(
            "time_series.monthly_seasonality",
            new CurveType<>(
                    new WholeNumber(1, 12), NumberType.MULTIPLIER, "month number (1 to 12) to multiplier (0 to 20)"),
            Collections.emptySortedMap(),
            config -> config.timeSeries().monthly(),
            "month number to multiplier");
    static final Key<ForgeConfig, Double> NOISE_SIGMA = Key.of(
            "time_series.noise_sigma",
            NumberType.SIGMA,
            0.1,
            config -> config.timeSeries().noiseSigma(),
            "sigma of the noise on the log of demand");
    static final Key<ForgeConfig, Double> NOISE_SPREAD = Key.of(
            "time_series.noise_spread",
            NumberType.SIGMA,
            0.0,
            config -> config.timeSeries().noiseSpread(),
            "log-normal spread of sigma between series");
    static final Key<ForgeConfig, Double> NOISE_STORE_SHARE = Key.of(
            "time_series.noise_store_share",
            NumberType.PROBABILITY,
            0.1,
            config -> config.timeSeries().noiseStoreShare(),
            "share of the noise variance that a store's series have in common on a day");
    static final Key<ForgeConfig, Double> NOISE_CATEGORY_SHARE = Key.of(
            "time_series.noise_category_share",
            NumberType.PROBABILITY,
            0.1,
            config -> config.timeSeries().noiseCategoryShare(),
            "share of the noise variance that a category's series have in common on a day");
    static final Key<ForgeConfig, Double> NOISE_PRODUCT_SHARE = Key.of(
            "time_series.noise_product_share",
            NumberType.PROBABILITY,
            0.0,
            config -> config.timeSeries().noiseProductShare(),
            "share of the noise variance that a product's stores have in common on a day");
    static final Key<ForgeConfig, Double> ANOMALY_PROBABILITY = Key.of(
            "time_series.anomaly_probability",
            NumberType.PROBABILITY,
            0.01,
            config -> config.timeSeries().anomalyProbability(),
            "chance of an anomaly per store, product and day");
    static final Key<ForgeConfig, Double> ANOMALY_MAGNITUDE = Key.of(
            "time_series.anomaly_magnitude",
            NumberType.from(1, 100),
            2.0,
            config -> config.timeSeries().anomalyMagnitude(),
            "a spike is times, a dip divided by this");

    static final List<Key<ForgeConfig, ?>> ALL = List.of(
            BASE_DEMAND,
            TREND,
            SLOPE,
            TREND_STEPS,
            WEEKLY,
            MONTHLY,
            NOISE_SIGMA,
            NOISE_SPREAD,
            NOISE_STORE_SHARE,
            NOISE_CATEGORY_SHARE,
            NOISE_PRODUCT_SHARE,
            ANOMALY_PROBABILITY,
            ANOMALY_MAGNITUDE);

    private TimeSeriesKeys() {}

    static TimeSeriesConfig timeSeries(Values values) {
        SortedMap<LocalDate, Double> steps = new TreeMap<>();
        values.get(TREND_STEPS).forEach(step -> steps.put(step.date(), step.factor()));
        return new TimeSeriesConfig(
                values.get(BASE_DEMAND),
                values.get(TREND),
                values.get(SLOPE),
                Collections.unmodifiableSortedMap(steps),
                values.get(WEEKLY),
                values.get(MONTHLY),
                values.get(NOISE_SIGMA),
                values.get(NOISE_SPREAD),
                values.get(NOISE_STORE_SHARE),
                values.get(NOISE_CATEGORY_SHARE),
                values.get(NOISE_PRODUCT_SHARE),
                values.get(ANOMALY_PROBABILITY),
                values.get(ANOMALY_MAGNITUDE));
    }
}
