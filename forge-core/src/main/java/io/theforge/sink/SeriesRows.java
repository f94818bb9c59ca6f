package io.theforge.sink;

import io.theforge.series.SeriesBlock;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import io.theforge.table.TableRows;

/** What rows are made of a series. One instance per worker. */
public interface SeriesRows {
    /** Writes the rows of one series. @return how many */
    int write(SeriesBlock block, RowWriter out);

    /** Returns those of a table. */
    static SeriesRows of(TableRows rows, Table table) {
        return (block, out) -> {
            rows.writeSeries(table, block, out);
            return TableRows.count(table, block);
        };
    }
}
