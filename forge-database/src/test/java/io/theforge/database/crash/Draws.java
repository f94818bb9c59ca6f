package io.theforge.database.crash;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How much is tried, and the chance in it. The whole takes an hour or more and belongs to the profile {@code exhaustive}. */
public final class Draws {
    private static final boolean EXHAUSTIVE = Boolean.getBoolean("forge.exhaustive");
    private static final long SEED = Long.getLong("forge.crash.seed", System.nanoTime());

    private Draws() {}

    /** Every n, or a sample: one by chance, and the last, where the commit is. */
    static int[] steps(int all, int last, SplittableRandom random) {
        return EXHAUSTIVE
                ? IntStream.rangeClosed(1, all).toArray()
                : IntStream.concat(
                                IntStream.of(random.nextInt(1, all - last + 1)),
                                IntStream.rangeClosed(all - last + 1, all))
                        .toArray();
    }

    public static int rounds(int usually, int exhaustively) {
        return EXHAUSTIVE ? exhaustively : usually;
    }

    /** Chance that can be drawn again with {@code -Dforge.crash.seed=}, printed here. */
    public static SplittableRandom random(String test) {
        System.out.println(test + ": -Dforge.crash.seed=" + SEED);
        return new SplittableRandom(SEED);
    }
}
