package io.theforge.movement;

import io.theforge.plan.Plan;

/** The calendar weeks of a dataset, from Monday to Sunday; the first may be shorter. */
public final class Weeks {
    /** Days from a Monday to 1970-01-01. */
    private static final int MONDAY = 3;

    private static final int DAYS = 7;
    private final int firstEpochWeek;
    private final int firstEpochDay;

    public Weeks(Plan plan) {
        firstEpochDay = plan.firstEpochDay();
        firstEpochWeek = Math.floorDiv(firstEpochDay + MONDAY, DAYS);
    }

    /** Returns the number of the week of a day, 0 for the first. */
    public int of(int day) {
        return Math.floorDiv(firstEpochDay + day + MONDAY, DAYS) - firstEpochWeek;
    }

    /** Returns the first day of a week, 0 for the first week. */
    public int firstDay(int week) {
        return Math.max(0, (firstEpochWeek + week) * DAYS - MONDAY - firstEpochDay);
    }
}
