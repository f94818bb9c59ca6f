package io.theforge.spark.source;

import io.theforge.table.RowWriter;

/** Goes through the rows of a part, one by one. */
interface RowCursor {
    /** Goes to the next row. @return whether there is one */
    boolean next();

    /** Writes the row, as often as it is asked to. */
    void write(RowWriter out);
}
