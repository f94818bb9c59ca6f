package io.theforge.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.HolidayRule;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CalendarPlanTest {
    private final Shop shop = new Shop();

    private Map<String, String> holidays(int days) {
        CalendarPlan plan = CalendarPlan.of(shop.config(), days);
        Map<String, String> holidays = new TreeMap<>();
        for (int day = 0; day < plan.days(); day++) {
            String name = plan.holidayName(day);
            if (name != null) {
                holidays.put(plan.day(day).date().toString(), name);
            }
        }
        return holidays;
    }

    private static HolidayRule onPublic(String name, int offsetDays, String called, double multiplier) {
        return new HolidayRule(null, null, name, offsetDays, called, multiplier);
    }

    @Test
    void theUnitedStatesIn2024() {
        assertThat(holidays(366))
                .containsExactly(
                        Map.entry("2024-01-01", "New Year's Day"),
                        Map.entry("2024-01-15", "Martin Luther King, Jr. Day"),
                        Map.entry("2024-02-19", "Presidents' Day"),
                        Map.entry("2024-05-27", "Memorial Day"),
                        Map.entry("2024-06-19", "Juneteenth"),
                        Map.entry("2024-07-04", "Independence Day"),
                        Map.entry("2024-09-02", "Labor Day"),
                        Map.entry("2024-10-14", "Columbus Day"),
                        Map.entry("2024-11-11", "Veterans Day"),
                        Map.entry("2024-11-28", "Thanksgiving Day"),
                        Map.entry("2024-12-25", "Christmas Day"));
    }

    @Test
    void germanyIn2024() {
        shop.country = "DE";
        assertThat(holidays(366))
                .containsExactly(
                        Map.entry("2024-01-01", "New Year's Day"),
                        Map.entry("2024-03-29", "Good Friday"),
                        Map.entry("2024-04-01", "Easter Monday"),
                        Map.entry("2024-05-01", "Labour Day"),
                        Map.entry("2024-05-09", "Ascension Day"),
                        Map.entry("2024-05-20", "Whit Monday"),
                        Map.entry("2024-10-03", "German Unity Day"),
                        Map.entry("2024-12-25", "Christmas Day"),
                        Map.entry("2024-12-26", "Second Christmas Day"));
    }

    @Test
    void greatBritainIn2024() {
        shop.country = "GB";
        assertThat(holidays(366))
                .containsExactly(
                        Map.entry("2024-01-01", "New Year's Day"),
                        Map.entry("2024-03-29", "Good Friday"),
                        Map.entry("2024-05-06", "Early May Bank Holiday"),
                        Map.entry("2024-05-27", "Spring Bank Holiday"),
                        Map.entry("2024-12-25", "Christmas Day"),
                        Map.entry("2024-12-26", "Boxing Day"));
    }

    @Test
    void franceIn2024() {
        shop.country = "FR";
        assertThat(holidays(366))
                .containsExactly(
                        Map.entry("2024-01-01", "New Year's Day"),
                        Map.entry("2024-04-01", "Easter Monday"),
                        Map.entry("2024-05-01", "Labour Day"),
                        Map.entry("2024-05-08", "Victory in Europe Day"),
                        Map.entry("2024-05-09", "Ascension Day"),
                        Map.entry("2024-05-20", "Whit Monday"),
                        Map.entry("2024-07-14", "National Day"),
                        Map.entry("2024-08-15", "Assumption of Mary"),
                        Map.entry("2024-11-01", "All Saints' Day"),
                        Map.entry("2024-11-11", "Armistice Day"),
                        Map.entry("2024-12-25", "Christmas Day"));
    }

    @Test
    void publicHolidaysLeaveDemandAlone() {
        CalendarPlan plan = CalendarPlan.of(shop.config(), 366);
        for (int day = 0; day < plan.days(); day++) {
            assertThat(plan.multiplier(day)).isEqualTo(1);
        }
    }

    @Test
    void partsOfACountryHaveTheirOwn() {
        shop.country = "DE-BY";
        assertThat(holidays(366))
                .containsEntry("2024-01-06", "Epiphany")
                .containsEntry("2024-04-01", "Easter Monday")
                .containsEntry("2024-10-03", "German Unity Day")
                .containsKey("2024-11-01");
        shop.country = "de-be";
        assertThat(holidays(366)).doesNotContainKey("2024-01-06").containsKey("2024-03-08");
    }

    @Test
    void aDayOffThatIsMovedShowsOnBothDays() {
        shop.start = LocalDate.of(2021, 12, 20);
        assertThat(holidays(14))
                .containsExactly(
                        Map.entry("2021-12-24", "Christmas Day (observed)"),
                        Map.entry("2021-12-25", "Christmas Day"),
                        Map.entry("2021-12-31", "New Year's Day (observed)"),
                        Map.entry("2022-01-01", "New Year's Day"));
        assertThat(holidays(12)).containsEntry("2021-12-31", "New Year's Day (observed)");
    }

    @Test
    void configuredHolidaysNameTheirDaysAndMultiplyDemand() {
        shop.holidays = List.of(
                onPublic("thanksgiving", 0, "Turkey", 2),
                onPublic("Thanksgiving Day", 1, "Black Friday", 3),
                new HolidayRule(LocalDate.of(2024, 7, 4), null, null, 0, "Fireworks", 1.5),
                new HolidayRule(null, MonthDay.of(12, 24), null, 0, "Christmas Eve", 1.5),
                new HolidayRule(LocalDate.of(2024, 12, 24), null, null, 0, "Late shopping", 2));
        CalendarPlan plan = CalendarPlan.of(shop.config(), 366);
        assertThat(holidays(366))
                .containsEntry("2024-11-28", "Turkey")
                .containsEntry("2024-11-29", "Black Friday")
                .containsEntry("2024-07-04", "Fireworks")
                .containsEntry("2024-12-24", "Christmas Eve")
                .containsEntry("2024-12-25", "Christmas Day");
        assertThat(plan.multiplier(332)).isEqualTo(2);
        assertThat(plan.multiplier(333)).isEqualTo(3);
        assertThat(plan.multiplier(358)).isEqualTo(3);
        assertThat(plan.multiplier(359)).isEqualTo(1);
    }

    @Test
    void offsetsReachAcrossTheTurnOfTheYear() {
        shop.start = LocalDate.of(2024, 12, 28);
        shop.holidays = List.of(
                onPublic("NEW_YEAR", -1, "Last Shopping Day", 1.2),
                onPublic("Christmas", 10, "Returns", 0.5),
                onPublic("Thanksgiving", -330, "Far Ahead", 0.9));
        // Thanksgiving 2025 is 27 November; 330 days before is the first of January.
        assertThat(holidays(40))
                .containsEntry("2024-12-31", "Last Shopping Day")
                .containsEntry("2025-01-04", "Returns")
                .containsEntry("2025-01-01", "Far Ahead");
    }

    @Test
    void theTwentyNinthOfFebruaryIsThereInLeapYearsOnly() {
        shop.holidays = List.of(new HolidayRule(null, MonthDay.of(2, 29), null, 0, "Leap Day", 1.1));
        assertThat(holidays(1600)).containsEntry("2024-02-29", "Leap Day").containsEntry("2028-02-29", "Leap Day");
    }

    @Test
    void aLongerCalendarBeginsAlike() {
        CalendarPlan two = CalendarPlan.of(shop.config(), 60);
        CalendarPlan year = CalendarPlan.of(shop.config(), 366);
        for (int day = 0; day < 60; day++) {
            assertThat(two.day(day)).isEqualTo(year.day(day));
        }
    }

    @Test
    void anUnknownCountryIsRefusedWithThoseThatAreKnown() {
        for (String country : List.of("XX", "", "-", "united states", "NYSE")) {
            shop.country = country;
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> CalendarPlan.of(shop.config(), 10))
                    .satisfies(e -> {
                        assertThat(e.location()).isEqualTo("calendar.country");
                        assertThat(e.remedy()).contains("DE", "GB", "US").doesNotContain("NYSE");
                    });
        }
        shop.country = "US-XX";
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> CalendarPlan.of(shop.config(), 10))
                .satisfies(e -> assertThat(e.remedy()).contains("CA", "NY", "TX"));
    }

    @Test
    void anUnknownPublicHolidayIsRefusedWithThoseOfTheCountry() {
        shop.holidays = List.of(onPublic("Oktoberfest", 0, "Beer", 2));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> CalendarPlan.of(shop.config(), 10))
                .satisfies(e -> {
                    assertThat(e).hasMessage("\"Oktoberfest\" is no public holiday of US");
                    assertThat(e.remedy()).contains("Thanksgiving Day", "Independence Day");
                });
    }

    @Test
    void aNameThatFitsSeveralPublicHolidaysIsRefusedWithThese() {
        shop.country = "DE";
        shop.holidays = List.of(onPublic("Christmas", 0, "Christmas", 2));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> CalendarPlan.of(shop.config(), 10))
                .satisfies(e -> {
                    assertThat(e).hasMessage("\"Christmas\" fits several public holidays of DE");
                    assertThat(e.remedy()).isEqualTo("name one of them: Christmas Day, Second Christmas Day");
                });
    }

    @Test
    void aHolidayTooYoungForTheDatasetIsKnownAllTheSame() {
        shop.start = LocalDate.of(2015, 1, 1);
        shop.holidays = List.of(onPublic("Juneteenth", 0, "Juneteenth", 2));
        assertThat(holidays(366)).doesNotContainKey("2015-06-19");
    }

    @Test
    void namesAreEnglishWhateverTheMachineSpeaks() {
        shop.country = "DE";
        Map<String, String> before = holidays(366);
        Locale locale = Locale.getDefault();
        try {
            for (Locale other : List.of(Locale.GERMANY, Locale.FRANCE, Locale.forLanguageTag("tr-TR"))) {
                Locale.setDefault(other);
                assertThat(holidays(366)).isEqualTo(before);
            }
        } finally {
            Locale.setDefault(locale);
        }
        assertThat(before).containsEntry("2024-12-25", "Christmas Day");
    }
}
