package io.theforge.series;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** All pairs in parts, on all processors. */
public final class PairChunks {
    private static final int PAIRS = 32;
    /** Parts that are kept at once: sums over them are to round the same every time, so that they wait for their turn. */
    private static final int WAVE = 16;

    private PairChunks() {}

    /** @return what became of the parts, in their order, so that sums over them round the same every time */
    public static <T> List<T> each(int pairs, Function<IntStream, T> part) {
        List<T> parts = new ArrayList<>();
        each(pairs, part, parts::add);
        return parts;
    }

    /** @param taken gets what became of the parts, in their order, and never two at once */
    public static <T> void each(int pairs, Function<IntStream, T> part, Consumer<T> taken) {
        int chunks = (pairs + PAIRS - 1) / PAIRS;
        for (int from = 0; from < chunks; from += WAVE) {
            IntStream.range(from, Math.min(chunks, from + WAVE))
                    .parallel()
                    .mapToObj(chunk -> part.apply(IntStream.range(chunk * PAIRS, Math.min(pairs, (chunk + 1) * PAIRS))))
                    .toList()
                    .forEach(taken);
        }
    }
}
