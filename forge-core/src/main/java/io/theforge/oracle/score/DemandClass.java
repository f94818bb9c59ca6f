package io.theforge.oracle.score;

import java.util.Locale;

/**
 * How demand of a series comes, by the mean interval between days with demand (ADI) against 1.32 and the squared coefficient of variation of the
 * quantities on them against 0.49. Source: A. A. Syntetos, J. E. Boylan, J. D. Croston, "On the categorization of demand
 * patterns", Journal of the Operational Research Society 56 (2005).
 */
public enum DemandClass {
    SMOOTH,
    ERRATIC,
    INTERMITTENT,
    LUMPY,
    /** Less than two days with demand. */
    TOO_LITTLE_DATA;

    /** Demand that comes as seldom as this, in days, is intermittent or lumpy. */
    public static final double LONG_INTERVAL = 1.32;

    /** Quantities that vary as much as this, as CV^2, make demand erratic or lumpy. */
    public static final double GREAT_VARIATION = 0.49;

    /** Returns "too_little_data", as in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param units by day, NaN where not known */
    static DemandClass of(double[] units) {
        int days = 0;
        int sold = 0;
        double sum = 0;
        double squares = 0;
        for (double y : units) {
            days += Double.isNaN(y) ? 0 : 1;
            if (y > 0) {
                sold++;
                sum += y;
                squares += y * y;
            }
        }
        return of(days, sold, sum, squares);
    }

    /** @param days of which demand is known @param sold days with demand @param sum of their quantities @param squares the sum of these, squared */
    public static DemandClass of(long days, long sold, double sum, double squares) {
        if (sold < 2) {
            return TOO_LITTLE_DATA;
        }
        boolean rare = interval(days, sold) >= LONG_INTERVAL;
        boolean varied = variation(sold, sum, squares) >= GREAT_VARIATION;
        return rare ? (varied ? LUMPY : INTERMITTENT) : (varied ? ERRATIC : SMOOTH);
    }

    /** Returns the mean interval between days with demand (ADI), in days. @param sold at least 1 */
    public static double interval(long days, long sold) {
        return (double) days / sold;
    }

    /** Returns the squared coefficient of variation of the quantities on days with demand. @param sold at least 2 */
    public static double variation(long sold, double sum, double squares) {
        double mean = sum / sold;
        return Math.max(0, squares - sum * mean) / (sold - 1) / (mean * mean);
    }
}
