package io.theforge.database.realism;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors of simple forecasts of a week from the days before it: absolute errors over units (WAPE). Every week within the last eight
 * counts, and each weekday begins as many: where the last day is a Saturday it would be a poor forecast of itself.
 */
final class SimpleForecasts {
    private static final double[] ALPHAS = {.05, .1, .15, .2, .3, .4};
    private static final int WEEK = 7;
    private static final int WEEKS = 8;
    private static final int MEAN_DAYS = 28;

    private final double[] smoothing = new double[ALPHAS.length];
    private double naive;
    private double weeklyNaive;
    private double mean;
    private double units;

    /** @param days units of each day of a series; those that begin too late for a forecast are left out */
    void add(int[] days) {
        if (days.length < WEEKS * WEEK + MEAN_DAYS) {
            return;
        }
        double[] level = new double[ALPHAS.length];
        Arrays.fill(level, Arrays.stream(days, 0, MEAN_DAYS).average().orElse(0));
        int first = days.length - WEEKS * WEEK + 1;
        for (int d = MEAN_DAYS; d < days.length; d++) {
            if (d >= first && d + WEEK <= days.length) {
                week(days, d, level);
            }
            for (int i = 0; i < ALPHAS.length; i++) {
                level[i] += ALPHAS[i] * (days[d] - level[i]);
            }
        }
    }

    private void week(int[] days, int begin, double[] level) {
        double before = Arrays.stream(days, begin - MEAN_DAYS, begin).average().orElse(0);
        for (int d = begin; d < begin + WEEK; d++) {
            units += days[d];
            naive += Math.abs(days[d] - days[begin - 1]);
            weeklyNaive += Math.abs(days[d] - days[d - WEEK]);
            mean += Math.abs(days[d] - before);
            for (int i = 0; i < ALPHAS.length; i++) {
                smoothing[i] += Math.abs(days[d] - level[i]);
            }
        }
    }

    /** By name, null without a series that is long enough; smoothing by the best of a few constants. */
    Map<String, @Nullable Double> errors() {
        Map<String, @Nullable Double> errors = new LinkedHashMap<>();
        errors.put("wape_naive", overUnits(naive));
        errors.put("wape_weekly_naive", overUnits(weeklyNaive));
        errors.put("wape_mean_28", overUnits(mean));
        errors.put("wape_smoothing", overUnits(Arrays.stream(smoothing).min().orElse(0)));
        return errors;
    }

    private @Nullable Double overUnits(double error) {
        return units == 0 ? null : error / units;
    }
}
