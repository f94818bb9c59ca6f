package io.theforge.export.read;

import io.theforge.table.RowWriter;

/** Rows that are read one after another, in the order in which they were written. */
interface RowCursor extends AutoCloseable {
    /** Goes to the next row. @return false where there is none */
    boolean next();

    /** Writes the current row, field by field; its ordinal is its id less 1, 0 where it has none. */
    void write(RowWriter out);

    /** Returns where the current row, or the end, is, for messages: "sales_daily.csv: row 17". */
    String place();

    @Override
    void close();
}
