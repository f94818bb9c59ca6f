package io.theforge.spark;

import io.theforge.spark.source.DatasetTable;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The data source {@code forge}: one table of a dataset, made on the executors.
 *
 * <pre>{@code
 * spark.read().format("forge").option("table", "sales_daily").option("scenario", "holiday_rush").load();
 * }</pre>
 *
 * <p>The options are those of {@link io.theforge.spark.source.SourceOptions}; a mistake in them is an {@link IllegalArgumentException} before any task starts.
 */
public final class ForgeSource implements TableProvider, DataSourceRegister {
    public ForgeSource() {
        SparkVersion.check();
    }

    @Override
    public String shortName() {
        return "forge";
    }

    /** Given columns are held against those of the table, so that what {@code SHOW CREATE TABLE} shows can be run. */
    @Override
    public boolean supportsExternalMetadata() {
        return true;
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return DatasetTable.schema(options.asCaseSensitiveMap());
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return DatasetTable.of(schema, properties);
    }
}
