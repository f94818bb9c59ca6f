package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import io.theforge.rag.text.Chunk;
import java.sql.SQLException;
import java.util.List;

/** What PostgreSQL and DuckDB say differently. */
interface Dialect {
    /** Of the model that is built in. */
    int USUAL_DIMENSIONS = 384;

    /** Returns how a text is bound as JSON. */
    String json();

    /** Returns the cosine of {@code c.embedding} and a vector that is bound as a text. */
    String cosine(int dimensions);

    /** Returns the nearest chunks. @param where a filter over {@code c}, or nothing @param values of the filter */
    List<Fusion.Ranked> nearest(Sql sql, String vector, String where, List<Object> values, int count)
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
