package io.theforge.spark.source;

import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.plan.Plan;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one part, a series or a product at a time, and counts and fingerprints them where the job wants that. */
final class PartReader implements PartitionReader<ColumnarBatch> {
    private final Part part;
    private final UnitRows units;
    private final BatchRows rows;
    private final @Nullable Tally tally;
    private final @Nullable FingerprintWriter fingerprint;
    private long unit;

    PartReader(Plan plan, Part part, UnitRows units, BatchRows rows, @Nullable Tally tally) {
        this.part = part;
        this.units = units;
        this.rows = rows;
        this.tally = tally;
        unit = part.from();
        fingerprint = tally == null ? null : new FingerprintWriter(plan);
    }

    @Override
    public boolean next() {
        rows.clear();
        while (rows.isEmpty() && unit < part.until()) {
            units.make(unit++);
            units.write(rows);
            if (fingerprint != null) {
                units.write(fingerprint);
            }
        }
        if (rows.isEmpty() && tally != null && fingerprint != null) {
            tally.add(part.number(), fingerprint.fingerprint());
        }
        return !rows.isEmpty();
    }

    @Override
    public ColumnarBatch get() {
        return rows.batch();
    }

    @Override
    public void close() {
        // there is nothing but memory
    }
}
