package io.theforge.rag;

import io.theforge.database.DatabaseUrl;
import io.theforge.rag.store.Filter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An index over texts. Many may use it at once. Every method fails with a {@link io.theforge.database.report.DatabaseException} when
 * the index cannot be reached, and those that embed with an {@link io.theforge.rag.embed.EmbeddingException}.
 */
public final class Rag implements AutoCloseable {

    private Rag() {}

    /**
     * Returns the index that belongs to a database: in PostgreSQL with the extension vector its own tables, else the file
     * {@code .forge/rag.duckdb}. Neither is created before something is indexed.
     *
     * @param folder the one in which {@code .forge} is
     * @param environment a variable's value by its name, null when it is not set: {@code FORGE_EMBEDDING_URL},
     *     {@code FORGE_EMBEDDING_MODEL}, {@code FORGE_EMBEDDING_KEY}
     */
    public static Rag open(DatabaseUrl database, Path folder, UnaryOperator<@Nullable String> environment) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Takes a text in. An earlier one of the same type and path goes; the same text changes nothing. */
    public Indexed index(SourceRequest request) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Finds chunks by meaning and by words.
     *
     * @param topK how many at most
     * @param threshold chunks of a lower relevance score are left out; null for none
     */
    public Retrieved retrieve(String query, int topK, @Nullable Double threshold, Filter filter) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the chunks of a source in their order; none where there is no such source. */
    public List<io.theforge.rag.store.Passage> passages(String sourceId) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns what is indexed. */
    public Sources sources() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Takes a source out. @return how many chunks it had, null where there is no such source */
    public @Nullable Integer delete(String sourceId) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {}
}
