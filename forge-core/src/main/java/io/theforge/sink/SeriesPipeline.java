package io.theforge.sink;

import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes series on several threads while the calling thread writes them. Consecutive pairs form a batch; workers fill one
 * chunk per batch, and the chunks are written in the order of the pairs. There are a few more chunks than workers and each is
 * used again, so that memory does not grow with the rows, and a slow sink slows the workers down. A failure of a
 * worker or of the sink ends the load and is thrown to the caller.
 */
public final class SeriesPipeline implements AutoCloseable {
    /** Chunks filled while others wait to be written. */
    private static final int SPARE_CHUNKS = 2;

    /** Large enough that handing over costs nothing, small enough that a few of them fit any memory. */
    private static final int CHUNK_BYTES = 1 << 20;

    private static final int TYPICAL_ROW_BYTES = 80;

    private final Plan plan;
    private final @Nullable StockStates before;
    private final StockStates after;
    private final int pairsPerBatch;
    private final int chunks;
    private final ExecutorService workers;

    /** @param batchSize rows per batch at least; it is raised to what fills a chunk */
    public SeriesPipeline(Plan plan, int workers, int batchSize) {
        this(plan, null, workers, batchSize);
    }

    /** @param before where each pair stood when the first day began whose rows are made; null to find that out */
    public SeriesPipeline(Plan plan, @Nullable StockStates before, int workers, int batchSize) {
        this.plan = plan;
        this.before = before;
        after = new StockStates(plan.pairs());
        int rowsPerBatch = Math.max(batchSize, CHUNK_BYTES / TYPICAL_ROW_BYTES);
        pairsPerBatch = Math.max(1, rowsPerBatch / (plan.days() - plan.firstNewDay()));
        chunks = workers + SPARE_CHUNKS;
        this.workers = Executors.newFixedThreadPool(workers, work -> {
            Thread thread = new Thread(work, "forge-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Makes one of the tables that are generated pair by pair, from the first pair to the last.
     *
     * @param written hears, on the calling thread, how many rows have been written since the last time
     */
    public <C extends Chunk, E extends Exception> TableTotals load(
            Table table, TableSink<C, E> sink, LongConsumer written) throws E {
        int[] pairs = IntStream.range(0, plan.pairs()).toArray();
        return pass(pairs, List.of(SeriesOutput.of(plan, table, sink)), written).get(0);
    }

    /**
     * Makes each of the series once and all the rows that are wanted of it.
     *
     * @param pairs ascending
     * @return what went into each output, in their order
     */
    public <E extends Exception> List<TableTotals> pass(
            int[] pairs, List<? extends SeriesOutput<?, E>> outputs, LongConsumer written) throws E {
        boolean withTruth = outputs.stream().anyMatch(SeriesOutput::withTruth);
        Deque<Filler<E>> free = new ArrayDeque<>();
        Deque<Future<Filler<E>>> underWay = new ArrayDeque<>();
        int next = 0;
        int fillers = 0;
        while (next < pairs.length || !underWay.isEmpty()) {
            while (next < pairs.length && (!free.isEmpty() || fillers < chunks)) {
                Filler<E> filler = free.poll();
                if (filler == null) {
                    filler = new Filler<>(plan, outputs, generator(withTruth), after);
                    fillers++;
                }
                int end = Math.min(next + pairsPerBatch, pairs.length);
                underWay.add(workers.submit(filler.batch(pairs, next, end)));
                next = end;
            }
            Filler<E> filled = result(underWay.remove());
            written.accept(filled.handOver());
            free.add(filled);
        }
        List<TableTotals> totals =
                outputs.stream().map(output -> new TableTotals()).toList();
        free.forEach(filler -> filler.addTo(totals));
        return totals;
    }

    private SeriesGenerator generator(boolean withTruth) {
        return withTruth ? SeriesGenerator.withTruth(plan, before) : new SeriesGenerator(plan, before);
    }

    /** Returns where each pair stands at the end, once all of them have been made. */
    public StockStates states() {
        return after;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while loading");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Stops the workers, also those in the middle of a batch. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
