package io.theforge.cli.rag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.theforge.cli.result.Json;
import io.theforge.documents.DocumentSet;
import io.theforge.documents.Question;
import io.theforge.documents.Question.Evidence;
import io.theforge.documents.question.QuestionSet;
import io.theforge.plan.Plan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The host application's interface as it really answers: unknown fields refused, plain details as problems, fields that no contract names, no
 * {@code citations}, sessions that answer after their end. It knows the right answers, and what else it does wrong is its {@link Quirk}s.
 */
final class HostStub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // or each answer waits 40 ms for the client's system to confirm its first half
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "/rag/index", Set.of("source_type", "source_path", "content", "metadata"),
            "/rag/retrieve", Set.of("query", "top_k", "similarity_threshold", "filters"),
            "/agents/sessions", Set.of("agent_type", "initial_context"),
            "/chat", Set.of("message", "stream"));

    private final HttpServer server;
    private final Set<Quirk> quirks;
    private final Map<String, Question> questions;
    private final @Nullable String token;
    private final Map<Integer, Indexed> sources = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger(7);
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<String> expired = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch firstChat = new CountDownLatch(1);

    private record Indexed(String path, String content) {}

    private record Answer(int status, Map<String, Object> body) {}

    /** An answer without right form. */
    private static final class Spoken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Answer answer;

        Spoken(int status, Map<String, Object> body) {
            answer = new Answer(status, body);
        }
    }

    private HostStub(HttpServer server, Map<String, Question> questions, @Nullable String token, Set<Quirk> quirks) {
        this.server = server;
        this.questions = questions;
        this.token = token;
        this.quirks = quirks;
        sources.put(3, new Indexed("handbook/first-aid.md", "Call 112.\n\nThen wait."));
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    /** One that knows the answers about a dataset. */
    static HostStub of(Plan plan, @Nullable String token, Quirk... quirks) throws IOException {
        return new HostStub(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                answers(plan),
                token,
                Set.of(quirks));
    }

    /** One whose certificate nobody trusts. */
    static HostStub secured(SSLContext untrusted) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(untrusted));
        return new HostStub(server, Map.of(), null, Set.of());
    }

    private static Map<String, Question> answers(Plan plan) {
        return QuestionSet.of(DocumentSet.of(plan, 200, 2)).questions().stream()
                .collect(Collectors.toMap(Question::question, question -> question));
    }

    String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort();
    }

    /** Paths of all that is indexed. */
    List<String> indexed() {
        return sources.values().stream().map(Indexed::path).sorted().toList();
    }

    void keep(String path) {
        sources.put(ids.incrementAndGet(), new Indexed(path, "Kept."));
    }

    int requests() {
        return requests.get();
    }

    void awaitFirstChat() throws InterruptedException {
        firstChat.await();
    }

    private void handle(HttpExchange exchange) throws IOException {
        int number = requests.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (quirks.contains(Quirk.REDIRECTS)) {
                exchange.getResponseHeaders().set("Location", "http://elsewhere.example/health?secret=1");
                send(exchange, 307, "");
            } else if (quirks.contains(Quirk.ANSWERS_HTML)) {
                send(exchange, 200, "<!doctype html><title>Welcome</title>");
            } else if (quirks.contains(Quirk.BUSY) || quirks.contains(Quirk.BUSY_ONCE) && number % 2 == 1) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                send(exchange, 429, Json.write(Map.of("detail", "slow down")));
            } else if (quirks.contains(Quirk.CLOSES_SILENTLY) && number % 2 == 0) {
                exchange.close();
            } else if (quirks.contains(Quirk.ENDLESS)) {
                endless(exchange);
            } else {
                Answer answer = answer(exchange, body);
                send(exchange, answer.status(), answer.status() == 204 ? "" : Json.write(answer.body()));
            }
        } catch (Spoken e) {
            send(exchange, e.answer.status(), Json.write(e.answer.body()));
        } finally {
            exchange.close();
        }
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try {
            while (true) {
                exchange.getResponseBody().write(blanks);
            }
        } catch (IOException theReaderHasHadEnough) {
            return;
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", body.startsWith("<") ? "text/html" : "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Answer answer(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " "
                + path.replaceFirst("^(/rag/sources|/agents/sessions)/[^/]+", "$1/ID");
        if (call.equals("GET /health")) {
            return new Answer(200, Json.object("status", "ok", "database", null));
        }
        String sent = exchange.getRequestHeaders().getFirst("Authorization");
        if (token != null && !("Bearer " + token).equals(sent)) {
            throw new Spoken(401, Map.of("detail", "wrong token: " + sent));
        }
        String last = path.replaceFirst("^.*/", "");
        return switch (call) {
            case "GET /rag/sources" -> listed();
            case "POST /rag/index" -> index(fields("/rag/index", body));
            case "POST /rag/retrieve" -> retrieve(fields("/rag/retrieve", body));
            case "DELETE /rag/sources/ID" -> remove(Integer.parseInt(last));
            case "POST /agents/sessions" -> session(fields("/agents/sessions", body), "s " + ids.incrementAndGet());
            case "GET /agents/sessions/ID" -> session(JSON.createObjectNode(), last);
            case "DELETE /agents/sessions/ID" -> new Answer(204, Map.of());
            case "POST /agents/sessions/ID/chat" ->
                chat(path.split("/")[3], fields("/chat", body).path("message").asText(), exchange);
            default -> new Answer(404, Map.of("detail", "Not Found"));
        };
    }

    private static JsonNode fields(String of, String body) {
        try {
            JsonNode object = JSON.readTree(body);
            object.fieldNames().forEachRemaining(name -> {
                if (!Objects.requireNonNull(FIELDS.get(of)).contains(name)) {
                    throw new Spoken(422, Json.object("title", "Validation", "detail", "extra: " + name, "code", 1));
                }
            });
            return object;
        } catch (JsonProcessingException e) {
            throw new Spoken(400, Map.of("detail", "malformed"));
        }
    }

    private Answer listed() {
        List<Map<String, Object>> list = new ArrayList<>();
        sources.forEach((id, source) -> list.add(Json.object(
                "source_id",
                id,
                "source_type",
                "markdown",
                "source_path",
                source.path(),
                "chunk_count",
                chunks(source).length,
                "content_hash",
                Integer.toHexString(source.content().hashCode()),
                "metadata",
                null)));
        return new Answer(200, Json.object("sources", list, "total_sources", list.size(), "total_chunks", 1));
    }

    private static String[] chunks(Indexed source) {
        return source.content().split("\n\n");
    }

    private Answer index(JsonNode body) {
        if (quirks.contains(Quirk.ERROR_INSIDE_200)) {
            return new Answer(200, Map.of("error", "the model has not been loaded"));
        }
        if (quirks.contains(Quirk.LOSES_OTHERS)) {
            sources.remove(3);
        }
        Indexed source = new Indexed(
                body.path("source_path").asText(), body.path("content").asText());
        int id = ids.incrementAndGet();
        sources.put(id, source);
        return new Answer(
                201,
                Json.object(
                        "source_id",
                        id,
                        "chunks_created",
                        quirks.contains(Quirk.NO_CHUNKS) ? 0 : chunks(source).length,
                        "status",
                        "indexed",
                        "embedder",
                        "none"));
    }

    private Answer remove(int id) {
        if (quirks.contains(Quirk.KEEPS_SOURCES)) {
            return new Answer(500, Json.object("title", "Internal", "status", 500, "detail", "locked"));
        }
        return sources.remove(id) == null
                ? new Answer(404, Map.of("detail", "Not Found"))
                : new Answer(200, Json.object("source_id", id, "status", "deleted"));
    }

    private Answer retrieve(JsonNode body) {
        List<Map<String, Object>> results = new ArrayList<>();
        Question question = questions.get(body.path("query").asText());
        for (Evidence evidence : question == null ? List.<Evidence>of() : question.evidence()) {
            sources.forEach((id, source) -> results.addAll(found(id, source, evidence)));
        }
        if (quirks.contains(Quirk.FINDS_NOTHING)) {
            results.clear();
        }
        results.add(0, result(3, 0, new Indexed("handbook/first-aid.md", "Call 112."), "Call 112."));
        return new Answer(
                200,
                Json.object(
                        "results",
                        results.stream().limit(body.path("top_k").asInt()).toList()));
    }

    /** The paragraphs of a source that have a piece of evidence in them. */
    private static List<Map<String, Object>> found(int id, Indexed source, Evidence evidence) {
        List<Map<String, Object>> found = new ArrayList<>();
        if (!source.path().endsWith("/" + evidence.document())) {
            return found;
        }
        int at = 0;
        for (String chunk : chunks(source)) {
            int begin = source.content().indexOf(chunk, at);
            int end = begin + chunk.length();
            int from = source.content().offsetByCodePoints(0, evidence.start());
            int to = source.content().offsetByCodePoints(0, evidence.end());
            if (from < end && begin < to) {
                found.add(result(id, found.size(), source, "Section of " + source.path() + "\n" + chunk));
            }
            at = end;
        }
        return found;
    }

    private static Map<String, Object> result(int id, int number, Indexed source, String content) {
        return Json.object(
                "chunk_id",
                id * 1000 + number,
                "source_id",
                id,
                "source_path",
                source.path(),
                "content",
                content.replace("\n", "\r\n "),
                "relevance_score",
                0.9);
    }

    private Answer session(JsonNode body, String id) {
        if (quirks.contains(Quirk.NO_AGENTS)) {
            return new Answer(
                    503, Json.object("detail", "agents are not part of this", "remedy", "start it with agents"));
        }
        return new Answer(
                body.isEmpty() ? 200 : 201, Json.object("session_id", id, "status", "active", "expires_at", null));
    }

    private Answer chat(String session, String message, HttpExchange exchange) {
        firstChat.countDown();
        boolean isFirst = expired.add(message);
        if (quirks.contains(Quirk.EXPIRES) || quirks.contains(Quirk.EXPIRES_ONCE) && isFirst) {
            return new Answer(410, Map.of("detail", "Session expired"));
        }
        if (quirks.contains(Quirk.DIES_IN_CHAT)) {
            exchange.close();
        }
        if (quirks.contains(Quirk.GOES_AWAY)) {
            server.stop(0);
        }
        if (quirks.contains(Quirk.HANGS_IN_CHAT)) {
            awaitClose();
        }
        Question question = Objects.requireNonNull(questions.get(message), message);
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("session_id", session);
        reply.put("message", message(question));
        if (quirks.contains(Quirk.CITATIONS_AS_OBJECTS)) {
            reply.put(
                    "citations",
                    cited(question).stream()
                            .map(path -> Json.object("source_path", path, "chunk_id", 12, "score", 1))
                            .toList());
        }
        reply.put("tool_calls", List.of());
        reply.put("pending_approval", false);
        return new Answer(200, reply);
    }

    private String message(Question question) {
        if (question.type().equals("unanswerable")) {
            return "The documents do not say.";
        }
        String answer = question.type().equals("ambiguous") ? "Which " + question.answer() + "?" : question.answer();
        boolean isCiting = !quirks.contains(Quirk.NO_CITATIONS) && !quirks.contains(Quirk.CITATIONS_AS_OBJECTS);
        return isCiting
                ? answer
                        + cited(question).stream()
                                .map(path -> " [" + path + ":12]")
                                .collect(Collectors.joining())
                : answer;
    }

    private List<String> cited(Question question) {
        if (quirks.contains(Quirk.CITES_STRANGERS)) {
            return List.of("handbook/first-aid.md", "forge-rag-agent/00000000-11111111/policies/returns.md");
        }
        return sources.values().stream()
                .map(Indexed::path)
                .filter(path -> question.evidence().stream().anyMatch(each -> path.endsWith("/" + each.document())))
                .toList();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
