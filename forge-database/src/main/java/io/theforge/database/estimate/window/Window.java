package io.theforge.database.estimate.window;

import java.time.LocalDate;

/**
 * The days that estimates come from; all are days since 1970-01-01.
 *
 * @param lastDay the last one that there is
 */
public record Window(int lastDay) {
    /** SQL of the day of a date. */
    public static final String DAY = "CAST(%s - DATE '1970-01-01' AS integer)";

    /** Eight of each weekday: enough for a weekly profile, and few enough that the season has not turned. */
    public static final int PROFILE_DAYS = 56;

    /** Four whole weeks, so that every weekday counts alike. */
    public static final int LEVEL_DAYS = 28;

    /** Half a year: promotions are rare. */
    public static final int PROMOTION_WEEKS = 26;

    /** First day that promotions, and what they make of sales, come from. */
    public int promotionStart() {
        return lastDay - 7 * PROMOTION_WEEKS + 1;
    }

    /** First day that weekly profile, zero share and dispersion come from. */
    public int profileStart() {
        return lastDay - PROFILE_DAYS + 1;
    }

    /** First day that levels, prices and stock come from, and the last by which a pair must have sold to be taken along. */
    public int levelStart() {
        return lastDay - LEVEL_DAYS + 1;
    }

    /** First day looked at: a pair without rows between here and the profile's first day is a new one. */
    public int lookback() {
        return lastDay - 2 * PROFILE_DAYS + 1;
    }

    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /** 0 = Monday .. 6 = Sunday. */
    public static int weekday(int day) {
        return Math.floorMod(day + 3, 7);
    }
}
