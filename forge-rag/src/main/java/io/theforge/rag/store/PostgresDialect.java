package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import io.theforge.rag.text.Chunk;
import io.theforge.rag.text.Words;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL with pgvector: its index finds the nearest, and a filter is applied first and its vectors are all compared. */
final class PostgresDialect implements Dialect {
    private static final int ROWS_AT_ONCE = 1000;

    @Override
    public String json() {
        return "CAST(? AS jsonb)";
    }

    @Override
    public boolean hasWords(Sql sql) throws SQLException {
        return isIndexed(sql);
    }

    /** Returns whether the tables of our own are there; one that is must have been made with the others. */
    static boolean isIndexed(Sql sql) throws SQLException {
        return sql.number("SELECT count(*) WHERE to_regclass(?) IS NOT NULL", sql.own("theforge.rag_word")) > 0;
    }

    @Override
    public void compare(Sql sql, String vector, String where, List<Object> values) {
        // its index does that
    }

    @Override
    public String cosine(String vector) {
        return "coalesce(1 - (c.embedding <=> CAST('" + vector + "' AS vector)), 0)";
    }

    @Override
    public List<Long> nearest(Sql sql, String vector, String where, List<Object> values, int count)
            throws SQLException {
        List<Object> all = new ArrayList<>();
        String query;
        if (where.isEmpty()) {
            sql.texts("SELECT set_config('hnsw.ef_search', ?, true)", Integer.toString(Math.min(1000, 2 * count)));
            query = "SELECT c.id FROM document_chunk c WHERE c.embedding IS NOT NULL"
                    + " ORDER BY c.embedding <=> CAST(? AS vector) LIMIT " + count;
            all.add(vector);
        } else {
            query = "WITH behind AS MATERIALIZED (SELECT c.id, c.embedding <=> CAST(? AS vector) AS distance"
                    + " FROM document_chunk c" + where + " AND c.embedding IS NOT NULL)"
                    + " SELECT id FROM behind ORDER BY distance, id LIMIT " + count;
            all.add(vector);
            all.addAll(values);
        }
        return sql.list(row -> row.getLong(1), query, all.toArray());
    }

    @Override
    public void postings(Sql sql, List<Long> words, Postings postings) throws SQLException {
        sql.each(
                row -> postings.add(row.getLong(1), row.getString(2)),
                "SELECT asked.word, string_agg(CAST(" + Postings.PACKED + " AS varchar), ',')"
                        + " FROM unnest(CAST(? AS bigint[])) AS asked (word), LATERAL (SELECT chunk, times, tokens"
                        + " FROM theforge.rag_word w WHERE w.word = asked.word LIMIT " + (MOST_POSTINGS + 1)
                        + ") AS found GROUP BY asked.word HAVING count(*) <= " + MOST_POSTINGS,
                "{" + Search.listed(words) + "}");
    }

    @Override
    public void addChunks(Sql sql, long source, List<Chunk> chunks, List<float[]> vectors) throws SQLException {
        try (PreparedStatement insert = sql.connection()
                .prepareStatement("INSERT INTO document_chunk"
                        + " (chunk_id, source_id, chunk_index, content, embedding, token_count, metadata)"
                        + " VALUES (?, ?, ?, ?, CAST(? AS vector), ?, CAST(? AS jsonb))")) {
            for (int i = 0; i < chunks.size(); i++) {
                Chunk chunk = chunks.get(i);
                insert.setString(1, Ids.random());
                insert.setInt(2, Math.toIntExact(source));
                insert.setInt(3, i);
                insert.setString(4, chunk.content());
                insert.setString(5, Dialect.text(vectors.get(i)));
                insert.setInt(6, chunk.tokens());
                insert.setString(7, JsonText.of(JsonText.of(chunk.place())));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        List<Long> ids = sql.list(
                row -> row.getLong(1),
                "SELECT id FROM document_chunk WHERE source_id = ? ORDER BY chunk_index",
                source);
        for (int i = 0; i < ids.size(); i++) {
            addWords(sql, ids.get(i), chunks.get(i).embedded(), chunks.get(i).tokens());
        }
    }

    /**
     * Adds the words of chunks that another program has written.
     *
     * @param onlyNew whether to look at those alone that are newer than all with words: to compare all of them takes seconds
     */
    static void addWordsOfOthers(Sql sql, boolean onlyNew) throws SQLException {
        List<Long> ids = sql.list(
                row -> row.getLong(1),
                "SELECT c.id FROM document_chunk c WHERE "
                        + (onlyNew
                                ? "c.id > (SELECT coalesce(max(chunk), 0) FROM theforge.rag_word)"
                                : "NOT EXISTS (SELECT FROM theforge.rag_word w WHERE w.chunk = c.id)"));
        for (int i = 0; i < ids.size(); i += ROWS_AT_ONCE) {
            String some = Search.listed(ids.subList(i, Math.min(ids.size(), i + ROWS_AT_ONCE)));
            record Text(long id, String content, int tokens) {}
            for (Text text : sql.list(
                    row -> new Text(row.getLong(1), row.getString(2), row.getInt(3)),
                    "SELECT id, content, token_count FROM document_chunk WHERE id IN (" + some + ")")) {
                addWords(sql, text.id, text.content, text.tokens);
            }
        }
    }

    private static void addWords(Sql sql, long chunk, String text, int tokens) throws SQLException {
        Map<Long, Integer> words = Words.counts(text);
        sql.update(
                "INSERT INTO theforge.rag_word SELECT word, ?, times, ? FROM unnest(CAST(? AS bigint[]), CAST(? AS int[]))"
                        + " AS counted (word, times)",
                Math.toIntExact(chunk),
                tokens,
                "{" + Search.listed(words.keySet()) + "}",
                "{" + Search.listed(words.values()) + "}");
    }
}
