package io.theforge.database.load;

import java.sql.SQLException;

/**
 * The bulk load of one table, inside a running operation. Chunks are made and filled by any thread; everything else
 * happens on the thread that opened the load.
 */
public interface BulkLoad<C extends Chunk> extends AutoCloseable {

    /** A new, empty chunk. Called by any thread. */
    C newChunk();

    /** Hands the chunk's rows over. The chunk is free again when this returns. */
    void write(C chunk) throws SQLException;

    /** Ends the load. @return rows that the database took */
    long finish() throws SQLException;

    /** Abandons a load that has not been finished; does nothing after {@link #finish}. */
    @Override
    void close() throws SQLException;
}
