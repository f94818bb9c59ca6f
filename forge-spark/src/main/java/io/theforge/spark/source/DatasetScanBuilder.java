package io.theforge.spark.source;

import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;

/**
 * Hears which columns and rows a query wants. Filters only leave out what no row of it can come from: Spark applies all of them
 * again, so that a filter that says more than can be used here is right all the same.
 */
final class DatasetScanBuilder implements SupportsPushDownV2Filters, SupportsPushDownRequiredColumns {
    private final SourceOptions options;
    private final Plan plan;
    private final Wanted wanted;
    private final List<Predicate> pushed = new ArrayList<>();
    private StructType columns;

    DatasetScanBuilder(SourceOptions options, Plan plan) {
        this.options = options;
        this.plan = plan;
        columns = TableColumns.schema(options.table());
        wanted = Wanted.all(plan);
    }

    @Override
    public Predicate[] pushPredicates(Predicate[] filters) {
        for (Predicate filter : filters) {
            if (wanted.keep(options.table(), filter)) {
                pushed.add(filter);
            }
        }
        return filters;
    }

    @Override
    public Predicate[] pushedPredicates() {
        return pushed.toArray(Predicate[]::new);
    }

    @Override
    public void pruneColumns(StructType required) {
        columns = required;
    }

    @Override
    public Scan build() {
        return new DatasetScan(options, plan, wanted.settled(options.table()), columns);
    }
}
