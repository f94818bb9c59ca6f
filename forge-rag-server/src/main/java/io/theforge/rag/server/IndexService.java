package io.theforge.rag.server;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.cli.result.Json;
import io.theforge.rag.Hit;
import io.theforge.rag.Indexed;
import io.theforge.rag.Rag;
import io.theforge.rag.Retrieved;
import io.theforge.rag.SourceRequest;
import io.theforge.rag.Sources;
import io.theforge.rag.store.Filter;
import io.theforge.rag.store.Passage;
import io.theforge.rag.store.Source;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Problem;
import io.theforge.server.rag.AgentService;
import io.theforge.server.rag.RagService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Requests become calls of the index, and its results become JSON. */
final class IndexService implements RagService {
    private static final int USUAL_TOP_K = 5;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Rag rag;
    private final ChatService chats;

    IndexService(Rag rag, ChatService chats) {
        this.rag = rag;
        this.chats = chats;
    }

    @Override
    public Answer index(Call call) throws Exception {
        String path = Objects.requireNonNull(call.text("source_path"));
        String content = call.text("content");
        if (content == null) {
            throw Problem.of(
                            404,
                            "no_content",
                            "no content was sent for " + path + ", and this server reads no files that a request names",
                            "send the text as \"content\"")
                    .asException();
        }
        SourceRequest request = new SourceRequest(
                Objects.requireNonNull(call.text("source_type")),
                path,
                content,
                fields(call.body().get("metadata")));
        Indexed indexed = ModelFailures.asProblems(() -> rag.index(request));
        return Answer.json(
                201,
                Json.object(
                        "source_id", indexed.sourceId(),
                        "source_path", indexed.sourcePath(),
                        "chunks_created", indexed.chunksCreated(),
                        "tokens_processed", indexed.tokensProcessed(),
                        "duration_ms", indexed.durationMs(),
                        "status", indexed.status().word()));
    }

    @Override
    public Answer retrieve(Call call) throws Exception {
        Long topK = call.whole("top_k");
        Filter filter = filter(call.body().get("filters"));
        Retrieved retrieved = ModelFailures.asProblems(() -> rag.retrieve(
                Objects.requireNonNull(call.text("query")),
                topK == null ? USUAL_TOP_K : Math.toIntExact(topK),
                call.number("similarity_threshold"),
                filter));
        return Answer.json(Json.object(
                "results", retrieved.results().stream().map(IndexService::json).toList(),
                "query_embedding_time_ms", retrieved.queryEmbeddingTimeMs(),
                "search_time_ms", retrieved.searchTimeMs(),
                "total_chunks_searched", retrieved.totalChunksSearched()));
    }

    @Override
    public Answer sources(Call call) {
        Sources sources = rag.sources();
        return Answer.json(Json.object(
                "sources", sources.sources().stream().map(IndexService::json).toList(),
                "total_sources", sources.totalSources(),
                "total_chunks", sources.totalChunks()));
    }

    @Override
    public Answer delete(Call call) {
        String id = call.path("source_id");
        Integer chunks = rag.delete(id);
        if (chunks == null) {
            throw Problem.of(404, "not_found", "there is no source " + id, "see GET /rag/sources")
                    .asException();
        }
        return Answer.json(Json.object("source_id", id, "chunks_deleted", chunks, "status", "deleted"));
    }

    @Override
    public AgentService agents() {
        return chats;
    }

    private static Map<String, Object> json(Hit hit) {
        Passage passage = hit.passage();
        return Json.object(
                "chunk_id", passage.chunkId(),
                "source_id", passage.sourceId(),
                "source_path", passage.sourcePath(),
                "source_type", passage.sourceType(),
                "content", passage.content(),
                "relevance_score", hit.relevanceScore(),
                "metadata", passage.metadata());
    }

    private static Map<String, Object> json(Source source) {
        return Json.object(
                "source_id", source.sourceId(),
                "source_type", source.sourceType(),
                "source_path", source.sourcePath(),
                "chunk_count", source.chunkCount(),
                "content_hash", source.contentHash(),
                "indexed_at", source.indexedAt().toString(),
                "metadata", source.metadata());
    }

    private static Filter filter(@Nullable JsonNode filters) {
        if (filters == null || filters.isNull()) {
            return Filter.NONE;
        }
        return new Filter(
                filters.path("source_type").textValue(),
                Objects.requireNonNullElse(filters.path("source_path").textValue(), ""));
    }

    private static Map<String, Object> fields(@Nullable JsonNode metadata) {
        return metadata == null || metadata.isNull()
                ? Map.of()
                : JSON.convertValue(metadata, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    @Override
    public void close() {
        chats.close();
        rag.close();
    }
}
