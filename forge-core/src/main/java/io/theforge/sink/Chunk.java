package io.theforge.sink;

import io.theforge.table.RowWriter;

/** Some rows in the form in which a sink takes them: filled by a worker, written by the loading thread, used again. */
public interface Chunk extends RowWriter {

    /** Returns how much it holds, about, in bytes. */
    int size();

    /** Empties it; its memory stays. */
    void clear();
}
