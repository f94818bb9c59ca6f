package io.theforge.database.forecast;

import io.theforge.plan.Plan;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The dates of a file, as days since the dataset's first day; a file has few of them, many times. */
final class DateReader {
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]00:00(:00([.]0+)?)?(Z|[+]00(:?00)?)?$");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:.*");

    private final TextRows rows;
    private final Plan plan;
    private final Map<String, Integer> columns;
    private final Conversion conversion;
    private final Map<String, Integer> days = new HashMap<>();

    /** @param columns all that hold dates, and where they are among those that are read */
    DateReader(TextRows rows, Plan plan, Map<String, Integer> columns, Conversion conversion) {
        this.rows = rows;
        this.plan = plan;
        this.columns = columns;
        this.conversion = conversion;
    }

    private ForecastFileException notMidnight(String column, String text, int i) {
        return new ForecastFileException(
                rows.place(rows.line(i)),
                column + " is \"" + text + "\", no midnight in UTC: a time of day, or midnight in another zone",
                "write dates without a time, with pandas: df[\"" + column + "\"] = df[\"" + column
                        + "\"].dt.tz_localize(None).dt.normalize()");
    }

    /** The date in the i-th of the columns that are read. A time is taken off where it is midnight, as programs write dates. */
    int read(String column, int i) {
        return days.computeIfAbsent(rows.needed(i, column), text -> {
            try {
                String dayAlone = MIDNIGHT.matcher(text).replaceFirst("");
                if (TIME.matcher(dayAlone).matches()) {
                    throw notMidnight(rows.title(i, column), text, i);
                }
                return Math.toIntExact(LocalDate.parse(dayAlone).toEpochDay() - plan.firstEpochDay());
            } catch (DateTimeParseException | ArithmeticException e) {
                throw new ForecastFileException(
                        rows.place(rows.line(i)),
                        rows.title(i, column) + " is \"" + text + "\"",
                        "write dates as year-month-day, such as " + LocalDate.ofEpochDay(plan.epochDay(0))
                                + conversion());
            }
        });
    }

    /** Of a file none of whose dates could be read; another has one that is wrong. */
    private String conversion() {
        if (!days.isEmpty()) {
            return "";
        }
        Map<String, String> texts = new LinkedHashMap<>();
        columns.forEach((name, i) -> {
            String text = rows.value(i);
            if (text != null) {
                texts.put(name, text);
            }
        });
        return conversion.ofDates(texts);
    }
}
