package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import io.theforge.rag.text.Chunk;
import io.theforge.rag.text.Words;
import java.sql.SQLException;
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
    public boolean hasWords(Sql sql) {
        // nobody else writes into the file
        return true;
    }

    /** The vectors are read once: that takes most of the time. */
    @Override
    public void compare(Sql sql, String vector, String where, List<Object> values) throws SQLException {
        int dimensions = vector.split(",", -1).length;
        sql.update(
                "CREATE OR REPLACE TEMP TABLE compared AS SELECT c.id, array_inner_product(c.embedding, CAST('" + vector
                        + "' AS FLOAT[" + dimensions + "])) AS cosine FROM document_chunk c" + where,
                values.toArray());
    }

    @Override
    public String cosine(String vector) {
        return "(SELECT cosine FROM compared WHERE compared.id = c.id)";
    }

    @Override
    public List<Long> nearest(Sql sql, String vector, String where, List<Object> values, int count)
            throws SQLException {
        return sql.list(row -> row.getLong(1), "SELECT id FROM compared ORDER BY cosine DESC, id LIMIT " + count);
    }

    @Override
    public void postings(Sql sql, List<Long> words, Postings postings) throws SQLException {
        sql.each(
                row -> postings.add(row.getLong(1), row.getString(2)),
                "SELECT word, string_agg(CAST(" + Postings.PACKED + " AS varchar), ',') FROM theforge.rag_word"
                        + " WHERE word IN (" + Search.listed(words) + ") GROUP BY word HAVING count(*) <= "
                        + MOST_POSTINGS);
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
