package io.theforge.rag.store;

import io.theforge.database.sql.Sql;
import io.theforge.rag.text.Chunk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What both stores do alike: the same tables, asked in the same words. */
abstract class SqlStore implements ChunkStore {
    private static final String SOURCES = """
            SELECT s.source_id, s.source_type, s.source_path, count(c.id), s.content_hash, s.indexed_at, CAST(s.metadata AS varchar)
            FROM document_source s LEFT JOIN document_chunk c ON c.source_id = s.id %s
            GROUP BY s.id, s.source_id, s.source_type, s.source_path, s.content_hash, s.indexed_at, CAST(s.metadata AS varchar)
            ORDER BY s.source_type, s.source_path""";

    /** How many columns a passage has. */
    static final int COLUMNS = 9;

    private final Dialect dialect;
    private final String model;

    /** @param model its name: vectors of another one cannot be compared */
    SqlStore(Dialect dialect, String model) {
        this.dialect = dialect;
        this.model = model;
    }

    /** Something that is asked or done. */
    interface Work<T> {
        @Nullable
        T with(Sql sql) throws SQLException;
    }

    /** Reads. @return null where nothing has been indexed yet */
    abstract <T> @Nullable T reading(Work<T> work);

    /** Writes, as a whole or not at all; what is missing is created. @param dimensions of a vector */
    abstract <T> @Nullable T writing(int dimensions, Work<T> work);

    @Override
    public @Nullable Source source(String type, String path) {
        List<Source> found = reading(sql -> sql.list(
                SqlStore::source, SOURCES.formatted("WHERE s.source_type = ? AND s.source_path = ?"), type, path));
        return found == null || found.isEmpty() ? null : found.get(0);
    }

    @Override
    public List<Source> sources() {
        List<Source> found = reading(sql -> sql.list(SqlStore::source, SOURCES.formatted("")));
        return found == null ? List.of() : found;
    }

    private static Source source(ResultSet row) throws SQLException {
        java.sql.Timestamp indexed = row.getTimestamp(6);
        return new Source(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                indexed == null ? Instant.EPOCH : indexed.toInstant(),
                JsonText.fields(row.getString(7)));
    }

    @Override
    public String put(NewSource source, List<Chunk> chunks, List<float[]> vectors) {
        int dimensions = vectors.isEmpty() ? Dialect.USUAL_DIMENSIONS : vectors.get(0).length;
        return Objects.requireNonNull(writing(dimensions, sql -> {
            Models.check(sql, model);
            List<String> ids = sql.texts(
                    "SELECT source_id FROM document_source WHERE source_type = ? AND source_path = ?",
                    source.type(),
                    source.path());
            String id = ids.isEmpty() ? Ids.random() : ids.get(0);
            Object now = Instant.now().atOffset(ZoneOffset.UTC);
            if (ids.isEmpty()) {
                sql.update(
                        "INSERT INTO document_source (source_id, source_type, source_path, content_hash, metadata, indexed_at)"
                                + " VALUES (?, ?, ?, ?, " + dialect.json() + ", ?)",
                        id,
                        source.type(),
                        source.path(),
                        source.contentHash(),
                        JsonText.of(source.metadata()),
                        now);
            } else {
                removeChunks(sql, id);
                sql.update(
                        "UPDATE document_source SET content_hash = ?, metadata = " + dialect.json()
                                + ", indexed_at = ? WHERE source_id = ?",
                        source.contentHash(),
                        JsonText.of(source.metadata()),
                        now,
                        id);
            }
            long row = sql.number("SELECT id FROM document_source WHERE source_id = ?", id);
            dialect.addChunks(sql, row, chunks, vectors);
            return id;
        }));
    }

    @Override
    public @Nullable Integer delete(String sourceId) {
        Long there = reading(sql -> sql.number("SELECT count(*) FROM document_source WHERE source_id = ?", sourceId));
        if (there == null || there == 0) {
            return null;
        }
        return writing(Dialect.USUAL_DIMENSIONS, sql -> {
            int chunks = removeChunks(sql, sourceId);
            return sql.update("DELETE FROM document_source WHERE source_id = ?", sourceId) == 0 ? null : chunks;
        });
    }

    private static int removeChunks(Sql sql, String sourceId) throws SQLException {
        String chunks =
                "(SELECT c.id FROM document_chunk c JOIN document_source s ON s.id = c.source_id WHERE s.source_id = ?)";
        sql.update("DELETE FROM theforge.rag_word WHERE chunk IN " + chunks, sourceId);
        return Math.toIntExact(sql.update(
                "DELETE FROM document_chunk WHERE source_id = (SELECT id FROM document_source WHERE source_id = ?)",
                sourceId));
    }

    @Override
    public List<Passage> passages(String sourceId) {
        List<Passage> found = reading(sql -> sql.list(
                SqlStore::passage, selected("NULL") + " WHERE s.source_id = ? ORDER BY c.chunk_index", sourceId));
        return found == null ? List.of() : found;
    }

    /** Returns a query for passages. @param more another column of {@code c}, behind those of the passage */
    static String selected(String more) {
        return "SELECT c.id, c.chunk_id, s.source_id, s.source_path, s.source_type, c.chunk_index, c.content,"
                + " CAST(c.metadata AS varchar), CAST(s.metadata AS varchar), " + more
                + " FROM document_chunk c JOIN document_source s ON s.id = c.source_id";
    }

    static Passage passage(ResultSet row) throws SQLException {
        Map<String, Object> own = JsonText.fields(row.getString(8));
        Map<String, Object> metadata = JsonText.fields(row.getString(9));
        metadata.putAll(own);
        return new Passage(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                JsonText.place(own),
                metadata);
    }

    @Override
    public <T> @Nullable T look(Filter filter, float[] vector, Lookup.Work<T> work) {
        return reading(sql -> {
            boolean hasWords = dialect.hasWords(sql);
            if (hasWords) {
                Models.check(sql, model);
            }
            return work.with(new Search(sql, dialect, hasWords, filter, vector));
        });
    }
}
