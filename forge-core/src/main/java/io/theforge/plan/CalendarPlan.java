package io.theforge.plan;

import io.theforge.config.model.CalendarEffect;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.HolidayRule;
import io.theforge.plan.PublicHolidays.PublicHoliday;
import io.theforge.text.NearestWord;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Days, their holidays and what the configured ones do to demand. Days count from the dataset's first day.
 *
 * <p>A day bears the name of the first configured holiday that falls on it, else of a public one, else of one whose day
 * off was moved to it, "... (observed)". Public holidays as such leave demand alone.
 */
final class CalendarPlan {
    private static final int NAME_LIMIT = 100;
    /** No law moves a day off further. */
    private static final int MOVED_DAYS = 7;
    /** Years on either side of the dataset in which a holiday's name is looked for before it counts as unknown. */
    private static final int NAME_SEARCH_YEARS = 30;

    private final LocalDate start;
    private final @Nullable String[] names;
    private final double[] multipliers;
    private final List<EffectDays> effects = new ArrayList<>();

    private CalendarPlan(LocalDate start, int days) {
        this.start = start;
        names = new String[days];
        multipliers = new double[days];
        Arrays.fill(multipliers, 1);
    }

    /**
     * Returns the calendar of the first days of a dataset; longer ones begin alike.
     *
     * @param days how many, at least 1
     * @throws ConfigException where the country, or a public holiday that a rule names, is not known
     */
    public static CalendarPlan of(ForgeConfig config, int days) {
        CalendarPlan plan = new CalendarPlan(config.dateRange().start(), days);
        PublicHolidays country = PublicHolidays.of(config.calendarCountry());
        List<PublicHoliday> publicHolidays = country.ofYears(
                plan.start.minusDays(MOVED_DAYS + largestOffset(config, 1)).getYear(),
                plan.start
                        .plusDays(days + MOVED_DAYS + largestOffset(config, -1))
                        .getYear());
        int index = 0;
        for (HolidayRule rule : config.holidays()) {
            String path = "holidays[" + index++ + "].public";
            for (LocalDate date : plan.dates(rule, path, publicHolidays, country)) {
                plan.name(date, rule.name());
                plan.multiply(date, rule.multiplier());
            }
        }
        index = 0;
        for (CalendarEffect effect : config.movement().calendarEffects()) {
            String path = "calendar_effects[" + index++ + "].public";
            plan.effects.add(new EffectDays(effect, plan.factors(effect, path, publicHolidays, country)));
        }
        publicHolidays.forEach(holiday -> plan.name(holiday.date(), holiday.name()));
        publicHolidays.forEach(holiday -> plan.name(holiday.observed(), holiday.name() + " (observed)"));
        return plan;
    }

    /** Returns the number of days. */
    public int days() {
        return names.length;
    }

    public CalendarDay day(int day) {
        return new CalendarDay(Math.toIntExact(start.toEpochDay()) + day, names[day]);
    }

    /** Returns the holiday's name; null on an ordinary day. */
    public @Nullable String holidayName(int day) {
        return names[day];
    }

    /** Returns the product of the multipliers of the configured holidays on a day; 1 when there is none. */
    public double multiplier(int day) {
        return multipliers[day];
    }

    /** Returns what the configured calendar effects do to demand, one after another. */
    List<EffectDays> effects() {
        return effects;
    }

    /** An effect that reaches from one day to another multiplies; two of them that meet multiply both. */
    private double[] factors(
            CalendarEffect effect, String path, List<PublicHoliday> publicHolidays, PublicHolidays country) {
        double[] factors = new double[names.length];
        Arrays.fill(factors, 1);
        for (LocalDate date : dates(effect, path, publicHolidays, country)) {
            effect.factors().forEach((offset, factor) -> {
                int day = day(date.plusDays(offset));
                if (day >= 0) {
                    factors[day] *= factor;
                }
            });
        }
        return factors;
    }

