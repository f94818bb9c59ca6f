package io.theforge.sink;

import io.theforge.plan.Plan;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a pass over the series makes of each: rows for one sink.
 *
 * @param rows makes what a worker asks for the rows of a series
 * @param table what is written, where it is one of the tables as it is: then its rows are fingerprinted and added up on the way
 * @param withTruth whether the rows need the truth behind the series
 */
public record SeriesOutput<C extends Chunk, E extends Exception>(
        TableSink<C, E> sink,
        Supplier<SeriesRows> rows,
        @Nullable Table table,
        boolean withTruth) {

    /** Returns the rows of a table. */
    public static <C extends Chunk, E extends Exception> SeriesOutput<C, E> of(
            Plan plan, Table table, TableSink<C, E> sink) {
        return new SeriesOutput<>(
                sink, () -> SeriesRows.of(new TableRows(plan), table), table, table == Table.TRUTH_DAILY);
    }
}
