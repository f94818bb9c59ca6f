package io.theforge.database.append;

import io.theforge.config.ConfigReader;
import io.theforge.config.ConfigWriter;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a request to append comes to.
 *
 * @param before the dataset as it is
 * @param after as it is to be
 * @param start first day asked for, from the dataset's first to the one after its last
 * @param end last day asked for
 * @param reseeded true when days that are there are to be drawn again with another seed
 */
record AppendRange(ForgeConfig before, ForgeConfig after, LocalDate start, LocalDate end, boolean reseeded) {
    private static final String START = "--start-date";
    private static final String END = "--end-date";

    /** @throws ConfigException when the days asked for cannot be appended; it says which can */
    static AppendRange of(ForgeConfig before, AppendRequest request) {
        LocalDate first = before.dateRange().start();
        LocalDate last = before.dateRange().end();
        LocalDate next = last.plusDays(1);
        LocalDate start = request.start();
        LocalDate end = request.end();
        if (start == null) {
            start = end != null && end.isBefore(next) ? end : next;
        }
        if (end == null) {
            end = start.plusMonths(1).minusDays(1);
        }
        String place = request.start() == null ? END : START;
        if (end.isBefore(start)) {
            throw new ConfigException(end + " is before the start, " + start, "give an end on or after it", END);
        }
        if (start.isBefore(first)) {
            throw new ConfigException(
                    start + " is before the dataset's first day, " + first
                            + ", and an append only adds days after the last one",
                    "append from " + next + ", or make another dataset with --full-new",
                    place);
        }
        if (start.isAfter(next)) {
            throw new ConfigException(
                    start + " would leave a hole after the dataset's last day, " + last,
                    "append from " + next + ": --append " + START + " " + next + " " + END + " " + end,
                    place);
        }
        return withSegments(before, start, end, request);
    }

    private static AppendRange withSegments(ForgeConfig before, LocalDate start, LocalDate end, AppendRequest request) {
        LocalDate last = before.dateRange().end();
        List<Segment> segments = new ArrayList<>(before.segments());
        Long seed = request.seed();
        boolean reseeded = seed != null && !start.isAfter(last) && !isSeedOf(before, seed, start, end);
        if (reseeded) {
            refuseReseeding(before, start, end);
            segments.removeIf(segment -> !segment.start().isBefore(start));
        }
        if (seed != null && (reseeded || end.isAfter(last)) && seed != lastSeed(before.seed(), segments)) {
            segments.add(new Segment(start, seed));
        }
        ForgeConfig after = before.with(end.isAfter(last) ? end : last, segments);
        refuseUnreadable(after, end);
        return new AppendRange(before, after, start, end, reseeded);
    }

    /** What is recorded is read again by every later command: all limits of a configuration hold for it. */
    private static void refuseUnreadable(ForgeConfig after, LocalDate end) {
        if (end.isAfter(DateRange.LAST_POSSIBLE_DAY)) {
            throw DaysToAppend.tooLate(end);
        }
        ConfigReader.recorded(ConfigWriter.toYaml(after), "the dataset as it would be");
    }

    private static void refuseReseeding(ForgeConfig before, LocalDate start, LocalDate end) {
        LocalDate last = before.dateRange().end();
        if (start.equals(before.dateRange().start())) {
            throw new ConfigException(
                    "another seed from the first day on would be another dataset",
                    "make it with --full-new, or append from " + last.plusDays(1),
                    "--seed");
        }
        if (end.isBefore(last)) {
            throw new ConfigException(
                    "another seed for days up to " + end + " would change the days after them too, up to " + last,
                    "give " + last + " or a later day as " + END + ", or append from " + last.plusDays(1),
                    END);
        }
    }

    private static long lastSeed(long first, List<Segment> segments) {
        return segments.isEmpty() ? first : segments.get(segments.size() - 1).seed();
    }

    /** Whether all days from start to end that are there were drawn with this seed. */
    private static boolean isSeedOf(ForgeConfig config, long seed, LocalDate start, LocalDate end) {
        long atStart = lastSeed(
                config.seed(),
                config.segments().stream()
                        .filter(segment -> !segment.start().isAfter(start))
                        .toList());
        return atStart == seed
                && config.segments().stream()
                        .filter(segment -> segment.start().isAfter(start)
                                && !segment.start().isAfter(end))
                        .allMatch(segment -> segment.seed() == seed);
    }

    /** The last day that is there before. */
    LocalDate lastDay() {
        return before.dateRange().end();
    }

    /** Whether days are asked for that are there already. */
    boolean overlaps() {
        return !start.isAfter(lastDay());
    }

    boolean adds() {
        return end.isAfter(lastDay());
    }

    /** The last of the days asked for that are there already. */
    LocalDate overlapEnd() {
        return adds() ? lastDay() : end;
    }

    /** The dataset up to the last of the days that are asked for and there: what those days' rows are to be. */
    ForgeConfig upToOverlap() {
        return after.with(
                overlapEnd(),
                after.segments().stream()
                        .filter(segment -> !segment.start().isAfter(overlapEnd()))
                        .toList());
    }
}
