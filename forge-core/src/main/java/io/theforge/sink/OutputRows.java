package io.theforge.sink;

import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.series.SeriesBlock;

/** The chunk of one output, with what fills it; used by one thread at a time. */
final class OutputRows<C extends Chunk, E extends Exception> {
    private final TableSink<C, E> sink;
    private final SeriesRows rows;
    private final C chunk;
    private final TallyWriter writer;
    private long count;

    OutputRows(FingerprintWriter fingerprint, SeriesOutput<C, E> output) {
        sink = output.sink();
        rows = output.rows().get();
        chunk = sink.newChunk();
        writer = new TallyWriter(fingerprint, chunk, () -> {});
    }

    void fill(SeriesBlock block) {
        count += rows.write(block, writer);
    }

    int size() {
        return chunk.size();
    }

    /** Gives the sink what is there for it. @return rows */
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
