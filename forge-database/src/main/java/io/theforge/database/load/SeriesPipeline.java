package io.theforge.database.load;

import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes series on several threads while the calling thread writes them. Consecutive pairs form a batch; workers fill one
 * chunk per batch, and the chunks are written in the order of the pairs. There are a few more chunks than workers and each is
 * used again, so that memory does not grow with the rows, and a slow database slows the workers down. A failure of a
 * worker or of the database ends the load and is thrown to the caller.
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
     * Loads one of the tables that are generated pair by pair, from the first pair to the last.
     *
     * @param written hears, on the calling thread, how many rows have been written since the last time
     */
    public <C extends Chunk> TableTotals load(Table table, BulkLoad<C> load, LongConsumer written) throws SQLException {
        Deque<Filler<C>> free = new ArrayDeque<>();
        Deque<Future<Filler<C>>> underWay = new ArrayDeque<>();
        TableTotals totals = new TableTotals();
        int nextPair = 0;
        int fillers = 0;
        while (nextPair < plan.pairs() || !underWay.isEmpty()) {
            while (nextPair < plan.pairs() && (!free.isEmpty() || fillers < chunks)) {
                Filler<C> filler = free.poll();
                if (filler == null) {
                    filler = new Filler<>(plan, table, load.newChunk(), generator(table), after);
                    fillers++;
                }
                int end = Math.min(nextPair + pairsPerBatch, plan.pairs());
                underWay.add(workers.submit(filler.batch(nextPair, end)));
                nextPair = end;
            }
            Filler<C> filled = result(underWay.remove());
            load.write(filled.chunk);
            written.accept(filled.rowsOfBatch());
            filled.chunk.clear();
            free.add(filled);
        }
        free.forEach(filler -> totals.add(filler.tally.totals()));
        return totals;
    }

    private SeriesGenerator generator(Table table) {
        return table == Table.TRUTH_DAILY ? SeriesGenerator.withTruth(plan, before) : new SeriesGenerator(plan, before);
    }

    /** Where each pair stands at the end, once one of the two tables has been loaded. */
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

    /** A chunk and what fills it; used by one thread at a time. */
    private static final class Filler<C extends Chunk> {
        private final Plan plan;
        private final Table table;
        private final C chunk;
        private final TallyWriter tally;
        private final SeriesGenerator generator;
        private final StockStates states;
        private final SeriesBlock block;
        private final TableRows rows;
        private long batchRows;

        Filler(Plan plan, Table table, C chunk, SeriesGenerator generator, StockStates states) {
            this.plan = plan;
            this.table = table;
            this.chunk = chunk;
            tally = new TallyWriter(plan, chunk, () -> {});
            this.generator = generator;
            this.states = states;
            block = new SeriesBlock(plan.days(), table == Table.TRUTH_DAILY);
            rows = new TableRows(plan);
        }

        Callable<Filler<C>> batch(int firstPair, int endPair) {
            return () -> {
                batchRows = 0;
                for (int pair = firstPair;
                        pair < endPair && !Thread.currentThread().isInterrupted();
                        pair++) {
                    generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
                    generator.saveState(states, pair);
                    rows.writeSeries(table, block, tally);
                    batchRows += TableRows.count(table, block);
                }
                return this;
            };
        }

        long rowsOfBatch() {
            return batchRows;
        }
    }
}
