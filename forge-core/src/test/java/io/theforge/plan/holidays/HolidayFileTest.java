package io.theforge.plan.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.jackson.JacksonConfigurationService;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jollyday's own reader is the measure. */
class HolidayFileTest {
    @BeforeAll
    static void keepTheTwoReadersApart() {
        HolidayManager.setManagerCachingEnabled(false);
    }

    @AfterAll
    static void asBefore() {
        HolidayManager.setManagerCachingEnabled(true);
    }

    static Iterable<String> countries() {
        return HolidayManager.getSupportedCalendarCodes();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void everyCountryAndPartHasTheHolidaysThatJollydayReads(String country) {
        String code = country.toLowerCase(Locale.ROOT);
        Properties jackson = new Properties();
        jackson.setProperty("configuration.service.impl", JacksonConfigurationService.class.getName());
        HolidayManager theirs = HolidayManager.getInstance(ManagerParameters.create(code, jackson));
        HolidayManager ours = HolidayManager.getInstance(ManagerParameters.create(code, HolidayFile.chosen()));
        assertThat(theirs.getConfigurationService()).isInstanceOf(JacksonConfigurationService.class);
        assertThat(ours.getConfigurationService()).isInstanceOf(HolidayFile.class);
        assertThat(ours.getCalendarHierarchy()).isEqualTo(theirs.getCalendarHierarchy());
        compare(theirs, ours, theirs.getCalendarHierarchy(), new String[0]);
    }

    private static void compare(HolidayManager theirs, HolidayManager ours, CalendarHierarchy place, String[] path) {
        for (int year = 1980; year <= 2040; year += 15) {
            assertThat(ours.getHolidays(Year.of(year), path)).isEqualTo(theirs.getHolidays(Year.of(year), path));
        }
        assertThat(ours.getHolidays(Year.of(2024), path)).isEqualTo(theirs.getHolidays(Year.of(2024), path));
        place.getChildren().forEach((name, part) -> {
            String[] below = Arrays.copyOf(path, path.length + 1);
            below[path.length] = name;
            compare(theirs, ours, part, below);
        });
    }
}
