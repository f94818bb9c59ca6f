package io.theforge.config.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an event happens. Exactly one of {@code start}, {@code every} and {@code at} is given; what is not given as dates moves
 * with the date range.
 *
 * @param start first day
 * @param end last day, inclusive; null = lasting
 * @param every first day in every year (29 February only in leap years)
 * @param until last day of that, in the same year or, where it lies before {@code every}, in the next
 * @param at first day as a share of the planning block (start to horizon), 0 to 1
 * @param days length of an event that begins by {@code start} or {@code at}; null = lasting, unless it has {@code end} or {@code untilAt}
 * @param untilAt where such an event ends as a share of the same block, above {@code at}; the ramp back follows it, so that a
 *     short block cuts the ramp and not the event
 */
public record EventDates(
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable MonthDay every,
        @Nullable MonthDay until,
        @Nullable Double at,
        @Nullable Integer days,
        @Nullable Double untilAt) {
    /** Last day of what does not end. */
    public static final int LASTING = Integer.MAX_VALUE;

    /** First and last day of one event, counted from the dataset's first day; may lie before it. */
    public record Span(int first, int last) {}

    /** Returns an event from one date on, to another or, with null, lasting. */
    public static EventDates of(LocalDate start, @Nullable LocalDate end) {
        return new EventDates(start, end, null, null, null, null, null);
    }

    /**
     * Returns the events that touch a dataset, by time.
     *
     * @param rampDownDays that lead back to what was before
     * @param plannedDays number of days from the first day on; more of them leave the earlier events as they are
     */
    public List<Span> within(DateRange range, int rampDownDays, int plannedDays) {
        List<Span> spans = new ArrayList<>();
        LocalDate first = range.start();
        LocalDate fixed = start;
        MonthDay yearly = every;
        Double share = at;
        if (fixed != null) {
            LocalDate fixedEnd = end;
            int begin = day(first, fixed);
            add(begin, fixedEnd == null ? lastDay(begin) : day(first, fixedEnd), plannedDays, spans);
        } else if (yearly != null) {
            int lastYear = first.plusDays(plannedDays - 1L).getYear();
            for (int year = first.getYear() - 1; year <= lastYear; year++) {
                if (yearly.isValidYear(year)) {
                    addYear(yearly, year, first, plannedDays, spans);
                }
            }
        } else if (share != null) {
            int begin = day(share, range);
            Double shareOfEnd = untilAt;
            int last = lastDay(begin);
            if (shareOfEnd != null) {
                last = Math.max(begin, day(shareOfEnd, range) - 1) + rampDownDays;
            }
            add(begin, last, plannedDays, spans);
        }
        return spans;
    }

    private int lastDay(int begin) {
        Integer length = days;
        return length == null ? LASTING : begin + length - 1;
    }

    private void addYear(MonthDay yearly, int year, LocalDate first, int plannedDays, List<Span> spans) {
        MonthDay last = until == null ? yearly : until;
        int begin = day(first, yearly.atYear(year));
        add(begin, day(first, last.atYear(last.isBefore(yearly) ? year + 1 : year)), plannedDays, spans);
    }

    private static void add(int begin, int last, int plannedDays, List<Span> spans) {
        if (begin < plannedDays && last >= 0) {
            spans.add(new Span(begin, last));
        }
    }

    private static int day(double share, DateRange range) {
        return (int) Math.floor(share * range.blockDays());
    }

    private static int day(LocalDate first, LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, date));
    }
}
