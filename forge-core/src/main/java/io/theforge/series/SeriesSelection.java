package io.theforge.series;

import io.theforge.plan.Plan;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which series of a dataset are wanted, and with them the stores and products that they need.
 *
 * @param isWhole whether it is all of them, and so all stores and products
 */
public record SeriesSelection(Plan plan, int[] pairs, boolean isWhole, BitSet stores, BitSet products) {

    private SeriesSelection(Plan plan, int[] pairs, boolean isWhole) {
        this(plan, pairs, isWhole, new BitSet(), new BitSet());
        for (int pair : pairs) {
            stores.set(plan.storeOf(pair));
            products.set(plan.productOf(pair));
        }
    }

    /** Returns all series. */
    public static SeriesSelection all(Plan plan) {
        return new SeriesSelection(
                plan,
                IntStream.range(0, plan.pairs()).toArray(),
                true,
                ones(plan.stores().size()),
                ones(plan.products().size()));
    }

    private static BitSet ones(int count) {
        BitSet ones = new BitSet();
        ones.set(0, count);
        return ones;
    }

    /**
     * Returns some series, spread evenly over stores and products; those that are never on record are passed over.
     *
     * @param count how many; all of them where there are no more
     */
    public static SeriesSelection spread(Plan plan, int count) {
        if (count >= plan.pairs()) {
            return all(plan);
        }
        SeriesGenerator generator = new SeriesGenerator(plan);
        SeriesBlock block = new SeriesBlock(plan.days());
        int[] chosen = spread(plan.pairs(), count, pair -> isOnRecord(generator, pair, plan, block));
        return new SeriesSelection(plan, chosen, false);
    }

    /**
     * Returns some of the pairs, spread evenly and ascending.
     *
     * @param isOnRecord whether a pair may be chosen
     */
    public static int[] spread(int pairs, int count, IntPredicate isOnRecord) {
        int[] chosen = new int[count];
        int found = 0;
        int next = 0;
        for (int i = 0; i < count; i++) {
            int pair = Math.max(next, (int) ((2L * i + 1) * pairs / (2L * count)));
            while (pair < pairs && !isOnRecord.test(pair)) {
                pair++;
            }
            if (pair < pairs) {
                chosen[found++] = pair;
            }
            next = pair + 1;
        }
        return Arrays.copyOf(chosen, found);
    }

    private static boolean isOnRecord(SeriesGenerator generator, int pair, Plan plan, SeriesBlock block) {
        generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
        return block.salesCount > 0;
    }

    /** Returns whether a price or promotion reaches a series of it. @param storeIndex -1 for the whole chain */
    public boolean reaches(int storeIndex, int productIndex) {
        return isWhole || products.get(productIndex) && (storeIndex < 0 || stores.get(storeIndex));
    }
}
