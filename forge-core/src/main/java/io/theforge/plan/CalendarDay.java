package io.theforge.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code calendar}.
 *
 * @param epochDay days since 1970-01-01
 * @param holidayName null on an ordinary day
 */
public record CalendarDay(int epochDay, @Nullable String holidayName) {

    public LocalDate date() {
        return LocalDate.ofEpochDay(epochDay);
    }

    /** Returns the day of the week, 0 = Monday .. 6 = Sunday. */
    public int dayOfWeek() {
        return Math.floorMod(epochDay + 3, 7);
    }

    public int month() {
        return date().getMonthValue();
    }

    public int quarter() {
        return (month() - 1) / 3 + 1;
    }

    public int year() {
        return date().getYear();
    }

    public boolean isHoliday() {
        return holidayName != null;
    }
}
