package io.theforge.rag.store;

import io.theforge.rag.text.Chunk;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where chunks are kept. What writes is done as a whole or not at all. Every method fails with a {@link io.theforge.database.report.DatabaseException}.
 */
public interface ChunkStore extends AutoCloseable {

    /** Returns a source, null where there is none of this type and path. */
    @Nullable
    Source source(String type, String path);

    /** Returns all sources by type and path. */
    List<Source> sources();

    /**
     * Puts a text in the place of an earlier one of the same type and path, or adds it.
     *
     * @param vectors of each chunk
     * @return the source's id, which stays as long as the source is there
     */
    String put(NewSource source, List<Chunk> chunks, List<float[]> vectors);

    /** Takes a source out. @return how many chunks it had, null where there is no such source */
    @Nullable
    Integer delete(String sourceId);

    /** Returns the chunks of a source in their order. */
    List<Passage> passages(String sourceId);

    /**
     * Asks about the chunks behind a filter, all as of one moment.
     *
     * @param vector of the query
     * @return null where nothing has been indexed yet
     */
    <T> @Nullable T look(Filter filter, float[] vector, Lookup.Work<T> work);

    @Override
    default void close() {}

    /** A source before it is kept. */
    record NewSource(String type, String path, String contentHash, Map<String, Object> metadata) {}
}
