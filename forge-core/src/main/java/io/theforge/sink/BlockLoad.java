package io.theforge.sink;

import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.series.SeriesBlock;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Takes series that somebody else has made, one after another, on the calling thread, and makes all the rows that are wanted of each. */
public final class BlockLoad<E extends Exception> {
    private static final int CHUNK_BYTES = 1 << 20;

    private final List<OutputRows<?, E>> parts;
    private final LongConsumer written;

    /**
     * @param fingerprints knows what the indices of stores and products stand for
     * @param written hears how many rows have been written since the last time
     */
    public BlockLoad(
            Supplier<FingerprintWriter> fingerprints,
            List<? extends SeriesOutput<?, E>> outputs,
            LongConsumer written) {
        parts = outputs.stream()
                .<OutputRows<?, E>>map(output -> part(fingerprints.get(), output))
                .toList();
        this.written = written;
    }

    private static <C extends Chunk, E extends Exception> OutputRows<C, E> part(
            FingerprintWriter fingerprint, SeriesOutput<C, E> output) {
        return new OutputRows<>(fingerprint, output);
    }

    /** Takes a series. */
    public void add(SeriesBlock block) throws E {
        for (OutputRows<?, E> part : parts) {
            part.fill(block);
            if (part.size() >= CHUNK_BYTES) {
                written.accept(part.handOver());
            }
        }
    }

    /** Hands the rest over. @return what went into each output, in their order */
    public List<TableTotals> finish() throws E {
        for (OutputRows<?, E> part : parts) {
            written.accept(part.handOver());
        }
        return parts.stream().map(OutputRows::tally).toList();
    }
}
