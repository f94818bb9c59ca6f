package io.theforge.pricing;

import io.theforge.plan.Plan;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * The calendar months that the days of a dataset touch. A month is numbered {@code year * 12 + month - 1}, so that what is
 * drawn for it does not depend on the dataset's first day.
 */
final class Months {
    final long first;
    final int count;
    private final int[] firstDays;
    private final long[] seeds;

    /** @param days how far to go, which may be beyond the dataset's last day */
    Months(Plan plan, int days) {
        YearMonth month = YearMonth.from(plan.config().dateRange().start());
        YearMonth last = YearMonth.from(plan.config().dateRange().start().plusDays(days - 1L));
        first = number(month);
        count = Math.toIntExact(number(last) - first) + 1;
        firstDays = new int[count + 1];
        seeds = new long[count];
        for (int i = 0; i <= count; i++) {
            firstDays[i] = Math.toIntExact(month.plusMonths(i).atDay(1).toEpochDay() - plan.firstEpochDay());
        }
        for (int i = 0; i < count; i++) {
            seeds[i] = plan.seedOf(Math.max(0, firstDays[i]));
        }
    }

    private static long number(YearMonth month) {
        return month.getYear() * 12L + month.getMonthValue() - 1;
    }

    /** Returns the first day of the i-th month, in days since the dataset's first day; negative when the dataset begins inside it. */
    int firstDay(int i) {
        return firstDays[i];
    }

    /** Returns the number of the month that begins on a day, in days since the dataset's first day. */
    int at(int firstDay) {
        return Arrays.binarySearch(firstDays, firstDay);
    }

    /** Returns the seed that draws the prices and promotions of the i-th month: that of the segment in which it begins. */
    long seed(int i) {
        return seeds[i];
    }

    int length(int i) {
        return firstDays[i + 1] - firstDays[i];
    }
}