    /** Returns the days that the rules look back ({@code sign} 1) or ahead (-1) of a public holiday, 0 or more. */
    private static int largestOffset(ForgeConfig config, int sign) {
        IntStream ofRules = config.holidays().stream()
                .filter(rule -> rule.publicHoliday() != null)
                .mapToInt(HolidayRule::offsetDays);
        IntStream ofEffects = config.movement().calendarEffects().stream()
                .filter(effect -> effect.publicHoliday() != null)
                .flatMapToInt(effect -> effect.factors().keySet().stream().mapToInt(Integer::intValue));
        return IntStream.concat(ofRules, ofEffects)
                .map(offset -> Math.max(0, sign * offset))
                .max()
                .orElse(0);
    }

    private Set<LocalDate> dates(
            CalendarEffect effect, String path, List<PublicHoliday> publicHolidays, PublicHolidays country) {
        if (effect.daysOfMonth().isEmpty()) {
            HolidayRule rule = new HolidayRule(null, effect.every(), effect.publicHoliday(), 0, effect.name(), 1);
            return dates(rule, path, publicHolidays, country);
        }
        Set<LocalDate> dates = new TreeSet<>();
        YearMonth last = YearMonth.from(start.plusDays(names.length)).plusMonths(1);
        for (YearMonth month = YearMonth.from(start).minusMonths(1);
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            for (int day : effect.daysOfMonth()) {
                if (month.isValidDay(day)) {
                    dates.add(month.atDay(day));
                }
            }
        }
        return dates;
    }

    private Set<LocalDate> dates(
            HolidayRule rule, String path, List<PublicHoliday> publicHolidays, PublicHolidays country) {
        Set<LocalDate> dates = new TreeSet<>();
        LocalDate date = rule.date();
        MonthDay every = rule.every();
        String wanted = rule.publicHoliday();
        if (date != null) {
            dates.add(date);
        } else if (every != null) {
            int lastYear = start.plusDays(names.length).getYear() + 1;
            for (int year = start.getYear() - 1; year <= lastYear; year++) {
                if (every.isValidYear(year)) {
                    dates.add(every.atYear(year));
                }
            }
        } else if (wanted != null) {
            for (PublicHoliday holiday : publicHolidays) {
                if (holiday.isCalled(wanted)) {
                    dates.add(holiday.date().plusDays(rule.offsetDays()));
                }
            }
            if (dates.isEmpty()) {
                requireKnown(wanted, path, country);
            }
        }
        return dates;
    }

    /** A holiday may be too young or too old for the dataset and is known all the same. */
    private void requireKnown(String wanted, String path, PublicHolidays country) {
        List<PublicHoliday> known = new ArrayList<>(
                country.ofYears(start.getYear() - NAME_SEARCH_YEARS, start.getYear() + NAME_SEARCH_YEARS));
        if (known.stream().noneMatch(holiday -> holiday.isCalled(wanted))) {
            List<String> names =
                    known.stream().map(PublicHoliday::name).distinct().sorted().toList();
            String part = wanted.strip().toLowerCase(Locale.ROOT);
            List<String> fitting = names.stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                    .toList();
            if (!part.isEmpty() && fitting.size() > 1) {
                throw new ConfigException(
                        "\"" + wanted + "\" fits several public holidays of " + country.place(),
                        "name one of them: " + String.join(", ", fitting),
                        path);
            }
            throw new ConfigException(
                    "\"" + wanted + "\" is no public holiday of " + country.place(),
                    NearestWord.of(wanted.strip(), names)
                            .map(nearest -> "did you mean " + nearest + "?")
                            .orElse("use one of: " + String.join(", ", names)),
                    path);
        }
    }

    private void name(LocalDate date, String name) {
        int day = day(date);
        if (day >= 0 && names[day] == null) {
            names[day] = Names.cut(name, NAME_LIMIT);
        }
    }

    private void multiply(LocalDate date, double multiplier) {
        int day = day(date);
        if (day >= 0) {
            multipliers[day] *= multiplier;
        }
    }

    /** Returns the day since the first; -1 outside the calendar. */
    private int day(LocalDate date) {
        long day = date.toEpochDay() - start.toEpochDay();
        return day >= 0 && day < names.length ? (int) day : -1;
    }
}
