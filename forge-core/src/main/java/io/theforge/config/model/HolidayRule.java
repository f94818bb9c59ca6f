package io.theforge.config.model;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * A day that changes demand and is a holiday in the calendar under {@code name}. Exactly one of {@code date},
 * {@code every} and {@code publicHoliday} is given.
 *
 * @param date one day
 * @param every the same day of every year (29 February only in leap years)
 * @param publicHoliday the name of a public holiday of the calendar's country, in every year
 * @param offsetDays days after (negative: before) that public holiday
 * @param name shown in the calendar, at most 100 characters
 * @param multiplier of demand, 0 to 20
 */
public record HolidayRule(
        @Nullable LocalDate date,
        @Nullable MonthDay every,
        @Nullable String publicHoliday,
        int offsetDays,
        String name,
        double multiplier) {}
