package io.theforge.config;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Segment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The key {@code segments} and the keys of its rows. */
final class SegmentKeys {
    private static final Key<Segment, LocalDate> START =
            Key.required("start", new DayType(), Segment::start, "its first day");
    private static final Key<Segment, Long> SEED =
            Key.required("seed", new SeedType(), Segment::seed, "draws what happens from then on");

    static final Key<ForgeConfig, List<Segment>> SEGMENTS = Key.of(
            "segments",
            new RowsType<>(
                    List.of(START, SEED),
                    (values, node, location) -> new Segment(values.get(START), values.get(SEED)),
                    Segment::start,
                    "segments such as {start: \"2025-01-01\", seed: 7}"),
            List.of(),
            ForgeConfig::segments,
            "later stretches of days that are drawn with seeds of their own");

    private SegmentKeys() {}

    /** Returns the segments in the order of their starts. */
    static List<Segment> ordered(List<Segment> segments) {
        return segments.stream().sorted(Comparator.comparing(Segment::start)).toList();
    }
}
