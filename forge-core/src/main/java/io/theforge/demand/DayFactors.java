package io.theforge.demand;

import io.theforge.config.TimeSeriesConfig;
import io.theforge.plan.Plan;
import java.time.LocalDate;
import java.util.SortedMap;

/** What a day does to the demand of every pair: trend, weekday, weekend, month and holidays. */
final class DayFactors {
    private static final double LOWEST_LINEAR_TREND = 0.05;
    private static final int SATURDAY = 5;

    private DayFactors() {}

    /** One factor for each planned day, in the order of the days. */
    static double[] of(Plan plan) {
        TimeSeriesConfig config = plan.config().timeSeries();
        double[] factors = plan.holidayMultipliers();
        LocalDate date = plan.config().dateRange().start();
        for (int d = 0; d < factors.length; d++, date = date.plusDays(1)) {
            int dayOfWeek = date.getDayOfWeek().getValue() - 1;
            double weekend = dayOfWeek >= SATURDAY ? plan.config().retail().weekendSpike() : 1;
            double month = config.monthly().getOrDefault(date.getMonthValue(), 1.0);
            factors[d] *= trend(config, d, date) * config.weekly().get(dayOfWeek) * weekend * month;
        }
        return factors;
    }

    /** The trend alone. */
    static double[] trend(Plan plan) {
        return column(plan, (day, date) -> trend(plan.config().timeSeries(), day, date));
    }

    /** The weekly profile and the weekend spike. */
    static double[] weekday(Plan plan) {
        return column(plan, (day, date) -> {
            int dayOfWeek = date.getDayOfWeek().getValue() - 1;
            double weekend = dayOfWeek >= SATURDAY ? plan.config().retail().weekendSpike() : 1;
            return plan.config().timeSeries().weekly().get(dayOfWeek) * weekend;
        });
    }

    /** The monthly profile. */
    static double[] month(Plan plan) {
        return column(
                plan, (day, date) -> plan.config().timeSeries().monthly().getOrDefault(date.getMonthValue(), 1.0));
    }

    private interface OnDay {
        double factor(int day, LocalDate date);
    }

    private static double[] column(Plan plan, OnDay each) {
        LocalDate start = plan.config().dateRange().start();
        double[] column = new double[plan.plannedDays()];
        for (int d = 0; d < column.length; d++) {
            column[d] = each.factor(d, start.plusDays(d));
        }
        return column;
    }

    private static double trend(TimeSeriesConfig config, int day, LocalDate date) {
        return switch (config.trend()) {
            case NONE -> 1;
            case LINEAR -> Math.max(LOWEST_LINEAR_TREND, 1 + config.trendSlope() / 100 * day);
            case EXPONENTIAL -> StrictMath.pow(1 + config.trendSlope() / 100, day);
            case STEP -> {
                SortedMap<LocalDate, Double> steps = config.trendSteps().headMap(date.plusDays(1));
                yield steps.isEmpty() ? 1 : steps.getOrDefault(steps.lastKey(), 1.0);
            }
        };
    }
}
