package io.theforge.config;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.HolidayRule;
import io.theforge.config.yaml.YamlLocation;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** The key {@code holidays} and the keys of its rows. */
final class HolidayKeys {

    private static final Key<HolidayRule, LocalDate> DATE =
            Key.optional("date", new DayType(), HolidayRule::date, "one day");
    private static final Key<HolidayRule, MonthDay> EVERY =
            Key.optional("every", new YearlyDay(), HolidayRule::every, "the same day of every year");
    private static final Key<HolidayRule, String> PUBLIC = Key.optional(
            "public", new TextType(100), HolidayRule::publicHoliday, "a public holiday of the calendar's country");
    private static final Key<HolidayRule, Integer> OFFSET = Key.of(
            "offset_days",
            new WholeNumber(-366, 366),
            0,
            rule -> rule.publicHoliday() == null ? null : rule.offsetDays(),
            "days after (negative: before) the public holiday");
    private static final Key<HolidayRule, String> NAME =
            Key.required("name", new TextType(100), HolidayRule::name, "shown in the calendar");
    private static final Key<HolidayRule, Double> MULTIPLIER =
            Key.required("multiplier", NumberType.MULTIPLIER, HolidayRule::multiplier, "of demand");

    static final RowsType<HolidayRule> ROWS = new RowsType<>(
            List.of(DATE, EVERY, PUBLIC, OFFSET, NAME, MULTIPLIER),
            HolidayKeys::rule,
            HolidayKeys::day,
            "holidays such as {date: \"2024-12-24\", name: \"Christmas Eve\", multiplier: 1.5}");
    static final Key<ForgeConfig, List<HolidayRule>> HOLIDAYS =
            Key.of("holidays", ROWS, List.of(), ForgeConfig::holidays, "days that change demand");

    private HolidayKeys() {}

    private static HolidayRule rule(Values values, Node node, YamlLocation location) {
        long rules = Stream.of(DATE, EVERY, PUBLIC).filter(values::has).count();
        if (rules != 1) {
            throw location.wrong(
                    node,
                    location.path() + " has " + rules + " of the keys date, every and public",
                    "give exactly one of them: date (one day), every (\"12-24\") or public (a holiday's name)");
        }
        if (values.has(OFFSET) && !values.has(PUBLIC)) {
            throw location.wrong(
                    node,
                    location.path() + " has offset_days without public",
                    "remove offset_days, or name a public holiday");
        }
        return new HolidayRule(
                values.find(DATE),
                values.find(EVERY),
                values.find(PUBLIC),
                values.get(OFFSET),
                values.get(NAME),
                values.get(MULTIPLIER));
    }

    /** Returns what the rule alone says of the day. */
    private static String day(HolidayRule rule) {
        if (rule.date() != null) {
            return rule.date().toString();
        }
        if (rule.every() != null) {
            return "every " + rule.every().toString().substring(2);
        }
        return Objects.requireNonNull(rule.publicHoliday()) + " with offset_days " + rule.offsetDays();
    }
}
