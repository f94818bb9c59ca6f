package io.theforge.config.model;

import java.util.List;

/** How demand moves in time, beside trend, season and the noise of a day. Everything is off by default. */
public record MovementConfig(
        Drift drift,
        WeeklyNoise weeklyNoise,
        Profiles profiles,
        Absences absences,
        List<CalendarEffect> calendarEffects) {

    /** Nothing moves. */
    public static final MovementConfig NONE = new MovementConfig(
            new Drift(0, 0, 0),
            new WeeklyNoise(0, 0, 0),
            new Profiles(0, 0, 0, 0),
            new Absences(0, 0, 28, 0.8, 0),
            List.of());

    public MovementConfig {
        calendarEffects = List.copyOf(calendarEffects);
    }

    /** Returns whether anything moves by draws to come, drift, weeks or absences, so that a cutoff hides more than the noise of a day. */
    public boolean isHidden() {
        return !drift.isOff() || !weeklyNoise.isOff() || !absences.areOff();
    }

    /**
     * The level wanders: a stationary factor with mean 1, correlated over months.
     *
     * @param productSigma standard deviation of its log that a product's stores have in common, 0 to 2
     * @param seriesSigma of each series alone, 0 to 2
     * @param calmUnits units a day from which on a series wanders less, 0 for never
     */
    public record Drift(double productSigma, double seriesSigma, double calmUnits) {
        public boolean isOff() {
            return productSigma == 0 && seriesSigma == 0;
        }

        /** Returns the variance of the log of the factor at a knot, of a series that is not calmer than others. */
        public double variance() {
            return productSigma * productSigma + seriesSigma * seriesSigma;
        }
    }

    /** A log-normal factor for each calendar week, with mean 1: sigmas of its log, 0 to 2, of what a series has alone, a product's stores and a store's products in common. */
    public record WeeklyNoise(double seriesSigma, double productSigma, double storeSigma) {
        public boolean isOff() {
            return seriesSigma == 0 && productSigma == 0 && storeSigma == 0;
        }

        /** Returns the variance of the log of the factor. */
        public double variance() {
            return seriesSigma * seriesSigma + productSigma * productSigma + storeSigma * storeSigma;
        }
    }

    /**
     * How far weekday profiles and seasons differ: standard deviations of the log of a multiplier, 0 to 1.
     *
     * @param weekdayCategory of a weekday's multiplier between categories
     * @param weekdayStore between stores
     * @param weekdaySeries between series, beside both
     * @param seasonCategory of the season between categories, a smooth curve over the year
     */
    public record Profiles(double weekdayCategory, double weekdayStore, double weekdaySeries, double seasonCategory) {
        public boolean areWeekdaysOff() {
            return weekdayCategory == 0 && weekdayStore == 0 && weekdaySeries == 0;
        }
    }

    /**
     * Items leave the shelf while they are listed, and come back. Time is cut into half-years of 182 days.
     *
     * @param seriesProbability chance that a series leaves its store in a half-year
     * @param productProbability chance that a product leaves all stores in a half-year
     * @param medianDays median of the log-normal length, 1 to 364
     * @param lengthSpread sigma of the log of the length, 0 to 2
     * @param clearedShare share of absences before which the stock is sold off; otherwise it stays
     */
    public record Absences(
            double seriesProbability,
            double productProbability,
            double medianDays,
            double lengthSpread,
            double clearedShare) {
        public boolean areOff() {
            return seriesProbability == 0 && productProbability == 0;
        }
    }
}
