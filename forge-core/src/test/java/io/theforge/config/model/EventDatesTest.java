package io.theforge.config.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventDatesTest {
    private static final int RAMP = 42;

    /** @return last day before the ramp back */
    private static int lastDay(int days, double at, double untilAt) {
        LocalDate start = LocalDate.of(2024, 1, 1);
        LocalDate end = start.plusDays(days - 1L);
        EventDates dates = new EventDates(null, null, null, null, at, null, untilAt);
        return dates.within(new DateRange(start, end, end), RAMP, days).get(0).last() - RAMP;
    }

    /** A ramp that is longer than the range is cut by its end; the event is not. */
    @ParameterizedTest
    @CsvSource({"366, 91", "90, 22", "31, 7", "1096, 274", "4, 1"})
    void anEventUntilAQuarterOfTheWayEndsThereInAnyRange(int days, int quarter) {
        assertThat(lastDay(days, 0, 0.25)).isEqualTo(quarter - 1);
    }

    @Test
    void anEventByShareHasOneDayAtLeast() {
        assertThat(lastDay(2, 0, 0.25)).isZero();
        assertThat(lastDay(10, 0.5, 0.51)).isEqualTo(5);
    }

    @Test
    void aDateWithALengthIsThatDateWithAnEnd() {
        LocalDate start = LocalDate.of(2024, 1, 1);
        DateRange range = new DateRange(start, start.plusDays(99), start.plusDays(99));
        LocalDate begin = start.plusDays(20);
        EventDates byLength = new EventDates(begin, null, null, null, null, 10, null);
        assertThat(byLength.within(range, 0, 100))
                .isEqualTo(EventDates.of(begin, begin.plusDays(9)).within(range, 0, 100))
                .containsExactly(new EventDates.Span(20, 29));
    }

    @Test
    void itMayEndWithTheRange() {
        assertThat(lastDay(100, 0.5, 1)).isEqualTo(99);
    }

    @Test
    void itDoesNotDependOnWhereGenerationStops() {
        EventDates dates = new EventDates(null, null, null, null, 0.0, null, 0.5);
        LocalDate start = LocalDate.of(2024, 1, 1);
        DateRange half = new DateRange(start, LocalDate.of(2024, 6, 30), LocalDate.of(2024, 12, 31));
        DateRange whole = new DateRange(start, LocalDate.of(2024, 12, 31), LocalDate.of(2024, 12, 31));
        assertThat(dates.within(half, RAMP, half.days())).isEqualTo(dates.within(whole, RAMP, whole.days()));
    }
}
