package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import io.theforge.rag.text.Chunk;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What PostgreSQL and DuckDB say differently. */
interface Dialect {
    /** Of the model that is built in. */
    int USUAL_DIMENSIONS = 384;

    /** Returns how a text is bound as JSON. */
    String json();

    /**
     * Returns the nearest chunks with their cosines, and after them some others with theirs.
     *
     * @param where a filter over {@code c}, or nothing
     * @param values of the filter
     * @param others ids of chunks whose cosines are wanted too
     */
    Nearest nearest(Sql sql, String vector, String where, List<Object> values, int count, List<Long> others)
            throws SQLException;

    /** Cosines. @param best the nearest first @param cosines of these and of the others, by id */
    record Nearest(List<Fusion.Ranked> best, Map<Long, Double> cosines) {
        static Nearest of(List<Fusion.Ranked> best, List<Fusion.Ranked> others) {
            Map<Long, Double> cosines = new HashMap<>();
            best.forEach(each -> cosines.put(each.id(), each.score()));
            others.forEach(each -> cosines.put(each.id(), each.score()));
            return new Nearest(best, cosines);
        }
    }

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
