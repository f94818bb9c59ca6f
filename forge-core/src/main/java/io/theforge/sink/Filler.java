package io.theforge.sink;

import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import java.util.List;
import java.util.concurrent.Callable;

/** A chunk for each output and what fills them; used by one thread at a time. */
final class Filler<E extends Exception> {
    private final Plan plan;
    private final List<Part<?, E>> parts;
    private final SeriesGenerator generator;
    private final StockStates states;
    private final SeriesBlock block;

    Filler(Plan plan, List<? extends SeriesOutput<?, E>> outputs, SeriesGenerator generator, StockStates states) {
        this.plan = plan;
        this.generator = generator;
        this.states = states;
        parts = outputs.stream().<Part<?, E>>map(output -> part(plan, output)).toList();
        block = new SeriesBlock(plan.days(), outputs.stream().anyMatch(SeriesOutput::withTruth));
    }

    private static <C extends Chunk, E extends Exception> Part<C, E> part(Plan plan, SeriesOutput<C, E> output) {
        return new Part<>(plan, output);
    }

    Callable<Filler<E>> batch(int[] pairs, int from, int until) {
        return () -> {
            for (int i = from; i < until && !Thread.currentThread().isInterrupted(); i++) {
                generator.generate(plan.storeOf(pairs[i]), plan.productOf(pairs[i]), block);
                generator.saveState(states, pairs[i]);
                for (Part<?, E> part : parts) {
                    part.fill(block);
                }
            }
            return this;
        };
    }

    /** Gives the sinks what is there for them. @return rows */
    long handOver() throws E {
        long rows = 0;
        for (Part<?, E> part : parts) {
            rows += part.handOver();
        }
        return rows;
    }

    void addTo(List<TableTotals> totals) {
        for (int i = 0; i < parts.size(); i++) {
            totals.get(i).add(parts.get(i).tally());
        }
    }

    /** The chunk of one output. */
    private static final class Part<C extends Chunk, E extends Exception> {
        private final TableSink<C, E> sink;
        private final SeriesRows rows;
        private final C chunk;
        private final TallyWriter writer;
        private long count;

        Part(Plan plan, SeriesOutput<C, E> output) {
            sink = output.sink();
            rows = output.rows().get();
            chunk = sink.newChunk();
            writer = new TallyWriter(plan, chunk, () -> {});
        }

        void fill(SeriesBlock block) {
            count += rows.write(block, writer);
        }

        long handOver() throws E {
            long rowsOfBatch = count;
            sink.write(chunk);
            chunk.clear();
            count = 0;
            return rowsOfBatch;
        }

        TableTotals tally() {
            return writer.totals();
        }
    }
}
