package io.theforge.database.forecast;

import io.theforge.plan.Plan;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** The dates of a file, as days since the dataset's first day; a file has few of them, many times. */
final class DateReader {
    private final TextRows rows;
    private final Plan plan;
    private final Map<String, Integer> days = new HashMap<>();

    DateReader(TextRows rows, Plan plan) {
        this.rows = rows;
        this.plan = plan;
    }

    /** The date in the i-th of the columns that are read. A time is taken off where it is midnight, as programs write dates. */
    int read(String column, int i) {
        return days.computeIfAbsent(rows.needed(i, column), text -> {
            try {
                String dayAlone = text.replaceFirst("[ T]00:00(:00([.]0+)?)?(Z|[+]00(:?00)?)?$", "");
                return Math.toIntExact(LocalDate.parse(dayAlone).toEpochDay() - plan.firstEpochDay());
            } catch (DateTimeParseException | ArithmeticException e) {
                throw new ForecastFileException(
                        rows.place(rows.line(i)),
                        column + " is \"" + text + "\"",
                        "write dates as year-month-day, such as " + LocalDate.ofEpochDay(plan.epochDay(0)));
            }
        });
    }
}
