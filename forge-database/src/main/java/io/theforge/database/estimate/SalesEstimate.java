package io.theforge.database.estimate;

import io.theforge.database.estimate.window.Window;

/**
 * How a pair sells, by weekday, 0 = Monday: a hurdle model. A day has a row or not, the row a positive quantity or 0, and a
 * positive quantity is 1 and a Poisson count, whose mean varies from day to day by a log-normal factor.
 *
 * @param recorded probability of a row, 0 where there never is one and 1 where there always is
 * @param positive probability of a positive quantity, given a row
 * @param size mean of the positive quantities, at least 1
 * @param meanSize mean of the positive quantities on all weekdays
 * @param sigma standard deviation of the factor's logarithm
 */
record SalesEstimate(double[] recorded, double[] positive, double[] size, double sigma, double meanSize) {
    /** As many days of a weekday do the pair's overall values count for, beside the eight of its own. */
    private static final double PSEUDO_DAYS = 2;

    /** Units of the profile's level that the last weeks' level is drawn towards: a pair that sold nothing may sell again. */
    private static final double PSEUDO_UNITS = 4;

    static SalesEstimate of(PairHistory pair, OpenDays openDays, Window window, WholeShop whole) {
        int first = Math.max(pair.firstDay, window.profileStart());
        int[] open = openDays.count(pair.storeId, first, window.lastDay());
        int[] ever = openDays.count(pair.storeId, window.profileStart(), window.lastDay());
        double[] recorded = shares(pair.sales.rows, PairHistory.less(open, pair.daysApart), ever);
        double[] positive = new double[7];
        double[] size = new double[7];
        int positives = pair.sales.allPositives();
        double share = (double) positives / pair.sales.allRows();
        double overall = positives == 0 ? 1 : (double) pair.sales.allUnits() / positives;
        for (int weekday = 0; weekday < 7; weekday++) {
            double usualShare = Math.min(1, share * whole.positiveShare()[weekday]);
            double usualSize = Math.max(1, overall * whole.size()[weekday]);
            positive[weekday] = share == 1
                    ? 1
                    : (pair.sales.positives[weekday] + PSEUDO_DAYS * usualShare)
                            / (pair.sales.rows[weekday] + PSEUDO_DAYS);
            size[weekday] = (pair.sales.units[weekday] + PSEUDO_DAYS * usualSize)
                    / (pair.sales.positives[weekday] + PSEUDO_DAYS);
        }
        double variance = Dispersion.of(pair).variance(whole.variance());
        SalesEstimate profile =
                new SalesEstimate(recorded, positive, size, Math.sqrt(StrictMath.log1p(variance)), overall);
        int[] levelDays = PairHistory.less(
                openDays.count(pair.storeId, Math.max(first, window.levelStart()), window.lastDay()),
                pair.levelDaysApart);
        // on the day it runs out, a shelf is taken to sell for half the day
        double halfDays = pair.emptyShelf.levelPositives / 2.0;
        return profile.withUnits(
                pair.sales.levelUnits + pair.emptyShelf.levelUnits,
                profile.units(levelDays) + halfDays * profile.unitsPerWeek() / 7);
    }

    /**
     * Shares of days by weekday, drawn towards the share of all days; 1 everywhere when nothing is missing, 0 on weekdays on
     * which there is never anything and that is hardly chance.
     *
     * @param days on which there might have been something
     * @param ever the same for older pairs: 0 marks weekdays on which there cannot be anything
     */
    static double[] shares(int[] found, int[] days, int[] ever) {
        int allFound = PairHistory.sum(found);
        int allDays = PairHistory.sum(days);
        boolean[] never = new boolean[7];
        int daysWithout = 0;
        for (int weekday = 0; weekday < 7; weekday++) {
            double onOthers = Math.min(1, (double) allFound / Math.max(1, allDays - days[weekday]));
            never[weekday] = ever[weekday] == 0
                    || found[weekday] == 0 && StrictMath.pow(1 - onOthers, days[weekday]) < OpenDays.CHANCE;
            daysWithout += never[weekday] ? days[weekday] : 0;
        }
        double share = Math.min(1, (double) allFound / Math.max(1, allDays - daysWithout));
        double[] shares = new double[7];
        for (int weekday = 0; weekday < 7; weekday++) {
            if (!never[weekday]) {
                shares[weekday] = Math.min(1, (found[weekday] + PSEUDO_DAYS * share) / (days[weekday] + PSEUDO_DAYS));
            }
        }
        return shares;
    }

    /** Whether a day without sales has a row: on record with zeros, or without a missing day. */
    boolean recordsZeros() {
        boolean complete = true;
        for (int weekday = 0; weekday < 7; weekday++) {
            if (positive[weekday] < 1) {
                return true;
            }
            complete &= recorded[weekday] == 0 || recorded[weekday] == 1;
        }
        return complete;
    }

    /** Expected units on a day of this weekday. */
    double units(int weekday) {
        return recorded[weekday] * positive[weekday] * size[weekday];
    }

    double unitsPerWeek() {
        return units(new int[] {1, 1, 1, 1, 1, 1, 1});
    }

    private double units(int[] days) {
        double units = 0;
        for (int weekday = 0; weekday < 7; weekday++) {
            units += days[weekday] * units(weekday);
        }
        return units;
    }

    /**
     * The same profile at another level. A seller of ones sells more by selling on more days, a seller of many by selling more
     * a day: of a factor g, the chance of a sale takes g to the power of 1 over the mean size, about what a Poisson law does.
     *
     * @param sold in the level's days
     * @param expected to be sold in them by this profile
     */
    private SalesEstimate withUnits(long sold, double expected) {
        double target = expected * (sold + PSEUDO_UNITS) / (expected + PSEUDO_UNITS);
        if (target <= 0) {
            return this;
        }
        double more = StrictMath.pow(target / expected, 1 / meanSize);
        boolean zeros = hasZeros();
        SalesEstimate scaled = new SalesEstimate(
                zeros ? recorded : times(recorded, more),
                zeros ? times(positive, more) : positive,
                size,
                sigma,
                meanSize);
        double rest = target / expected * unitsPerWeek() / scaled.unitsPerWeek();
        double[] sizes = new double[7];
        for (int weekday = 0; weekday < 7; weekday++) {
            sizes[weekday] = Math.max(1, size[weekday] * rest);
        }
        return new SalesEstimate(scaled.recorded, scaled.positive, sizes, sigma, meanSize);
    }

    private boolean hasZeros() {
        for (double share : positive) {
            if (share < 1) {
                return true;
            }
        }
        return false;
    }

    /** The probability of a row on a day on which rows with sales are so many times as frequent. */
    double recordedTimes(int weekday, double often) {
        double share = recorded[weekday];
        return often == 1 || share == 1 || hasZeros() ? share : Math.min(1, share * often);
    }

    /** The same of a positive quantity, given a row. */
    double positiveTimes(int weekday, double often) {
        return Math.min(1, positive[weekday] * (hasZeros() ? often : 1));
    }

    /** Certain stays certain. */
    private static double[] times(double[] shares, double factor) {
        double[] scaled = new double[7];
        for (int i = 0; i < 7; i++) {
            scaled[i] = shares[i] == 1 ? 1 : Math.min(1, shares[i] * factor);
        }
        return scaled;
    }
}
