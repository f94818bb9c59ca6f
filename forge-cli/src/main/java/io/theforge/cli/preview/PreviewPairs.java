package io.theforge.cli.preview;

import io.theforge.demand.ExpectedDemand;
import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The store-product pairs that a preview is about. There may be more of them than a second is enough for, so it looks at
 * candidates: all of them, or evenly spread ones.
 */
final class PreviewPairs {
    /** Whose levels are told within some 30 ms. */
    private static final int MAX_CANDIDATES = 50_000;
    /** How many of about the same level a series is chosen from. */
    private static final int WINDOW = 40;
    /** How many of them are looked at: a pair may have no rows at all. */
    private static final int TRIES = 4;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Plan plan;
    private final int count;
    private final int[] candidates;
    private final double[] levels;

    /** @param store index of the only store, -1 for all @param product index of the only product, -1 for all */
    PreviewPairs(Plan plan, int store, int product) {
        this.plan = plan;
        int stores = store < 0 ? plan.stores().size() : 1;
        int products = product < 0 ? plan.products().size() : 1;
        count = Math.multiplyExact(stores, products);
        candidates = IntStream.range(0, Math.min(count, MAX_CANDIDATES))
                .map(i -> spread(i, Math.min(count, MAX_CANDIDATES), count))
                .map(i -> plan.pair(store < 0 ? i / products : store, product < 0 ? i % products : product))
                .toArray();
        ExpectedDemand demand = new ExpectedDemand(plan);
        levels = Arrays.stream(candidates)
                .mapToDouble(pair -> demand.level(
                        plan.stores().get(plan.storeOf(pair)), plan.products().get(plan.productOf(pair))))
                .toArray();
    }

    int count() {
        return count;
    }

    /** Some of them, evenly spread. */
    Sample sample(int most) {
        int size = Math.min(most, candidates.length);
        int[] pairs = new int[size];
        double level = 0;
        for (int i = 0; i < size; i++) {
            int candidate = spread(i, size, candidates.length);
            pairs[i] = candidates[candidate];
            level += levels[candidate];
        }
        // By levels, not by numbers: whether a few big sellers are in the sample must not move the total
        double ofAll = Arrays.stream(levels).sum() * count / candidates.length;
        return new Sample(pairs, level > 0 ? ofAll / level : 1);
    }

    /** @param scale what their units are to be multiplied by to stand for all */
    record Sample(int[] pairs, double scale) {}

    /**
     * A few, from the biggest seller to the smallest: one from the middle of each of so many equal parts, of stores and products
     * that are not there yet as far as that goes, and of those one that shows much.
     *
     * @param making makes the series of a pair
     */
    List<PreviewSeries> few(int most, IntFunction<PreviewSeries> making) {
        long[] bySize = bySize();
        int[] storeUses = new int[plan.stores().size()];
        int[] productUses = new int[plan.products().size()];
        int parts = Math.min(most, bySize.length);
        List<PreviewSeries> chosen = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) bySize.length * part / parts);
            int to = (int) ((long) bySize.length * (part + 1) / parts);
            int middle = (from + to - 1) / 2;
            List<Integer> tried = IntStream.range(
                            Math.max(from, middle - WINDOW / 2), Math.min(to, middle + WINDOW / 2 + 1))
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer rank) -> Math.abs(rank - middle)))
                    .map(rank -> candidates[(int) bySize[rank]])
                    .sorted(Comparator.comparingInt(
                            pair -> storeUses[plan.storeOf(pair)] + productUses[plan.productOf(pair)]))
                    .limit(TRIES)
                    .toList();
            int pair = tried.get(0);
            PreviewSeries best = making.apply(pair);
            for (int other : tried.subList(1, tried.size())) {
                PreviewSeries series = making.apply(other);
                if (series.effects() > best.effects()) {
                    pair = other;
                    best = series;
                }
            }
            chosen.add(best);
            storeUses[plan.storeOf(pair)]++;
            productUses[plan.productOf(pair)]++;
        }
        return chosen;
    }

    /**
     * Places of the candidates in the lower halves, biggest seller first. The bits of a float that is not negative ascend with
     * it, so that plain numbers can be sorted, ten times as fast as objects.
     */
    private long[] bySize() {
        long[] places = new long[levels.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (long) ~Float.floatToIntBits((float) levels[i]) << 32 | i;
        }
        Arrays.sort(places);
        return places;
    }

    /** The i-th of {@code size} among {@code all}: one in each equal part, at changing places, so that no rhythm is met. */
    private static int spread(int i, int size, int all) {
        if (size == all) {
            return i;
        }
        double within = i * GOLDEN - Math.floor(i * GOLDEN);
        return (int) ((i + within) * all / size);
    }
}
