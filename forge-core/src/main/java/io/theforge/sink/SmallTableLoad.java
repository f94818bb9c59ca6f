package io.theforge.sink;

import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.plan.Plan;
import io.theforge.table.RowWriter;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Makes one of the small tables through the same door as the large ones, on the calling thread. */
public final class SmallTableLoad {
    private static final int CHUNK_BYTES = 1 << 20;

    private SmallTableLoad() {}

    /** @param rows writes the table's rows */
    public static <C extends Chunk, E extends Exception> TableTotals load(
            Plan plan, TableSink<C, E> sink, Consumer<RowWriter> rows) throws E {
        return load(new FingerprintWriter(plan), chunk -> chunk, sink, rows);
    }

    /**
     * The same for rows that no plan has.
     *
     * @param fingerprint knows what the indices of stores and products stand for
     * @param between stands between the rows and the chunks
     */
    public static <C extends Chunk, E extends Exception> TableTotals load(
            FingerprintWriter fingerprint,
            UnaryOperator<RowWriter> between,
            TableSink<C, E> sink,
            Consumer<RowWriter> rows)
            throws E {
        C chunk = sink.newChunk();
        TallyWriter tally = new TallyWriter(fingerprint, between.apply(chunk), () -> {
            if (chunk.size() >= CHUNK_BYTES) {
                write(sink, chunk);
            }
        });
        try {
            rows.accept(tally);
        } catch (WriteFailed e) {
            throw SmallTableLoad.<E>failure(e);
        }
        sink.write(chunk);
        return tally.totals();
    }

    private static <C extends Chunk, E extends Exception> void write(TableSink<C, E> sink, C chunk) {
        try {
            sink.write(chunk);
            chunk.clear();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new WriteFailed(e);
        }
    }

    /** Nothing but the sink's own failure is ever carried. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E failure(WriteFailed carrier) {
        return (E) carrier.failure;
    }

    /** Carries the failure through the code that writes rows, which knows no sink. */
    private static final class WriteFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Exception failure;

        WriteFailed(Exception failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
