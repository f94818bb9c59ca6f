package io.theforge.demand;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.MovementConfig;
import io.theforge.config.model.Shock;
import io.theforge.config.model.TimeSeriesConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.Arrays;
import java.util.Locale;

/** Refuses a configuration whose factors multiply to a demand that no shop has. */
public final class DemandLimits {
    /** Most expected units of a series on a day, anomalies included. */
    public static final double MAX_EXPECTED_UNITS = 1_000_000;

    private static final double MIN_PRICE_SHARE = 0.8;

    /** Standard deviations that hardly any draw exceeds. */
    private static final double FAR = 6;

    private DemandLimits() {}

    /** @throws ConfigException naming the pair and the figure */
    public static void check(Plan plan) {
        ExpectedDemand expected = new ExpectedDemand(plan);
        double most = MAX_EXPECTED_UNITS / anomalyMean(plan.config().timeSeries());
        double anyDay =
                Arrays.stream(DayFactors.of(plan)).max().orElse(1) * anyLift(plan) * anyShock(plan) * anyMovement(plan);
        for (Store store : plan.stores()) {
            for (Product product : plan.products()) {
                double price = StrictMath.pow(MIN_PRICE_SHARE, product.elasticity());
                if (expected.level(store, product) * anyDay * price > most) {
                    checkDays(expected, store, product, most);
                }
            }
        }
    }

    private static void checkDays(ExpectedDemand expected, Store store, Product product, double most) {
        expected.fill(store, product);
        double highest = Arrays.stream(expected.means).max().orElse(0);
        if (highest > most) {
            throw new ConfigException(
                    String.format(
                            Locale.ROOT,
                            "store %s would expect to sell %,.0f units of %s on its best day, more than %,.0f",
                            store.code(),
                            highest / most * MAX_EXPECTED_UNITS,
                            product.sku(),
                            MAX_EXPECTED_UNITS),
                    "lower time_series.base_demand, the trend, the multipliers or the spreads",
                    "time_series.base_demand");
        }
    }

    /** Returns the mean of the anomaly factor: a spike times, or a dip divided by, the magnitude, equally likely. */
    public static double anomalyMean(TimeSeriesConfig config) {
        double magnitude = config.anomalyMagnitude();
        return 1 + config.anomalyProbability() * ((magnitude + 1 / magnitude) / 2 - 1);
    }

    private static double anyLift(Plan plan) {
        double deepest = plan.config().retail().liftByDepth().values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(plan.config().retail().promotionLift());
        return Math.max(1, deepest);
    }

    /** What is above this is so rare that nobody is told of it before it is drawn: then its days are looked at one by one. */
    private static double anyMovement(Plan plan) {
        MovementConfig movement = plan.config().movement();
        MovementConfig.Profiles profiles = movement.profiles();
        double weekdays = profiles.weekdayCategory() + profiles.weekdayStore() + profiles.weekdaySeries();
        double sigma =
                Math.sqrt(movement.drift().variance() + movement.weeklyNoise().variance());
        double effects = movement.calendarEffects().stream()
                .flatMap(effect -> effect.factors().values().stream())
                .map(factor -> Math.max(1, factor))
                .reduce(1.0, (a, b) -> a * b);
        return effects * StrictMath.exp(FAR * (sigma + weekdays + profiles.seasonCategory()));
    }

    private static double anyShock(Plan plan) {
        return plan.config().shocks().stream()
                .mapToDouble(Shock::factor)
                .map(factor -> Math.max(1, factor))
                .reduce(1, (a, b) -> a * b);
    }
}
