package io.theforge.rag;

import io.theforge.database.DatabaseUrl;
import io.theforge.rag.embed.Embedder;
import io.theforge.rag.embed.EmbeddingSettings;
import io.theforge.rag.find.Finder;
import io.theforge.rag.store.ChunkStore;
import io.theforge.rag.store.ChunkStores;
import io.theforge.rag.store.Filter;
import io.theforge.rag.store.Passage;
import io.theforge.rag.store.Source;
import io.theforge.rag.text.Chunk;
import io.theforge.rag.text.Chunks;
import io.theforge.rag.text.FrontMatter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An index over texts. Many may use it at once. Every method fails with a {@link io.theforge.database.report.DatabaseException} when
 * the index cannot be reached, and those that embed with an {@link io.theforge.rag.embed.EmbeddingException}.
 */
public final class Rag implements AutoCloseable {
    private final Supplier<ChunkStore> choice;
    private final Embedder embedder;
    private @Nullable ChunkStore store;

    private Rag(Supplier<ChunkStore> choice, Embedder embedder) {
        this.choice = choice;
        this.embedder = embedder;
    }

    /**
     * Returns the index that belongs to a database: in PostgreSQL with the extension vector its own tables, else the file
     * {@code .forge/rag.duckdb}. Neither is created before something is indexed, and nothing is asked before the first call.
     *
     * @param folder the one in which {@code .forge} is
     * @param environment a variable's value by its name, null when it is not set: {@code FORGE_EMBEDDING_URL},
     *     {@code FORGE_EMBEDDING_MODEL}, {@code FORGE_EMBEDDING_KEY}
     * @throws io.theforge.config.model.ConfigException when these do not name an endpoint
     */
    public static Rag open(DatabaseUrl database, Path folder, UnaryOperator<@Nullable String> environment) {
        Embedder embedder = EmbeddingSettings.embedder(environment);
        Path file = folder.resolve(".forge").resolve("rag.duckdb");
        return new Rag(() -> ChunkStores.of(database, file, embedder.model()), embedder);
    }

    private synchronized ChunkStore store() {
        if (store == null) {
            store = choice.get();
        }
        return store;
    }

    /** Takes a text in. An earlier one of the same type and path goes; the same text with the same metadata changes nothing. */
    public Indexed index(SourceRequest request) {
        long begun = System.nanoTime();
        Map<String, Object> metadata = new LinkedHashMap<>(request.metadata());
        boolean openApi = request.sourceType().equals(SourceRequest.OPENAPI);
        Map<String, String> frontMatter = openApi ? Map.of() : FrontMatter.of(request.content());
        if (!frontMatter.isEmpty()) {
            metadata.putIfAbsent("front_matter", frontMatter);
        }
        String hash = hash(request.content());
        Source before = store().source(request.sourceType(), request.sourcePath());
        if (before != null
                && before.contentHash().equals(hash)
                && before.metadata().equals(metadata)) {
            return new Indexed(
                    before.sourceId(), request.sourcePath(), 0, 0, millisSince(begun), Indexed.Status.UNCHANGED);
        }
        List<Chunk> chunks = openApi ? Chunks.ofOpenApi(request.content()) : Chunks.ofMarkdown(request.content());
        List<float[]> vectors =
                embedder.embed(chunks.stream().map(Chunk::embedded).toList());
        String id = store().put(
                        new ChunkStore.NewSource(request.sourceType(), request.sourcePath(), hash, metadata),
                        chunks,
                        vectors);
        return new Indexed(
                id,
                request.sourcePath(),
                chunks.size(),
                chunks.stream().mapToLong(Chunk::tokens).sum(),
                millisSince(begun),
                before == null ? Indexed.Status.INDEXED : Indexed.Status.UPDATED);
    }

    /**
     * Finds chunks by meaning and by words.
     *
     * @param topK how many at most
     * @param threshold chunks of a lower relevance score are left out; null for none
     */
    public Retrieved retrieve(String query, int topK, @Nullable Double threshold, Filter filter) {
        long begun = System.nanoTime();
        float[] vector = embedder.embed(List.of(query)).get(0);
        double embeddedMs = millisSince(begun);
        begun = System.nanoTime();
        record Found(List<Finder.Scored> best, long total) {}
        Found found =
                store().look(filter, vector, lookup -> new Found(Finder.best(lookup, query, topK), lookup.total()));
        List<Hit> hits = found == null
                ? List.of()
                : found.best.stream()
                        .map(each -> new Hit(each.passage(), Math.min(1, Math.max(0, each.cosine())), each.wordScore()))
                        .filter(hit -> threshold == null || hit.relevanceScore() >= threshold)
                        .toList();
        return new Retrieved(hits, embeddedMs, millisSince(begun), found == null ? 0 : found.total);
    }

    /** Returns the chunks of a source in their order; none where there is no such source. */
    public List<Passage> passages(String sourceId) {
        return store().passages(sourceId);
    }

    /** Returns what is indexed. */
    public Sources sources() {
        List<Source> sources = store().sources();
        return new Sources(
                sources,
                sources.size(),
                sources.stream().mapToLong(Source::chunkCount).sum());
    }

    /** Takes a source out. @return how many chunks it had, null where there is no such source */
    public @Nullable Integer delete(String sourceId) {
        return store().delete(sourceId);
    }

    private static String hash(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double millisSince(long nanos) {
        return Math.round((System.nanoTime() - nanos) / 1e4) / 1e2;
    }

    @Override
    public synchronized void close() {
        embedder.close();
        if (store != null) {
            store.close();
        }
    }
}
