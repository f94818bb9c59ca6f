package io.theforge.server.dataset;

import java.util.List;
import java.util.stream.IntStream;

/** So many of a long list that they can be drawn. */
final class Spread {
    private Spread() {}

    /** Returns at most so many of them, from the first on at even distances. */
    static <T> List<T> evenly(List<T> all, int most) {
        int kept = Math.min(all.size(), most);
        return IntStream.range(0, kept)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / kept)))
                .toList();
    }
}
