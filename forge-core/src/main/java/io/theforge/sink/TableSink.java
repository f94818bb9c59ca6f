package io.theforge.sink;

/**
 * Where the rows of one table go: a database, a file, anything. Chunks are made and filled by any thread; everything else happens
 * on the thread that opened the sink, and chunks come in the order of the rows.
 *
 * <p>The laws of a sink: it holds the same rows whatever the number of workers; all of them or, after a failure, none under a name
 * that somebody reads; in memory that does not grow with them.
 *
 * @param <C> the form in which it takes rows
 * @param <E> how it fails: {@link java.io.IOException} for a file, {@code SQLException} for a database
 */
public interface TableSink<C extends Chunk, E extends Exception> extends AutoCloseable {

    /** Returns a new, empty chunk. Called by any thread. */
    C newChunk();

    /** Hands the chunk's rows over. The chunk is free again when this returns. */
    void write(C chunk) throws E;

    /** Ends the table. @return rows that were taken */
    long finish() throws E;

    /** Abandons a table that has not been finished; does nothing after {@link #finish}. */
    @Override
    void close() throws E;
}
