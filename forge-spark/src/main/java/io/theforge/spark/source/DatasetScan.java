package io.theforge.spark.source;

import io.theforge.plan.Plan;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** What one query reads: how many rows that is about, and in which parts. */
final class DatasetScan implements SupportsReportStatistics, Batch {
    /** Some 60 MB of Parquet; a task of a few seconds. */
    private static final long ROWS_A_PART = 8_000_000;
    /** Below that, starting a task costs more than its rows. */
    private static final long FEWEST_ROWS_A_PART = 100_000;
    /** What Spark's driver can keep the books of; with more rows, parts are larger. */
    static final int MOST_PARTS = 100_000;

    private final SourceOptions options;
    private final Plan plan;
    private final Wanted.Settled wanted;
    private final StructType columns;
    private final long rows;

    DatasetScan(SourceOptions options, Plan plan, Wanted.Settled wanted, StructType columns) {
        this.options = options;
        this.plan = plan;
        this.wanted = wanted;
        this.columns = columns;
        rows = RowEstimate.of(plan, options.table(), wanted);
    }

    @Override
    public StructType readSchema() {
        return columns;
    }

    /** Said for all parts, so that Spark need not plan them to know. */
    @Override
    public ColumnarSupportMode columnarSupportMode() {
        return ColumnarSupportMode.SUPPORTED;
    }

    @Override
    public String description() {
        return "forge " + options.table().sqlName() + ", seed " + plan.config().seed() + ", "
                + wanted.stores().length + " of " + plan.stores().size() + " stores, "
                + wanted.products().length + " of " + plan.products().size() + " products, "
                + wanted.days().cardinality() + " of " + plan.days() + " days";
    }

    @Override
    public Statistics estimateStatistics() {
        long bytes = rows * (Math.max(1, columns.defaultSize()) + Long.BYTES);
        return new Statistics() {
            @Override
            public OptionalLong sizeInBytes() {
                return OptionalLong.of(bytes);
            }

            @Override
            public OptionalLong numRows() {
                return OptionalLong.of(rows);
            }
        };
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        long units = Part.units(options.table(), wanted);
        int parts = (int) Math.min(units, parts());
        InputPartition[] planned = new InputPartition[parts];
        for (int i = 0; i < parts; i++) {
            planned[i] = new Part(i, share(units, i, parts), share(units, i + 1, parts));
        }
        Tally tally = tally();
        if (tally != null) {
            tally.expect(parts);
        }
        return planned;
    }

    /** Returns the end of the i-th of so many nearly equal parts. */
    private static long share(long units, int i, int parts) {
        return units / parts * i + Math.min(i, units % parts);
    }

    private long parts() {
        if (options.partitions() > 0) {
            return options.partitions();
        }
        long atOnce = Math.max(
                1,
                Math.min(
                        SparkSession.active().sparkContext().defaultParallelism(),
                        roundedUp(rows, FEWEST_ROWS_A_PART)));
        // As many in the last round as in the others: no core waits for the end
        long rounds = Math.max(1, roundedUp(roundedUp(rows, ROWS_A_PART), atOnce));
        return Math.min(rounds * atOnce, Math.max(atOnce, MOST_PARTS));
    }

    private static long roundedUp(long rows, long each) {
        return (rows + each - 1) / each;
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new PartReaderFactory(options, wanted, columns, tally());
    }

    /** The same rows: Spark makes them once, where a query asks for them twice. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatasetScan that
                && options.equals(that.options)
                && wanted.equals(that.wanted)
                && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(options, wanted, columns);
    }

    private @Nullable Tally tally() {
        return options.tally() == SourceOptions.NOBODY ? null : Tallies.of(options.tally());
    }
}
