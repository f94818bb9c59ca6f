package io.theforge.oracle.benchmark;

import java.util.Locale;

/** Who forecasts: an oracle that knows the distribution of demand but no draw, or a benchmark that knows past sales only. */
public enum Forecaster {
    /**
     * Knows at the cutoff the law of demand and every draw that has acted by then, and prices and promotions to come; judged on demand.
     */
    ORACLE,
    /** Knows it but for promotions that start after the cutoff, and is judged on demand. */
    ORACLE_PROMOTIONS_UNKNOWN,
    /** Forecasts demand as the first, and is judged on what was sold, which stock has cut. */
    ORACLE_ON_SALES,
    /** Knows also what drift, weeks and absences to come will be, all but the draws of the day; judged on demand. */
    ORACLE_FORESEEING,
    /** The last known day, judged on what was sold, as all that follow. */
    NAIVE,
    /** The last known day of the same weekday. */
    SEASONAL_NAIVE,
    /** The mean of the last 28 known days. */
    MOVING_AVERAGE_28;

    /** Returns "oracle_on_sales", as in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOracle() {
        return compareTo(ORACLE_FORESEEING) <= 0;
    }
}
