package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import io.theforge.rag.text.Chunk;
import io.theforge.rag.text.Words;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
    public Map<Long, Double> cosines(
            Sql sql, String vector, String where, List<Object> values, int count, Collection<Long> others)
            throws SQLException {
        List<Object> all = new ArrayList<>(List.of(vector));
        all.addAll(values);
        // the vectors are read once: that takes most of the time
        String query = """
                WITH scored AS MATERIALIZED (SELECT c.id AS id, array_inner_product(c.embedding, CAST(? AS FLOAT[DIMENSIONS])) AS cosine
                    FROM document_chunk c WHERE_IT_IS)
                (SELECT id, cosine FROM scored ORDER BY cosine DESC, id LIMIT COUNT)
                UNION ALL SELECT id, cosine FROM scored WHERE id IN (OTHERS)""";
        Map<Long, Double> cosines = new HashMap<>();
        sql.each(
                row -> cosines.put(row.getLong(1), row.getDouble(2)),
                query.replace("DIMENSIONS", Integer.toString(vector.split(",", -1).length))
                        .replace("WHERE_IT_IS", where)
                        .replace("COUNT", Integer.toString(count))
                        .replace("OTHERS", Search.listed(others)),
                all.toArray());
        return cosines;
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
