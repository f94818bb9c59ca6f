package io.theforge.config;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Map;
import java.util.regex.Pattern;

/** A day of every year, "12-24". */
record YearlyDay() implements Scalar<MonthDay> {

    private static final Pattern MONTH_DAY = Pattern.compile("[0-9]{2}-[0-9]{2}");

    @Override
    public MonthDay parse(String text, String path, String location) {
        if (!MONTH_DAY.matcher(text).matches()) {
            throw refuse(text, "is not a month and day", path, location);
        }
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException noSuchDay) {
            throw refuse(text, "does not exist in the calendar", path, location);
        }
    }

    @Override
    public String write(MonthDay value) {
        return "\"" + value.toString().substring(2) + "\"";
    }

    @Override
    public String describe() {
        return "a month and day such as \"12-24\"";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "pattern", "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
    }
}
