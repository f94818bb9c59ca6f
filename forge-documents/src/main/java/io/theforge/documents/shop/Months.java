package io.theforge.documents.shop;

import io.theforge.documents.text.Forms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** The months that a dataset touches, the first and the last perhaps in part. Days count from its first. */
public final class Months {
    private final LocalDate start;
    private final YearMonth first;
    private final int[] starts;

    Months(LocalDate start, int days) {
        this.start = start;
        first = YearMonth.from(start);
        LocalDate end = start.plusDays(days - 1L);
        int count = Math.toIntExact(ChronoUnit.MONTHS.between(first, YearMonth.from(end))) + 1;
        starts = new int[count + 1];
        for (int m = 1; m < count; m++) {
            starts[m] = Math.toIntExact(
                    ChronoUnit.DAYS.between(start, first.plusMonths(m).atDay(1)));
        }
        starts[count] = days;
    }

    public int count() {
        return starts.length - 1;
    }

    /** Returns the month of a day. */
    public int of(int day) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(first, YearMonth.from(date(day))));
    }

    public YearMonth month(int month) {
        return first.plusMonths(month);
    }

    public LocalDate date(int day) {
        return start.plusDays(day);
    }

    /** Returns the last month of the dataset that is over on a date; -1 where none is. */
    public int before(LocalDate date) {
        long month = ChronoUnit.MONTHS.between(first, YearMonth.from(date)) - 1;
        return (int) Math.max(-1, Math.min(count() - 1, month));
    }

    /** Returns the first day of a month that the dataset has. */
    public int firstDay(int month) {
        return starts[month];
    }

    public int lastDay(int month) {
        return starts[month + 1] - 1;
    }

    /** Returns whether the dataset has all days of a month. */
    public boolean isWhole(int month) {
        return lastDay(month) - firstDay(month) + 1 == month(month).lengthOfMonth();
    }

    /** Returns "2024-03". */
    public String key(int month) {
        return month(month).toString();
    }

    /** Returns "March 2024". */
    public String words(int month) {
        return Forms.month(month(month));
    }

    /** Returns the first month of the dataset in a year. */
    int firstOf(int year) {
        return Math.max(0, (year - first.getYear()) * 12 - first.getMonthValue() + 1);
    }

    int lastOf(int year) {
        return Math.min(count() - 1, (year - first.getYear()) * 12 + 12 - first.getMonthValue());
    }
}
