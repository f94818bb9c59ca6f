package io.theforge.config.model;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code time_series}.
 *
 * @param baseDemand mean units per store, product and day before the patterns, above 0, at most 100,000
 * @param trendSlope per cent per day, -5 to 5
 * @param trendSteps for {@link Trend#STEP}: from a date on, its factor (0 to 20) holds until the next
 * @param weekly seven multipliers (0 to 20), Monday first
 * @param monthly month number (1 to 12) to multiplier (0 to 20); a month that is absent has 1
 * @param noiseSigma sigma of the noise on the log of demand, 0 to 3
 * @param noiseSpread sigma of the log-normal spread of noise sigma between series (median {@code noiseSigma}), 0 to 3
 * @param noiseStoreShare share of the noise variance that the series of a store have in common on a day
 * @param noiseCategoryShare the same for a category
 * @param noiseProductShare the same for the stores of a product; the three shares together at most 1
 * @param anomalyProbability per store, product and day, 0 to 1
 * @param anomalyMagnitude a spike multiplies by it, a dip divides by it; 1 to 100
 */
public record TimeSeriesConfig(
        double baseDemand,
        Trend trend,
        double trendSlope,
        SortedMap<LocalDate, Double> trendSteps,
        List<Double> weekly,
        SortedMap<Integer, Double> monthly,
        double noiseSigma,
        double noiseSpread,
        double noiseStoreShare,
        double noiseCategoryShare,
        double noiseProductShare,
        double anomalyProbability,
        double anomalyMagnitude) {

    /** Shape of the trend, {@code d} being the days since the dataset's first day. */
    public enum Trend {
        /** 1 on every day. */
        NONE,
        /** {@code 1 + slope/100 * d}, not below 0.05. */
        LINEAR,
        /** {@code (1 + slope/100) ^ d}. */
        EXPONENTIAL,
        /** The factor of the last step on or before the day; 1 before the first. */
        STEP
    }
}
