package io.theforge.rag.agent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server as OpenAI's, which answers as badly as a test wants. */
final class FakeModel implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<JsonNode> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile String authorization = "";
    private volatile Function<Integer, Said> script;

    /** What it sends. @param hangs whether it never ends */
    record Said(int status, Map<String, String> headers, String body, boolean hangs) {
        static Said of(int status, String body) {
            return new Said(status, Map.of(), body, false);
        }

        Said with(String header, String value) {
            return new Said(status, Map.of(header, value), body, hangs);
        }

        Said hanging() {
            return new Said(status, headers, body, true);
        }
    }

    FakeModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        script = number -> text("ok");
    }

    private void answer(HttpExchange exchange) throws IOException {
        authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
        Said said = script.apply(asked.size());
        byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
        said.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(said.status(), bytes.length + (said.hangs() ? 1 : 0));
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
        if (said.hangs()) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.close();
    }

    /** Sends this whenever it is asked. */
    void says(Said said) {
        script = number -> said;
    }

    /** Sends these one after the other, the last one for good. */
    void says(Said... all) {
        asked.clear();
        script = number -> all[Math.min(number, all.length) - 1];
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Returns what it was asked. */
    List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    String authorization() {
        return authorization;
    }

    static Said text(String content) {
        return message(Map.of("role", "assistant", "content", content));
    }

    /** It wants a tool. @param arguments as it writes them */
    static Said call(String name, String arguments) {
        return calls(1, name, arguments);
    }

    static Said calls(int count, String name, String arguments) {
        List<Object> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(Map.of(
                    "id", "call_" + i, "type", "function", "function", Map.of("name", name, "arguments", arguments)));
        }
        return message(Map.of("role", "assistant", "tool_calls", calls));
    }

    private static Said message(Map<String, Object> message) {
        try {
            return Said.of(
                    200,
                    JSON.writeValueAsString(Map.of(
                            "id",
                            "1",
                            "object",
                            "chat.completion",
                            "choices",
                            List.of(Map.of("index", 0, "message", message, "finish_reason", "stop")),
                            "usage",
                            Map.of("prompt_tokens", 90, "completion_tokens", 10, "total_tokens", 100))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
