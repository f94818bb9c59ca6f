package io.theforge.config;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.MovementConfig;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Keys that say how demand moves in time: under {@code time_series}, and {@code absences}. */
final class MovementKeys {
    private static final NumberType SIGMA = NumberType.from(0, 2);
    private static final NumberType SPREAD = NumberType.from(0, 1);

    static final Key<ForgeConfig, Double> DRIFT_PRODUCT = of(
            "time_series.drift.product_sigma",
            SIGMA,
            movement -> movement.drift().productSigma(),
            "standard deviation of the log of the level's drift that a product's stores have in common");
    static final Key<ForgeConfig, Double> DRIFT_SERIES = of(
            "time_series.drift.series_sigma",
            SIGMA,
            movement -> movement.drift().seriesSigma(),
            "the same of each series alone");
    static final Key<ForgeConfig, Double> DRIFT_CALM = of(
            "time_series.drift.calm_units",
            NumberType.from(0, 1_000_000),
            movement -> movement.drift().calmUnits(),
            "units a day from which on a series wanders less: both sigmas are multiplied by (calm_units / units)^0.6; 0 for never");
    static final Key<ForgeConfig, Double> WEEK_SERIES = of(
            "time_series.weekly_noise.series_sigma",
            SIGMA,
            movement -> movement.weeklyNoise().seriesSigma(),
            "standard deviation of the log of a factor that each calendar week has, of each series alone");
    static final Key<ForgeConfig, Double> WEEK_PRODUCT = of(
            "time_series.weekly_noise.product_sigma",
            SIGMA,
            movement -> movement.weeklyNoise().productSigma(),
            "the same that a product's stores have in common");
    static final Key<ForgeConfig, Double> WEEK_STORE = of(
            "time_series.weekly_noise.store_sigma",
            SIGMA,
            movement -> movement.weeklyNoise().storeSigma(),
            "the same that a store's products have in common");
    static final Key<ForgeConfig, Double> WEEKDAY_CATEGORY = of(
            "time_series.weekday_spread.category_sigma",
            SPREAD,
            movement -> movement.profiles().weekdayCategory(),
            "standard deviation of the log of a weekday's multiplier between categories");
    static final Key<ForgeConfig, Double> WEEKDAY_STORE = of(
            "time_series.weekday_spread.store_sigma",
            SPREAD,
            movement -> movement.profiles().weekdayStore(),
            "the same between stores");
    static final Key<ForgeConfig, Double> WEEKDAY_SERIES = of(
            "time_series.weekday_spread.series_sigma",
            SPREAD,
            movement -> movement.profiles().weekdaySeries(),
            "the same between series, beside both");
    static final Key<ForgeConfig, Double> SEASON_CATEGORY = of(
            "time_series.season_spread.category_sigma",
            SPREAD,
            movement -> movement.profiles().seasonCategory(),
            "standard deviation of the log of the season between categories, a smooth curve over the year");

    static final List<Key<ForgeConfig, ?>> TIME_SERIES = List.of(
            DRIFT_PRODUCT,
            DRIFT_SERIES,
            DRIFT_CALM,
            WEEK_SERIES,
            WEEK_PRODUCT,
            WEEK_STORE,
            WEEKDAY_CATEGORY,
            WEEKDAY_STORE,
            WEEKDAY_SERIES,
            SEASON_CATEGORY);

    static final Key<ForgeConfig, Double> ABSENT_SERIES = of(
            "absences.series_probability",
            NumberType.PROBABILITY,
            movement -> movement.absences().seriesProbability(),
            "chance that a series leaves the shelf of its store in a half-year of 182 days, and comes back");
    static final Key<ForgeConfig, Double> ABSENT_PRODUCT = of(
            "absences.product_probability",
            NumberType.PROBABILITY,
            movement -> movement.absences().productProbability(),
            "chance that a product leaves all stores in a half-year of 182 days, and comes back");
    static final Key<ForgeConfig, Double> ABSENT_DAYS = of(
            "absences.median_days",
            NumberType.from(1, 364),
            movement -> movement.absences().medianDays(),
            "median length of an absence");
    static final Key<ForgeConfig, Double> ABSENT_SPREAD = of(
            "absences.length_spread",
            SIGMA,
            movement -> movement.absences().lengthSpread(),
            "sigma of the log of that length");
    static final Key<ForgeConfig, Double> ABSENT_CLEARED = of(
            "absences.cleared_share",
            NumberType.PROBABILITY,
            movement -> movement.absences().clearedShare(),
            "share of absences before which the stock is sold off as far as it goes; before the others it stays");

    static final List<Key<ForgeConfig, ?>> ABSENCES =
            List.of(ABSENT_SERIES, ABSENT_PRODUCT, ABSENT_DAYS, ABSENT_SPREAD, ABSENT_CLEARED);

    private MovementKeys() {}

    private static Key<ForgeConfig, Double> of(
            String path, NumberType type, ToDoubleFunction<MovementConfig> of, String meaning) {
        return Key.of(
                path,
                type,
                of.applyAsDouble(MovementConfig.NONE),
                config -> of.applyAsDouble(config.movement()),
                meaning);
    }

    static MovementConfig movement(Values values) {
        return new MovementConfig(
                new MovementConfig.Drift(values.get(DRIFT_PRODUCT), values.get(DRIFT_SERIES), values.get(DRIFT_CALM)),
                new MovementConfig.WeeklyNoise(
                        values.get(WEEK_SERIES), values.get(WEEK_PRODUCT), values.get(WEEK_STORE)),
                new MovementConfig.Profiles(
                        values.get(WEEKDAY_CATEGORY),
                        values.get(WEEKDAY_STORE),
                        values.get(WEEKDAY_SERIES),
                        values.get(SEASON_CATEGORY)),
                new MovementConfig.Absences(
                        values.get(ABSENT_SERIES),
                        values.get(ABSENT_PRODUCT),
                        values.get(ABSENT_DAYS),
                        values.get(ABSENT_SPREAD),
                        values.get(ABSENT_CLEARED)),
                values.get(CalendarEffectKeys.CALENDAR_EFFECTS));
    }
}
