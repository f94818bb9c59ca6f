package io.theforge.series;

import io.theforge.plan.Plan;
import java.util.stream.IntStream;

/**
 * What the rows of {@code sales_daily} add up to.
 *
 * @param rows how many there are
 * @param units sum of their quantities
 * @param cents sum of their amounts
 */
public record SalesTotals(long rows, long units, long cents) {
    private static final int CHUNK_PAIRS = 64;

    /** Returns the totals of a plan, found by generating all rows on all processors and keeping none. */
    public static SalesTotals of(Plan plan) {
        int chunks = (plan.pairs() + CHUNK_PAIRS - 1) / CHUNK_PAIRS;
        return IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> of(plan, chunk * CHUNK_PAIRS))
                .reduce(new SalesTotals(0, 0, 0), SalesTotals::plus);
    }

    private static SalesTotals of(Plan plan, int firstPair) {
        SeriesGenerator generator = new SeriesGenerator(plan);
        SeriesBlock block = new SeriesBlock(plan.days());
        long rows = 0;
        long units = 0;
        long cents = 0;
        for (int pair = firstPair; pair < Math.min(plan.pairs(), firstPair + CHUNK_PAIRS); pair++) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            rows += block.salesCount;
            for (int i = 0; i < block.salesCount; i++) {
                units += block.quantity[i];
                cents += block.totalCents(i);
            }
        }
        return new SalesTotals(rows, units, cents);
    }

    private SalesTotals plus(SalesTotals other) {
        return new SalesTotals(rows + other.rows, units + other.units, cents + other.cents);
    }
}
