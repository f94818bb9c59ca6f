package io.theforge.documents.text;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Value;
import io.theforge.text.MonthNames;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Numbers and dates as documents write them: the same in every locale. */
public final class Forms {
    private static final String[] WEEKDAYS = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
    };

    private Forms() {}

    /** Returns "March 2024". */
    public static String month(YearMonth month) {
        return MonthNames.of(month) + " " + month.getYear();
    }

    /** Returns "5 March 2024". */
    public static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + month(YearMonth.from(day));
    }

    public static String weekday(LocalDate day) {
        return WEEKDAYS[day.getDayOfWeek().getValue() - 1];
    }

    /** Returns "12,345" or "1,234.56", with as many decimals as the number has. */
    public static String number(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int i = (point < 0 ? plain.length() : point) - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return (number.signum() < 0 ? "-" : "") + grouped;
    }

    public static String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    public static String cents(long cents) {
        return number(BigDecimal.valueOf(cents, 2));
    }

    /** Returns a value as prose has it, without its unit. */
    public static String of(Value value) {
        if (value instanceof Value.Number number) {
            return number(number.number());
        }
        return value instanceof Value.Day day ? day(day.day()) : ((Value.Words) value).words();
    }

    public static String of(Fact fact) {
        return of(fact.value());
    }

    /** Returns all ways in which documents write a value, the common one first. */
    public static List<String> all(Value value) {
        if (value instanceof Value.Number number) {
            return List.of(of(value), number.number().toPlainString());
        }
        return value instanceof Value.Day day ? List.of(of(value), day.day().toString()) : List.of(of(value));
    }
}
