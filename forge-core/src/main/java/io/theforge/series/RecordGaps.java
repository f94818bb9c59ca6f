package io.theforge.series;

import io.theforge.config.model.DataGap;
import io.theforge.config.model.SparsityConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.Stream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which sales records of a pair are missing. One instance per thread: the column is reused by the next pair. */
final class RecordGaps {
    /** Why there is no record: the pair has none. */
    static final String SPARSE = "sparse pair";

    /** Why there is no record: it got lost. */
    static final String GAP = "gap";

    private final Plan plan;
    private final SparsityConfig config;
    private final boolean[] sparse;
    private int sparseOfStore = -1;

    /** True for the days without a record. */
    final boolean[] missing;

    RecordGaps(Plan plan) {
        this.plan = plan;
        config = plan.config().sparsity();
        sparse = new boolean[plan.products().size()];
        missing = new boolean[plan.days()];
    }

    void fill(Store store, Product product) {
        chooseSparse(store.index());
        Arrays.fill(missing, sparse[product.index()]);
        if (sparse[product.index()]) {
            return;
        }
        randomGaps(store, product);
        missingDays(store, product);
        for (DataGap gap : plan.config().dataGaps()) {
            if ((gap.stores().isEmpty() || gap.stores().contains(store.code()))
                    && (gap.products().isEmpty() || gap.products().contains(product.sku()))) {
                markMissing(day(gap.start()), day(gap.end()) + 1);
            }
        }
    }

    /** Returns why a day of the pair that was filled has no record; null when it has one. */
    @Nullable
    String reason(Product product, int day) {
        return sparse[product.index()] ? SPARSE : missing[day] ? GAP : null;
    }

    private long key(int day, Stream stream, Store store, Product product) {
        return Keys.derive(Keys.derive(Keys.key(plan.seedOf(day), stream), store.index()), product.index());
    }

    private void missingDays(Store store, Product product) {
        for (int segment = 0; config.missingDays() > 0 && segment < plan.segments(); segment++) {
            int start = Math.max(plan.firstNewDay(), plan.segmentStart(segment));
            int end = segment + 1 < plan.segments() ? plan.segmentStart(segment + 1) : missing.length;
            if (start >= end) {
                continue;
            }
            long key = key(start, Stream.MISSING_DAY, store, product);
            for (int d = start; d < end; d++) {
                missing[d] |= Keys.uniform(key, d) < config.missingDays();
            }
        }
    }

    private int day(java.time.LocalDate date) {
        return (int) ChronoUnit.DAYS.between(plan.config().dateRange().start(), date);
    }

    private void markMissing(int from, int until) {
        int first = Math.max(0, Math.min(missing.length, from));
        Arrays.fill(missing, first, Math.max(first, Math.min(missing.length, until)), true);
    }

    /** Each block is cut into as many parts as it has gaps, with one gap in each, so that gaps neither meet nor overlap. */
    private void randomGaps(Store store, Product product) {
        int gaps = config.randomGapsPerSeries();
        int blockDays = plan.config().dateRange().blockDays();
        int lengths = config.longestGap(blockDays) - config.gapMinDays() + 1;
        // A gap lies within its block
        for (int block = plan.firstNewDay() / blockDays;
                gaps > 0 && (long) block * blockDays < missing.length;
                block++) {
            for (int i = 0; i < gaps; i++) {
                int partStart = (int) ((long) blockDays * i / gaps);
                int partDays = (int) ((long) blockDays * (i + 1) / gaps) - partStart;
                long key = key(block * blockDays + partStart, Stream.GAP, store, product);
                long draw = 2L * ((long) block * gaps + i);
                int length = config.gapMinDays() + Keys.below(key, draw, lengths);
                int start = block * blockDays + partStart + Keys.below(key, draw + 1, partDays - length);
                markMissing(start, start + length);
            }
        }
    }

    /**
     * Marks the sparse products of a store: those with the smallest draws. Stores share the exact number {@code floor(share *
     * stores * products)} so that each one's part depends on the stores before it only.
     */
    private void chooseSparse(int store) {
        if (sparseOfStore == store) {
            return;
        }
        sparseOfStore = store;
        Arrays.fill(sparse, false);
        int count = (int) (sparseUpTo(store + 1) - sparseUpTo(store));
        if (count == 0) {
            return;
        }
        long key = Keys.derive(Keys.key(plan.config().seed(), Stream.SPARSE), store);
        long[] draws = new long[sparse.length];
        for (int p = 0; p < draws.length; p++) {
            draws[p] = Keys.bits(key, p);
        }
        long[] ordered = draws.clone();
        Arrays.sort(ordered);
        for (int p = 0; p < draws.length; p++) {
            sparse[p] = draws[p] <= ordered[count - 1];
        }
    }

    private long sparseUpTo(int stores) {
        return BigDecimal.valueOf(config.missingCombinations())
                .multiply(BigDecimal.valueOf((long) stores * sparse.length))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
