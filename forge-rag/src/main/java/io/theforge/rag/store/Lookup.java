package io.theforge.rag.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What one query asks of a store: all of it about the chunks behind a filter, compared with one vector. */
public interface Lookup {

    /** Something that is asked. */
    interface Work<T> {
        T with(Lookup lookup) throws SQLException;
    }

    /** A place in a ranking. @param id of the chunk */
    record Ranked(long id, double score) {}

    /** A passage, and how near it is. @param cosine of query and chunk */
    record Compared(Passage passage, double cosine) {}

    /** Returns how many chunks there are. */
    long total();

    /**
     * Ranks chunks by BM25, for several sets of words at once. What has been read about a word is kept for the next call.
     *
     * @param questions words of each, as {@link io.theforge.rag.text.Words} has them
     * @param count how many chunks at most for each
     * @return a ranking for each, in their order, the best first and of equals the older
     */
    List<List<Ranked>> byWords(List<? extends Collection<Long>> questions, int count) throws SQLException;

    /** Returns the ids of the nearest chunks. */
    List<Long> nearest(int count) throws SQLException;

    /** Returns chunks by id. */
    Map<Long, Compared> passages(Collection<Long> ids) throws SQLException;
}
