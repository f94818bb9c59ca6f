package io.theforge.series;

import io.theforge.config.model.CalendarEffect;
import io.theforge.config.model.DataGap;
import io.theforge.config.model.SparsityConfig;
import io.theforge.plan.EffectDays;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.Stream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which sales records of a pair are missing, and why. One instance per thread: the column is reused by the next pair. */
final class RecordGaps {
    /** Why there is no record: the pair has none. */
    static final String SPARSE = "sparse pair";

    /** Why there is no record: it got lost. */
    static final String GAP = "gap";

    private final Plan plan;
    private final SparsityConfig config;
    private final boolean[] sparse;
    private int sparseOfStore = -1;
    private final List<Closing> closings = new ArrayList<>();

    /** Why there is no record: nobody was let in. */
    static final String CLOSED = "closed";

    /** An effect of the calendar that closes shops. */
    private record Closing(CalendarEffect effect, int[] days) {}

    /** Zero for the days that have a record; else one more than the ordinal of the {@link GapCause}. */
    final byte[] missing;

    RecordGaps(Plan plan) {
        this.plan = plan;
        config = plan.config().sparsity();
        sparse = new boolean[plan.products().size()];
        missing = new byte[plan.days()];
        for (EffectDays each : plan.calendarEffects()) {
            int[] days = IntStream.range(plan.firstNewDay(), plan.days())
                    .filter(day -> each.factors()[day] == 0)
                    .toArray();
            if (days.length > 0) {
                closings.add(new Closing(each.effect(), days));
            }
        }
    }

    void fill(Store store, Product product) {
        chooseSparse(store.index());
        Arrays.fill(missing, sparse[product.index()] ? mark(GapCause.MISSING_COMBINATIONS) : 0);
        if (sparse[product.index()]) {
            return;
        }
        // a day that is missing twice has the cause that comes last here
        missingDays(store, product);
        randomGaps(store, product);
        for (DataGap gap : plan.config().dataGaps()) {
            if ((gap.stores().isEmpty() || gap.stores().contains(store.code()))
                    && (gap.products().isEmpty() || gap.products().contains(product.sku()))) {
                markMissing(day(gap.start()), day(gap.end()) + 1, GapCause.DATA_GAPS);
            }
        }
        for (Closing closing : closings) {
            if (closing.effect().reaches(store.region(), product.category())) {
                for (int day : closing.days()) {
                    missing[day] = mark(GapCause.CLOSED_DAYS);
                }
            }
        }
    }

    /** Returns why a day of the pair that was filled has no record; null when it has one. */
    @Nullable
    String reason(Product product, int day) {
        if (sparse[product.index()]) {
            return SPARSE;
        }
        return missing[day] == 0 ? null : missing[day] == mark(GapCause.CLOSED_DAYS) ? CLOSED : GAP;
    }

    private static byte mark(GapCause cause) {
        return (byte) (cause.ordinal() + 1);
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
                if (Keys.uniform(key, d) < config.missingDays()) {
                    missing[d] = mark(GapCause.MISSING_DAYS);
                }
            }
        }
    }

    private int day(java.time.LocalDate date) {
        return (int) ChronoUnit.DAYS.between(plan.config().dateRange().start(), date);
    }

    private void markMissing(int from, int until, GapCause cause) {
        int first = Math.max(0, Math.min(missing.length, from));
        Arrays.fill(missing, first, Math.max(first, Math.min(missing.length, until)), mark(cause));
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
                markMissing(start, start + length, GapCause.RANDOM_GAPS);
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
