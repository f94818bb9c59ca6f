package io.theforge.spark.source;

import io.theforge.plan.Plan;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/** What travels to the executors: the configuration's text and what is wanted of it. The plan is made there. */
final class PartReaderFactory implements PartitionReaderFactory {
    private static final long serialVersionUID = 1L;

    private final SourceOptions options;
    private final Wanted.Settled wanted;
    private final StructType columns;
    private final @Nullable Tally tally;

    PartReaderFactory(SourceOptions options, Wanted.Settled wanted, StructType columns, @Nullable Tally tally) {
        this.options = options;
        this.wanted = wanted;
        this.columns = columns;
        this.tally = tally;
    }

    @Override
    public boolean supportColumnarReads(InputPartition partition) {
        return true;
    }

    @Override
    public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
        Plan plan = options.plan();
        UnitRows units = UnitRows.of(plan, options.table(), wanted);
        BatchRows rows = new BatchRows(plan, options.table(), columns, wanted);
        return new PartReader(plan, (Part) partition, units, rows, tally);
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        throw new UnsupportedOperationException("rows come in columns");
    }
}
