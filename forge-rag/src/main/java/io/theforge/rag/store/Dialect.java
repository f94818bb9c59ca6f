package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import io.theforge.rag.text.Chunk;
import java.sql.SQLException;
import java.util.List;

/** What PostgreSQL and DuckDB say differently. */
interface Dialect {
    /** Of the model that is built in. */
    int USUAL_DIMENSIONS = 384;

    /** A word that stands in more chunks is no help. */
    int MOST_POSTINGS = 10_000;

    /** Returns how a text is bound as JSON. */
    String json();

    /** Returns whether there are words and the model's name: what only another program has written has neither. */
    boolean hasWords(Sql sql) throws SQLException;

    /**
     * Compares all chunks with a vector, where the database has no index for that.
     *
     * @param vector as {@link #text} has it
     * @param where a filter over {@code c}, or nothing
     * @param values of the filter
     */
    void compare(Sql sql, String vector, String where, List<Object> values) throws SQLException;

    /** Returns the cosine of a chunk {@code c} and of the vector that was compared. */
    String cosine(String vector);

    /** Returns the ids of the chunks that are nearest to the vector that was compared. */
    List<Long> nearest(Sql sql, String vector, String where, List<Object> values, int count) throws SQLException;

    /** Adds where words stand, but for those that stand nearly everywhere: these cost most and say least. */
    void postings(Sql sql, List<Long> words, Postings postings) throws SQLException;

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
