package io.theforge.rag.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What one query asks of a store: all of it about the chunks behind a filter. */
public interface Lookup {

    /** Something that is asked. */
    interface Work<T> {
        T with(Lookup lookup) throws SQLException;
    }

    /** A place in a ranking. @param id of the chunk */
    record Ranked(long id, double score) {}

    /** Returns how many chunks there are. */
    long total();

    /**
     * Ranks chunks by BM25, for several sets of words at once.
     *
     * @param questions words of each, as {@link io.theforge.rag.text.Words} has them
     * @param count how many chunks at most for each
     * @return a ranking for each, in their order, the best first and of equals the older
     */
    List<List<Ranked>> byWords(List<? extends Collection<Long>> questions, int count) throws SQLException;

    /**
     * Returns the cosines of the nearest chunks and of some others, by id.
     *
     * @param others ids of chunks whose cosines are wanted too
     */
    Map<Long, Double> cosines(float[] vector, int count, Collection<Long> others) throws SQLException;

    /** Returns chunks by id. */
    Map<Long, Passage> passages(Collection<Long> ids) throws SQLException;
}
