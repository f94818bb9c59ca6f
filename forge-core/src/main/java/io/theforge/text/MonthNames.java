package io.theforge.text;

import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/** Months in English, whatever the locale and the JDK's own tables of names. */
public final class MonthNames {
    private static final List<String> NAMES = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private MonthNames() {}

    /** Returns "March". @param date a day, or a month, of a year or of any */
    public static String of(TemporalAccessor date) {
        return NAMES.get(date.get(ChronoField.MONTH_OF_YEAR) - 1);
    }
}
