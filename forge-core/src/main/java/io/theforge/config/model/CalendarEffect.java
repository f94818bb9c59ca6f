package io.theforge.config.model;

import java.time.MonthDay;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What days around a day of the calendar do to demand. Exactly one of {@code every}, {@code publicHoliday} and {@code daysOfMonth} says
 * which day that is.
 *
 * @param every the same day of every year
 * @param publicHoliday the name of a public holiday of the calendar's country
 * @param daysOfMonth days of every month, 1 to 31; one that a month does not have is left out
 * @param factors of demand (0 to 20) by days after that day (negative: before), -14 to 14; 0 where shops are closed
 * @param regions whose stores it reaches; all where empty
 * @param categories that it reaches; all where empty
 */
public record CalendarEffect(
        String name,
        @Nullable MonthDay every,
        @Nullable String publicHoliday,
        List<Integer> daysOfMonth,
        SortedMap<Integer, Double> factors,
        List<String> regions,
        List<String> categories) {
    public CalendarEffect {
        daysOfMonth = List.copyOf(daysOfMonth);
        regions = List.copyOf(regions);
        categories = List.copyOf(categories);
    }

    /** Returns whether it reaches a store of the region and a product of the category. */
    public boolean reaches(String region, String category) {
        return (regions.isEmpty() || regions.contains(region))
                && (categories.isEmpty() || categories.contains(category));
    }
}
