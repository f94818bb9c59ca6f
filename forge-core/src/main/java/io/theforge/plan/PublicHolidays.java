package io.theforge.plan;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import io.theforge.config.model.ConfigException;
import io.theforge.holiday.HolidayFiles;
import io.theforge.text.NearestWord;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The public holidays of a country or a part of it, in English whatever the machine speaks. */
final class PublicHolidays {
    private static final String LOCATION = "calendar.country";
    /** What people write where ISO 3166 has another code. */
    private static final Map<String, String> COMMON_CODES = Map.of("uk", "GB", "el", "GR", "en", "GB");

    /**
     * One day off.
     *
     * @param date the day itself, also when the day off is moved
     * @param observed the day off: the same day but where the law moves it from a weekend
     * @param key the calendar library's name, "THANKSGIVING" or "christian.GOOD_FRIDAY"
     */
    record PublicHoliday(LocalDate date, LocalDate observed, String name, String key) {
        boolean isCalled(String wanted) {
            String word = letters(wanted);
            return letters(name).equalsIgnoreCase(word)
                    || letters(key.substring(key.lastIndexOf('.') + 1)).equalsIgnoreCase(word);
        }

        /** Returns the text without apostrophes and other marks, which people write in several ways. */
        private static String letters(String text) {
            return text.replaceAll("[^\\p{L}\\p{N}]", "");
        }
    }

    private static final String COLUMBUS_DAY = "COLUMBUS_DAY";
    /** Since then on a Monday. */
    private static final int FIRST_COLUMBUS_DAY = 1971;

    private final String country;
    private final HolidayNames names;
    private final HolidayManager manager;
    private final String[] subdivision;

    private PublicHolidays(String country, String code, HolidayManager manager, String[] subdivision) {
        this.country = country;
        this.names = new HolidayNames(code);
        this.manager = manager;
        this.subdivision = subdivision;
    }

    /**
     * @param country "US", "DE-BY", in any letter case
     * @throws ConfigException where there is no such country or part
     */
    static PublicHolidays of(String country) {
        String[] parts = country.strip().toLowerCase(Locale.ROOT).split("-", -1);
        if (!countries().contains(parts[0].toUpperCase(Locale.ROOT))) {
            throw unknown(
                    "no public holidays are known for the country \"" + country + "\"",
                    Optional.ofNullable(COMMON_CODES.get(parts[0])).or(() -> NearestWord.of(parts[0], countries())),
                    "countries: " + String.join(" ", countries()));
        }
        HolidayManager manager = HolidayFiles.manager(parts[0]);
        var place = manager.getCalendarHierarchy();
        for (int i = 1; i < parts.length; i++) {
            var inside = place.getChildren();
            if (!inside.containsKey(parts[i])) {
                String known = inside.isEmpty()
                        ? "none"
                        : String.join(" ", new TreeSet<>(inside.keySet())).toUpperCase(Locale.ROOT);
                int at = i;
                throw unknown(
                        "no public holidays are known for the place \"" + country + "\"",
                        NearestWord.of(
                                        parts[i],
                                        inside.keySet().stream().sorted().toList())
                                .map(part -> String.join("-", Arrays.copyOf(parts, at)) + "-" + part),
                        "parts: " + known);
            }
            place = inside.get(parts[i]);
        }
        return new PublicHolidays(
                country, parts[0].toUpperCase(Locale.ROOT), manager, Arrays.copyOfRange(parts, 1, parts.length));
    }

    private static ConfigException unknown(String message, Optional<String> nearest, String known) {
        String meant = nearest.map(code -> "did you mean " + code.toUpperCase(Locale.ROOT) + "? else ")
                .orElse("");
        return new ConfigException(
                message, meant + "use an ISO 3166 code such as US or DE-BY; known " + known, LOCATION);
    }

    /** Returns the codes of countries; the library's longer ones are stock exchanges. */
    private static Set<String> countries() {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .filter(code -> code.length() == 2)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the country or place as configured. */
    String place() {
        return country;
    }

    /** Returns the holidays of the years from first to last, by date, then name; without days that are kept and not given off. */
    List<PublicHoliday> ofYears(int first, int last) {
        Set<PublicHoliday> found = new HashSet<>();
        for (int year = first; year <= last; year++) {
            for (Holiday holiday : manager.getHolidays(Year.of(year), subdivision)) {
                if (holiday.getType() == HolidayType.OBSERVANCE) {
                    continue;
                }
                found.add(new PublicHoliday(
                        holiday.getActualDate(), holiday.getDate(), names.of(holiday), holiday.getPropertiesKey()));
            }
            if (isWholeUnitedStates() && year >= FIRST_COLUMBUS_DAY) {
                LocalDate monday =
                        LocalDate.of(year, 10, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY));
                found.add(new PublicHoliday(monday, monday, names.of(COLUMBUS_DAY), COLUMBUS_DAY));
            }
        }
        List<PublicHoliday> all = new ArrayList<>(found);
        all.sort(Comparator.comparing(PublicHoliday::date)
                .thenComparing(PublicHoliday::name)
                .thenComparing(PublicHoliday::observed));
        return all;
    }

    /** Returns whether Columbus Day is to be added: the library has it, though federal, only in the states that keep it. */
    private boolean isWholeUnitedStates() {
        return country.strip().equalsIgnoreCase("us");
    }
}
