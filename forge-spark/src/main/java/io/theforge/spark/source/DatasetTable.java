package io.theforge.spark.source;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;

/**
 * One table of a dataset. One that stands in a catalog is not looked into before somebody reads it: what is wrong with it must not keep
 * it from being dropped.
 */
public final class DatasetTable implements SupportsRead {
    private final StructType schema;
    private final GivenOptions given;
    private @Nullable SourceOptions options;

    private DatasetTable(StructType schema, GivenOptions given) {
        this.schema = schema;
        this.given = given;
    }

    /**
     * Returns a table.
     *
     * @param schema its columns
     * @param written its options; what a catalog has on it, where it stands in one
     * @throws IllegalArgumentException where an option, the configuration or the columns are wrong and it stands in no catalog
     */
    public static DatasetTable of(StructType schema, Map<String, String> written) {
        DatasetTable table = new DatasetTable(schema, new GivenOptions(written));
        if (!table.given.areOfCatalog()) {
            table.options();
        }
        return table;
    }

    /** Returns the columns that a table has. @throws IllegalArgumentException where an option or the configuration is wrong */
    public static StructType schema(Map<String, String> written) {
        SourceOptions options = SourceOptions.of(new GivenOptions(written));
        options.plan();
        return TableColumns.schema(options.table());
    }

    private SourceOptions options() {
        if (options == null) {
            SourceOptions asked = SourceOptions.of(given);
            TableColumns.check(asked.table(), schema);
            options = asked;
        }
        return options;
    }

    @Override
    public String name() {
        return "forge " + given.text("table");
    }

    /** Deprecated in favour of {@code columns()}, and what every version of Spark from 4.0 on asks. */
    @Override
    @SuppressWarnings("deprecation")
    public StructType schema() {
        return schema;
    }

    /** What {@code SHOW CREATE TABLE} shows. */
    @Override
    public Map<String, String> properties() {
        return given.properties();
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    /** @throws IllegalArgumentException where an option or the configuration is wrong, or another one is asked for than the table has */
    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap asked) {
        given.checkSame(asked);
        SourceOptions known = options();
        return new DatasetScanBuilder(known, known.plan());
    }

    /** By what it was made with: so Spark knows a table that somebody has cached, when another asks for it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatasetTable that && schema.equals(that.schema) && given.equals(that.given);
    }

    @Override
    public int hashCode() {
        return Objects.hash(schema, given);
    }
}
