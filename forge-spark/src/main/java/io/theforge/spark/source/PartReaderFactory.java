package io.theforge.spark.source;

import io.theforge.plan.Plan;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.jspecify.annotations.Nullable;

/** What travels to the executors: the configuration's text and what is wanted of it. The plan is made there. */
final class PartReaderFactory implements PartitionReaderFactory {
    private static final long serialVersionUID = 1L;

    private final SourceOptions options;
    private final Wanted.Settled wanted;
    private final String[] columns;
    private final @Nullable Tally tally;

    PartReaderFactory(SourceOptions options, Wanted.Settled wanted, String[] columns, @Nullable Tally tally) {
        this.options = options;
        this.wanted = wanted;
        this.columns = columns;
        this.tally = tally;
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        Plan plan = options.plan();
        Part part = (Part) partition;
        UnsafeRows rows = new UnsafeRows(plan, options.table(), columns);
        RowCursor cursor = options.table().isSeries()
                ? new SeriesCursor(plan, options.table(), wanted, part)
                : new SmallTableCursor(plan, options.table(), wanted, part);
        return new PartReader(plan, part, cursor, rows, tally);
    }
}
