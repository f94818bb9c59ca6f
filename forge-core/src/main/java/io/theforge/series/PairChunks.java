package io.theforge.series;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** All pairs in parts, on all processors. */
public final class PairChunks {
    private static final int PAIRS = 32;

    private PairChunks() {}

    /** @return what became of the parts, in their order, so that sums over them round the same every time */
    public static <T> List<T> each(int pairs, Function<IntStream, T> part) {
        return IntStream.range(0, (pairs + PAIRS - 1) / PAIRS)
                .parallel()
                .mapToObj(chunk -> part.apply(IntStream.range(chunk * PAIRS, Math.min(pairs, (chunk + 1) * PAIRS))))
                .toList();
    }
}
