package io.theforge.cli.rag.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.result.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stack that indexes, retrieves and answers. What it answers beside what is needed is not looked at; ids may be texts or numbers. Each
 * call throws a {@link HostException} where it is not answered as it should be.
 */
public final class RagHost {
    private static final Duration SHORT_LIMIT = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final int EXPIRED = 410;

    private final HostClient client;
    private final Duration limit;
    private final Map<String, String> pathOfChunk = new HashMap<>();

    public RagHost(HostAddress address) {
        client = new HostClient(address);
        limit = address.limit();
    }

    /** Asks whether it is there. */
    public void checkHealth() throws InterruptedException {
        HostAnswer answer = client.answer(call("GET", "/health"));
        String status = answer.object().path("status").asText("");
        if (!status.equals("ok") && !status.equals("healthy")) {
            throw answer.unexpected("a status that is not ok");
        }
    }

    /** Returns what is in the index, whoever put it there. */
    public List<Source> sources() throws InterruptedException {
        HostAnswer answer = client.answer(call("GET", "/rag/sources"));
        List<Source> sources = new ArrayList<>();
        for (JsonNode each : list(answer, "sources")) {
            sources.add(new Source(
                    text(answer, each, "source_id"),
                    text(answer, each, "source_path"),
                    each.path("content_hash").asText(""),
                    each.path("chunk_count").asInt(-1)));
        }
        return sources;
    }

    /** Puts a document of Markdown into the index. @return how many pieces it has become */
    public int index(String sourcePath, String content) throws InterruptedException {
        HostAnswer answer = client.answer(new HostCall(
                "POST",
                "/rag/index",
                Json.object("source_type", "markdown", "source_path", sourcePath, "content", content),
                limit,
                true));
        text(answer, answer.object(), "source_id");
        JsonNode chunks = answer.object().path("chunks_created");
        boolean isUnchanged = answer.object().path("status").asText("").equals("unchanged");
        if (!chunks.canConvertToInt() || chunks.asInt() < 1 && !isUnchanged) {
            throw answer.unexpected("no chunks for a document that has text");
        }
        return chunks.asInt();
    }

    /** Returns the best pieces for a question, the best first. @param most at most 50 */
    public List<Chunk> retrieve(String query, int most) throws InterruptedException {
        HostAnswer answer = client.answer(
                new HostCall("POST", "/rag/retrieve", Json.object("query", query, "top_k", most), limit, true));
        List<Chunk> chunks = new ArrayList<>();
        for (JsonNode each : list(answer, "results")) {
            Chunk chunk = new Chunk(
                    each.path("chunk_id").asText(""),
                    text(answer, each, "source_path"),
                    each.path("content").asText(""));
            chunks.add(chunk);
            pathOfChunk.put(chunk.id(), chunk.sourcePath());
        }
        return chunks;
    }

    /** Takes a source out of the index; one that is not there any more is no mistake. */
    public void remove(Source source) throws InterruptedException {
        HostAnswer answer = client.answer(call("DELETE", "/rag/sources/" + segment(source.id())));
        if (!answer.isGood() && answer.status() != NOT_FOUND) {
            throw answer.refusal();
        }
    }

    /** Begins a conversation. @return its id */
    public String openSession() throws InterruptedException {
        HostAnswer answer = client.answer(
                new HostCall("POST", "/agents/sessions", Json.object("agent_type", "rag_assistant"), limit, false));
        return text(answer, answer.object(), "session_id");
    }

    /** Asks for a conversation that has begun. */
    public void checkSession(String session) throws InterruptedException {
        HostAnswer answer = client.answer(call("GET", "/agents/sessions/" + segment(session)));
        text(answer, answer.object(), "session_id");
    }

    /** Asks a question. @return null where the conversation is over: then nothing has been answered */
    public @Nullable Reply chat(String session, String message) throws InterruptedException {
        HostAnswer answer = client.answer(new HostCall(
                "POST",
                "/agents/sessions/" + segment(session) + "/chat",
                Json.object("message", message, "stream", false),
                limit,
                false));
        if (answer.status() == EXPIRED) {
            return null;
        }
        JsonNode object = answer.object();
        JsonNode said = object.path("message");
        boolean isPending = object.path("pending_approval").asBoolean(false);
        if (!said.isTextual() && !isPending) {
            throw answer.unexpected("no message");
        }
        return Citations.read(said.asText(""), object.path("citations"), pathOfChunk);
    }

    /** Ends a conversation; one that is over already is no mistake. */
    public void endSession(String session) throws InterruptedException {
        HostAnswer answer = client.answer(call("DELETE", "/agents/sessions/" + segment(session)));
        if (!answer.isGood() && answer.status() != NOT_FOUND && answer.status() != EXPIRED) {
            throw answer.refusal();
        }
    }

    private HostCall call(String method, String path) {
        return new HostCall(method, path, null, limit.compareTo(SHORT_LIMIT) < 0 ? limit : SHORT_LIMIT, true);
    }

    private static JsonNode list(HostAnswer answer, String name) {
        JsonNode list = answer.object().path(name);
        if (!list.isArray()) {
            throw answer.unexpected("no list of " + name);
        }
        return list;
    }

    private static String text(HostAnswer answer, JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isValueNode() || value.isNull() || value.asText().isEmpty()) {
            throw answer.unexpected("no " + name);
        }
        return value.asText();
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
