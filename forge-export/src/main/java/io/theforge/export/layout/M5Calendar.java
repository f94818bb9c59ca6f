package io.theforge.export.layout;

import static io.theforge.table.Column.of;
import static io.theforge.table.Column.text;

import io.theforge.plan.CalendarDay;
import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.RowWriter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/** The calendar of the M5 competition: weeks begin on Saturday, years on the last Saturday of January. */
final class M5Calendar {
    static final List<Column> COLUMNS = List.of(
            of("date", Kind.DATE).key(),
            of("wm_yr_wk", Kind.INTEGER),
            text("weekday", 0),
            of("wday", Kind.INTEGER),
            of("month", Kind.INTEGER),
            of("year", Kind.INTEGER),
            text("d", 0),
            text("event_name_1", 0).orNull(),
            text("event_type_1", 0).orNull(),
            text("event_name_2", 0).orNull(),
            text("event_type_2", 0).orNull(),
            of("snap_CA", Kind.INTEGER),
            of("snap_TX", Kind.INTEGER),
            of("snap_WI", Kind.INTEGER));

    /** The guide's word for a holiday of the country; whether one is religious or cultural, our calendar does not say. */
    private static final String EVENT_TYPE = "National";

    private static final int DAYS_OF_WEEK = 7;
    private static final int FIRST_YEAR = 1900;

    private M5Calendar() {}

    /** Returns the week of a day as the competition numbers it: 11101 is the week from 2011-01-29 on. */
    static int week(int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        LocalDate start = firstDay(date.getYear());
        if (date.isBefore(start)) {
            start = firstDay(date.getYear() - 1);
        }
        int week = (int) (epochDay - start.toEpochDay()) / DAYS_OF_WEEK + 1;
        return (start.getYear() - FIRST_YEAR) * 100 + week;
    }

    private static LocalDate firstDay(int year) {
        return LocalDate.of(year, Month.JANUARY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SATURDAY));
    }

    static void write(List<CalendarDay> days, RowWriter out) {
        for (int i = 0; i < days.size(); i++) {
            CalendarDay day = days.get(i);
            LocalDate date = day.date();
            out.startRow(0);
            out.date(day.epochDay());
            out.integer(week(day.epochDay()));
            out.text(date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            // Saturday is the first
            out.integer((date.getDayOfWeek().getValue() + 1) % DAYS_OF_WEEK + 1);
            out.integer(date.getMonthValue());
            out.integer(date.getYear());
            out.text("d_" + (i + 1));
            out.text(day.holidayName());
            out.text(day.isHoliday() ? EVENT_TYPE : null);
            out.text(null);
            out.text(null);
            out.integer(0);
            out.integer(0);
            out.integer(0);
            out.endRow();
        }
    }
}
