package io.theforge.rag.agent.table;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Some days in a row. @param to the last one, included */
public record Period(LocalDate from, LocalDate to) {
    private static final int MONTHS_OF_YEAR = 12;

    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    public static Period ofDay(LocalDate day) {
        return new Period(day, day);
    }

    public static Period ofYear(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, MONTHS_OF_YEAR, 31));
    }

    /** Whether it is one whole month. */
    public boolean isMonth() {
        return equals(of(YearMonth.from(from)));
    }

    public boolean isDay() {
        return from.equals(to);
    }

    public boolean isYear() {
        return equals(ofYear(from.getYear()));
    }

    /** Returns the months that it touches, in their order. */
    public List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); !month.isAfter(YearMonth.from(to)); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /** Returns it as people write it: "5 March 2024", "March 2024", "2024", "from 5 March 2024 to 9 March 2024". */
    public String words() {
        if (isDay()) {
            return day(from);
        }
        if (isMonth()) {
            return month(YearMonth.from(from));
        }
        return isYear() ? Integer.toString(from.getYear()) : "from " + day(from) + " to " + day(to);
    }

    /** Returns "5 March 2024". */
    public static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + month(YearMonth.from(day));
    }

    /** Returns "March 2024". */
    public static String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }
}
