package io.theforge.oracle.score;

import java.util.Locale;

/**
 * How demand of a series comes, by the mean interval between days with demand (ADI) against 1.32 and the squared coefficient of variation of the
 * quantities on them against 0.49. Source: A. A. Syntetos, J. E. Boylan, J. D. Croston, "On the categorization of demand
 * patterns", Journal of the Operational Research Society 56 (2005).
 */
enum DemandClass {
    SMOOTH,
    ERRATIC,
    INTERMITTENT,
    LUMPY,
    /** Less than two days with demand. */
    TOO_LITTLE_DATA;

    private static final double LONG_INTERVAL = 1.32;
    private static final double GREAT_VARIATION = 0.49;

    /** Returns "too_little_data", as in results. */
    String word() {
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
        if (sold < 2) {
            return TOO_LITTLE_DATA;
        }
        double mean = sum / sold;
        double variance = Math.max(0, squares - sum * mean) / (sold - 1);
        boolean rare = (double) days / sold >= LONG_INTERVAL;
        boolean varied = variance / (mean * mean) >= GREAT_VARIATION;
        return rare ? (varied ? LUMPY : INTERMITTENT) : (varied ? ERRATIC : SMOOTH);
    }
}
