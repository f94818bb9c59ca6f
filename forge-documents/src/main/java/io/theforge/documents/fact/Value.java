package io.theforge.documents.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The value of a fact: a number, a day, or words. */
public sealed interface Value {
    /** Exact; its scale is that of the table's column: 0 for units, 2 for money. */
    record Number(BigDecimal number) implements Value {}

    /** A day of the calendar. */
    record Day(LocalDate day) implements Value {}

    /** A name, a category, a yes or no. */
    record Words(String words) implements Value {}

    static Value of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    static Value ofCents(long cents) {
        return new Number(BigDecimal.valueOf(cents, 2));
    }

    static Value of(LocalDate day) {
        return new Day(day);
    }

    static Value of(String words) {
        return new Words(words);
    }
}
