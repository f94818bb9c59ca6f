package io.theforge.sink;

import io.theforge.plan.Plan;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.util.function.Supplier;

/**
 * What a pass over the series makes of each: rows for one sink.
 *
 * @param rows makes what a worker asks for the rows of a series
 * @param withTruth whether the rows need the truth behind the series
 */
public record SeriesOutput<C extends Chunk, E extends Exception>(
        TableSink<C, E> sink, Supplier<SeriesRows> rows, boolean withTruth) {

    /** Returns the rows of a table. */
    public static <C extends Chunk, E extends Exception> SeriesOutput<C, E> of(
            Plan plan, Table table, TableSink<C, E> sink) {
        return new SeriesOutput<>(sink, () -> SeriesRows.of(new TableRows(plan), table), table == Table.TRUTH_DAILY);
    }
}
