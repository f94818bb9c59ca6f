package io.theforge.spark.source;

import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.plan.Plan;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one part, each when it is asked for, and counts and fingerprints them where the job wants that. */
final class PartReader implements PartitionReader<InternalRow> {
    private final Part part;
    private final RowCursor cursor;
    private final UnsafeRows rows;
    private final @Nullable Tally tally;
    private final @Nullable FingerprintWriter fingerprint;

    PartReader(Plan plan, Part part, RowCursor cursor, UnsafeRows rows, @Nullable Tally tally) {
        this.part = part;
        this.cursor = cursor;
        this.rows = rows;
        this.tally = tally;
        fingerprint = tally == null ? null : new FingerprintWriter(plan);
    }

    @Override
    public boolean next() {
        if (!cursor.next()) {
            if (tally != null && fingerprint != null) {
                tally.add(part.number(), fingerprint.fingerprint());
            }
            return false;
        }
        cursor.write(rows);
        if (fingerprint != null) {
            cursor.write(fingerprint);
        }
        return true;
    }

    @Override
    public InternalRow get() {
        return rows.row();
    }

    @Override
    public void close() {
        // there is nothing but memory
    }
}
