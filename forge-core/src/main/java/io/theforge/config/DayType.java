package io.theforge.config;

import io.theforge.config.model.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/** A date, with or without quotes. The years are those that every part of the Forge supports. */
record DayType() implements Scalar<LocalDate> {

    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = DateRange.LAST_POSSIBLE_DAY.getYear();

    @Override
    public LocalDate parse(String text, String path, String location) {
        if (!ISO.matcher(text).matches()) {
            throw refuse(text, "is not a date", path, location);
        }
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            throw refuse(text, "does not exist in the calendar", path, location);
        }
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw refuse(text, "is out of range", path, location);
        }
        return date;
    }

    @Override
    public String write(LocalDate value) {
        return "\"" + value + "\"";
    }

    @Override
    public String describe() {
        return "a date such as 2024-12-31, from " + FIRST_YEAR + " to " + LAST_YEAR;
    }

    @Override
    public Map<String, Object> schema() {
        String month = "(0[1-9]|1[0-2])";
        return Map.of("type", "string", "format", "date", "pattern", "^(19|20|21)[0-9]{2}-" + month + "-[0-9]{2}$");
    }
}
