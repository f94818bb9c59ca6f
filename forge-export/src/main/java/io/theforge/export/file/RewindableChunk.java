package io.theforge.export.file;

import io.theforge.sink.Chunk;

/** A chunk of which the last rows can be taken back. */
public interface RewindableChunk extends Chunk {
    /** Returns the place behind what has been written. */
    int mark();

    /** Takes back what was written after a place. */
    void rewind(int mark);
}
