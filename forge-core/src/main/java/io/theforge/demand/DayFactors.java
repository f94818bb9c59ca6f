package io.theforge.demand;

import io.theforge.config.model.TimeSeriesConfig;
import io.theforge.plan.Plan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;

/** What a day does to the demand of every pair: trend, weekday, weekend, month and holidays. */
final class DayFactors {
    private static final double MIN_LINEAR_TREND = 0.05;
    private static final int SATURDAY = 5;

    private DayFactors() {}

    /** Returns one factor for each planned day, in the order of the days. */
    static double[] of(Plan plan) {
        double[] factors = new double[plan.plannedDays()];
        Arrays.fill(factors, 1);
        columns(plan).values().forEach(column -> {
            for (int d = 0; d < factors.length; d++) {
                factors[d] *= column[d];
            }
        });
        return factors;
    }

    /** Returns each of them alone, in their order. */
    static Map<DemandFactor, double[]> columns(Plan plan) {
        TimeSeriesConfig config = plan.config().timeSeries();
        double weekendSpike = plan.config().retail().weekendSpike();
        Map<DemandFactor, double[]> columns = new EnumMap<>(DemandFactor.class);
        columns.put(DemandFactor.TREND, column(plan, (day, date) -> trend(config, day, date)));
        columns.put(
                DemandFactor.WEEKDAY,
                column(plan, (day, date) -> config.weekly().get(dayOfWeek(date))));
        columns.put(DemandFactor.WEEKEND, column(plan, (day, date) -> dayOfWeek(date) >= SATURDAY ? weekendSpike : 1));
        columns.put(
                DemandFactor.MONTH,
                column(plan, (day, date) -> config.monthly().getOrDefault(date.getMonthValue(), 1.0)));
        columns.put(DemandFactor.HOLIDAYS, plan.holidayMultipliers());
        return columns;
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

    private static int dayOfWeek(LocalDate date) {
        return date.getDayOfWeek().getValue() - 1;
    }

    private static double trend(TimeSeriesConfig config, int day, LocalDate date) {
        return switch (config.trend()) {
            case NONE -> 1;
            case LINEAR -> Math.max(MIN_LINEAR_TREND, 1 + config.trendSlope() / 100 * day);
            case EXPONENTIAL -> StrictMath.pow(1 + config.trendSlope() / 100, day);
            case STEP -> {
                SortedMap<LocalDate, Double> steps = config.trendSteps().headMap(date.plusDays(1));
                yield steps.isEmpty() ? 1 : steps.getOrDefault(steps.lastKey(), 1.0);
            }
        };
    }
}
