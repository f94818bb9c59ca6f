package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import io.theforge.rag.text.Chunk;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What PostgreSQL and DuckDB say differently. */
interface Dialect {
    /** Of the model that is built in. */
    int USUAL_DIMENSIONS = 384;

    /** Returns how a text is bound as JSON. */
    String json();

    /**
     * Returns the cosines of the nearest chunks and of some others, by id.
     *
     * @param where a filter over {@code c}, or nothing
     * @param values of the filter
     * @param others ids of chunks whose cosines are wanted too
     */
    Map<Long, Double> cosines(
            Sql sql, String vector, String where, List<Object> values, int count, Collection<Long> others)
            throws SQLException;

    /** Adds the chunks of a source, and their words. @param source the number of its row */
    void addChunks(Sql sql, long source, List<Chunk> chunks, List<float[]> vectors) throws SQLException;

    /** Returns a vector as a text. */
    static String text(float[] vector) {
        StringBuilder text = new StringBuilder(vector.length * 12).append('[');
        for (int i = 0; i < vector.length; i++) {
            text.append(i == 0 ? "" : ",").append(vector[i]);
        }
        return text.append(']').toString();
    }
}
