package io.theforge.oracle.score;

import java.util.Locale;

/** Who is compared on the days that a file forecasts. All are judged on what is recorded as sold. */
public enum Contender {
    /** Whoever wrote the file. */
    FORECAST,
    /** The last known day: skill 0. */
    NAIVE,
    /** The last known day of the same weekday. */
    SEASONAL_NAIVE,
    /** The mean of the last 28 known days. */
    MOVING_AVERAGE_28,
    /** Knows the distribution of each day's demand and no draw: skill 1. */
    ORACLE,
    /** What the oracle's errors are on average, over the draws that might have come. */
    ORACLE_EXPECTED;

    /** Returns "seasonal_naive", as in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
