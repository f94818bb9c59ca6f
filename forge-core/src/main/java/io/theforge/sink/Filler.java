package io.theforge.sink;

import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import java.util.List;
import java.util.concurrent.Callable;

/** A chunk for each output and what fills them; used by one thread at a time. */
final class Filler<E extends Exception> {
    private final Plan plan;
    private final List<OutputRows<?, E>> parts;
    private final SeriesGenerator generator;
    private final StockStates states;
    private final SeriesBlock block;

    Filler(Plan plan, List<? extends SeriesOutput<?, E>> outputs, SeriesGenerator generator, StockStates states) {
        this.plan = plan;
        this.generator = generator;
        this.states = states;
        parts = outputs.stream()
                .<OutputRows<?, E>>map(output -> part(plan, output))
                .toList();
        block = new SeriesBlock(plan.days(), outputs.stream().anyMatch(SeriesOutput::withTruth));
    }

    private static <C extends Chunk, E extends Exception> OutputRows<C, E> part(Plan plan, SeriesOutput<C, E> output) {
        return new OutputRows<>(new FingerprintWriter(plan), output);
    }

    Callable<Filler<E>> batch(int[] pairs, int from, int until) {
        return () -> {
            for (int i = from; i < until && !Thread.currentThread().isInterrupted(); i++) {
                generator.generate(plan.storeOf(pairs[i]), plan.productOf(pairs[i]), block);
                generator.saveState(states, pairs[i]);
                for (OutputRows<?, E> part : parts) {
                    part.fill(block);
                }
            }
            return this;
        };
    }

    /** Gives the sinks what is there for them. @return rows */
    long handOver() throws E {
        long rows = 0;
        for (OutputRows<?, E> part : parts) {
            rows += part.handOver();
        }
        return rows;
    }

    void addTo(List<TableTotals> totals) {
        for (int i = 0; i < parts.size(); i++) {
            totals.get(i).add(parts.get(i).tally());
        }
    }
}
