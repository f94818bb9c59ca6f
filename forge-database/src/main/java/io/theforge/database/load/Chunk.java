package io.theforge.database.load;

import io.theforge.table.RowWriter;

/** Some rows in the form in which the database takes them: filled by a worker, written by the loading thread, used again. */
public interface Chunk extends RowWriter {

    /** How much it holds, about, in bytes. */
    int size();

    /** Empties it; its memory stays. */
    void clear();
}
