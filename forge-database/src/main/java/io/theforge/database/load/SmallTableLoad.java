package io.theforge.database.load;

import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.plan.Plan;
import io.theforge.table.RowWriter;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Loads one of the five small tables through the same door as the large ones, on the calling thread. */
public final class SmallTableLoad {
    private static final int CHUNK_BYTES = 1 << 20;

    private SmallTableLoad() {}

    /** @param rows writes the table's rows */
    public static <C extends Chunk> TableTotals load(Plan plan, BulkLoad<C> load, Consumer<RowWriter> rows)
            throws SQLException {
        return load(new FingerprintWriter(plan), chunk -> chunk, load, rows);
    }

    /**
     * The same for rows that no plan has.
     *
     * @param fingerprint knows what the indices of stores and products stand for
     * @param between stands between the rows and the chunks
     */
    public static <C extends Chunk> TableTotals load(
            FingerprintWriter fingerprint, UnaryOperator<RowWriter> between, BulkLoad<C> load, Consumer<RowWriter> rows)
            throws SQLException {
        C chunk = load.newChunk();
        TallyWriter tally = new TallyWriter(fingerprint, between.apply(chunk), () -> {
            if (chunk.size() >= CHUNK_BYTES) {
                write(load, chunk);
            }
        });
        try {
            rows.accept(tally);
            write(load, chunk);
        } catch (WriteFailed e) {
            throw e.failure;
        }
        return tally.totals();
    }

    private static <C extends Chunk> void write(BulkLoad<C> load, C chunk) {
        try {
            load.write(chunk);
            chunk.clear();
        } catch (SQLException e) {
            throw new WriteFailed(e);
        }
    }

    /** Carries the failure through the code that writes rows, which knows no database. */
    private static final class WriteFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException failure;

        WriteFailed(SQLException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
