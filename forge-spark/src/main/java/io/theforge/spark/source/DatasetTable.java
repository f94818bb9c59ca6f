package io.theforge.spark.source;

import io.theforge.plan.Plan;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** One table of a dataset. Its plan is made when it is asked for, so that what is wrong with the configuration is found before any task. */
public final class DatasetTable implements SupportsRead {
    private final SourceOptions options;
    private final Plan plan;

    /** @throws IllegalArgumentException where the configuration's country or a holiday is not known */
    public DatasetTable(SourceOptions options) {
        this.options = options;
        plan = options.plan();
    }

    @Override
    public String name() {
        return "forge " + options.table().sqlName();
    }

    /** Deprecated in favour of {@code columns()}, and what every version of Spark from 4.0 on asks. */
    @Override
    @SuppressWarnings("deprecation")
    public StructType schema() {
        return TableColumns.schema(options.table());
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap ignored) {
        return new DatasetScanBuilder(options, plan);
    }
}
