package io.theforge.database.realism;

import java.util.Arrays;

/**
 * Expected units of the weeks of one series, as {@code index * exp(a + b * ln price)}: the Poisson likelihood at its
 * highest, which zeros do not disturb as they do a regression on logs. One instance for all series, one after another.
 */
final class PoissonFit {
    private static final int MAX_STEPS = 50;
    private static final double LONGEST_STEP = 1;
    private static final double CLOSE_ENOUGH = 1e-8;

    int weeks;
    double[] units = new double[128];
    double[] index = new double[128];
    double[] logPrice = new double[128];
    private double level;
    private double meanLogPrice;

    /** The elasticity, 0 as long as none has been fitted. */
    double elasticity;

    void clear() {
        weeks = 0;
        elasticity = 0;
    }

    void add(double unitsOfWeek, double indexOfWeek, double logPriceOfWeek) {
        if (weeks == units.length) {
            units = Arrays.copyOf(units, 2 * weeks);
            index = Arrays.copyOf(index, 2 * weeks);
            logPrice = Arrays.copyOf(logPrice, 2 * weeks);
        }
        units[weeks] = unitsOfWeek;
        index[weeks] = indexOfWeek;
        logPrice[weeks++] = logPriceOfWeek;
    }

    double totalUnits() {
        return Arrays.stream(units, 0, weeks).sum();
    }

    /** Units of a week at index 1, over all weeks and prices. */
    double rate() {
        return totalUnits() / Arrays.stream(index, 0, weeks).sum();
    }

    /** Standard deviation of the log of the price. */
    double priceSpread() {
        double mean = Arrays.stream(logPrice, 0, weeks).average().orElse(0);
        double squares = 0;
        for (int i = 0; i < weeks; i++) {
            squares += (logPrice[i] - mean) * (logPrice[i] - mean);
        }
        return Math.sqrt(squares / weeks);
    }

    /** @param withPrice false for the level alone */
    void fit(boolean withPrice) {
        meanLogPrice = Arrays.stream(logPrice, 0, weeks).average().orElse(0);
        level = Math.log(rate());
        elasticity = 0;
        for (int step = 0; withPrice && step < MAX_STEPS; step++) {
            if (step() < CLOSE_ENOUGH) {
                return;
            }
        }
    }

    /** One step of Newton's method; how far it went. */
    private double step() {
        double sum = 0;
        double sumX = 0;
        double sumXX = 0;
        double slopeLevel = 0;
        double slopeElasticity = 0;
        for (int i = 0; i < weeks; i++) {
            double x = logPrice[i] - meanLogPrice;
            double expected = expected(i);
            sum += expected;
            sumX += expected * x;
            sumXX += expected * x * x;
            slopeLevel += units[i] - expected;
            slopeElasticity += (units[i] - expected) * x;
        }
        double determinant = sum * sumXX - sumX * sumX;
        double ofLevel = limited((sumXX * slopeLevel - sumX * slopeElasticity) / determinant);
        double ofElasticity = limited((sum * slopeElasticity - sumX * slopeLevel) / determinant);
        level += ofLevel;
        elasticity += ofElasticity;
        return Math.abs(ofLevel) + Math.abs(ofElasticity);
    }

    private static double limited(double step) {
        return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
    }

    double expected(int week) {
        return index[week] * Math.exp(level + elasticity * (logPrice[week] - meanLogPrice));
    }
}
