package io.theforge.config;

import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import java.time.LocalDate;
import java.util.List;

/** {@code seed}, and the keys under {@code date_range} and {@code calendar}. */
final class CalendarKeys {

    static final Key<ForgeConfig, Long> SEED = Key.of(
            "seed", new SeedType(), 42L, ForgeConfig::seed, "every value is a function of seed and configuration");
    static final Key<ForgeConfig, LocalDate> START = Key.of(
            "date_range.start",
            new DayType(),
            LocalDate.of(2024, 1, 1),
            config -> config.dateRange().start(),
            "first day");
    static final Key<ForgeConfig, LocalDate> END = Key.of(
            "date_range.end",
            new DayType(),
            LocalDate.of(2024, 12, 31),
            config -> config.dateRange().end(),
            "last day; at most 30 years with the first");
    /** Without a value of its own it is the last day. */
    static final Key<ForgeConfig, LocalDate> HORIZON = Key.optional(
            "date_range.horizon",
            new DayType(),
            config -> config.dateRange().horizon(),
            "last day of the first planning block; date_range.end unless given");

    static final Key<ForgeConfig, String> COUNTRY = Key.of(
            "calendar.country",
            new CountryType(),
            "US",
            ForgeConfig::calendarCountry,
            "whose public holidays the calendar shows");

    static final List<Key<ForgeConfig, ?>> ALL = List.of(SEED, START, END, HORIZON, COUNTRY);

    private CalendarKeys() {}

    static DateRange dateRange(Values values) {
        LocalDate horizon = values.find(HORIZON);
        LocalDate end = values.get(END);
        return new DateRange(values.get(START), end, horizon == null ? end : horizon);
    }
}
