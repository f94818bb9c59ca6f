package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import io.theforge.rag.text.Chunk;
import io.theforge.rag.text.Words;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB: every vector is compared, which takes a few hundredths of a second for tens of thousands; rows go in by its appender. */
final class DuckDbDialect implements Dialect {

    @Override
    public String json() {
        return "?";
    }

    @Override
    public String cosine(int dimensions) {
        return "array_cosine_similarity(c.embedding, CAST(? AS FLOAT[" + dimensions + "]))";
    }

    @Override
    public List<Fusion.Ranked> nearest(Sql sql, String vector, String where, List<Object> values, int count)
            throws SQLException {
        List<Object> all = new ArrayList<>(List.of(vector));
        all.addAll(values);
        int dimensions = vector.split(",", -1).length;
        return sql.list(
                row -> new Fusion.Ranked(row.getLong(1), row.getDouble(2)),
                "SELECT c.id, " + cosine(dimensions) + " FROM document_chunk c" + where + " ORDER BY 2 DESC, 1 LIMIT "
                        + count,
                all.toArray());
    }

    @Override
    public void addChunks(Sql sql, long source, List<Chunk> chunks, List<float[]> vectors) throws SQLException {
        DuckDBConnection connection = sql.connection().unwrap(DuckDBConnection.class);
        int first = Math.toIntExact(sql.number("SELECT coalesce(max(id), 0) + 1 FROM document_chunk"));
        try (DuckDBAppender appender = connection.createAppender("main", "document_chunk")) {
            for (int i = 0; i < chunks.size(); i++) {
                Chunk chunk = chunks.get(i);
                appender.beginRow()
                        .append(first + i)
                        .append(Ids.random())
                        .append(Math.toIntExact(source))
                        .append(i)
                        .append(chunk.content())
                        .append(vectors.get(i))
                        .append(chunk.tokens())
                        .append(JsonText.of(JsonText.of(chunk.place())))
                        .endRow();
            }
        }
        try (DuckDBAppender appender = connection.createAppender("theforge", "rag_word")) {
            for (int i = 0; i < chunks.size(); i++) {
                for (Map.Entry<Long, Integer> word :
                        Words.counts(chunks.get(i).embedded()).entrySet()) {
                    appender.beginRow()
                            .append(word.getKey().longValue())
                            .append(first + i)
                            .append(word.getValue().intValue())
                            .append(chunks.get(i).tokens())
                            .endRow();
                }
            }
        }
    }
}
