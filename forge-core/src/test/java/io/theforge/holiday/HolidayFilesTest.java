package io.theforge.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DateTimeException;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HolidayFilesTest {

    /** The calendar's own reader, built on Jackson, is the one that is not ours. */
    @Test
    void everyPlaceHasTheHolidaysThatTheCalendarsOwnReaderFinds() {
        Set<String> codes = new TreeSet<>(HolidayManager.getSupportedCalendarCodes());
        assertThat(codes).hasSizeGreaterThan(60);
        for (String code : codes) {
            HolidayManager theirs = HolidayManager.getInstance(ManagerParameters.create(code));
            HolidayManager ours = HolidayFiles.manager(code.toLowerCase(Locale.ROOT));
            assertThat(ours).isNotSameAs(theirs);
            for (String[] place : places(theirs.getCalendarHierarchy())) {
                for (int year : new int[] {1900, 1955, 1999, 2013, 2020, 2024, 2025, 2026, 2031, 2199}) {
                    assertThat(holidays(ours, year, place))
                            .as("%s %s in %d", code, List.of(place), year)
                            .isEqualTo(holidays(theirs, year, place));
                }
            }
        }
    }

    /** Returns what is found, or said where the calendar knows no such year. */
    private static Object holidays(HolidayManager manager, int year, String[] place) {
        try {
            return manager.getHolidays(Year.of(year), place);
        } catch (DateTimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<String[]> places(CalendarHierarchy country) {
        List<String[]> places = new ArrayList<>();
        places.add(new String[0]);
        country.getChildren().forEach((code, part) -> {
            places.add(new String[] {code});
            part.getChildren().keySet().forEach(inner -> places.add(new String[] {code, inner}));
        });
        return places;
    }
}
