package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code forge serve --rag} with a language model, as the environment names it. */
class ModelServerTest {
    private static final String KEY = "s3cret-key";

    @TempDir
    Path folder;

    private static Map<String, String> environment(String url) {
        return Map.of("FORGE_LLM_URL", url, "FORGE_LLM_MODEL", "some-model", "FORGE_LLM_KEY", KEY);
    }

    private static Reply ask(Served server) throws Exception {
        String session = server.call("POST", "/agents/sessions", "{\"agent_type\": \"rag_assistant\"}")
                .json()
                .path("session_id")
                .asText();
        return server.call("POST", "/agents/sessions/" + session + "/chat", "{\"message\": \"a private question\"}");
    }

    @Test
    void itAnswersFromWhatIsIndexed() throws Exception {
        byte[] answer =
                ("{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": \"Within 30 days [P1].\"}}],"
                                + " \"usage\": {\"total_tokens\": 12}}")
                        .getBytes(StandardCharsets.UTF_8);
        HttpServer model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        model.createContext("/v1/chat/completions", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        model.start();
        String url = "http://127.0.0.1:" + model.getAddress().getPort() + "/v1";
        try (Served server = Served.in(folder, environment(url), "--rag", "--log-format", "json", "--verbose")) {
            server.post(
                    "/rag/index",
                    "{\"source_type\": \"markdown\", \"source_path\": \"a.md\", \"content\": \"# A\\n\\nReturn it within 30 days.\"}");
            Reply reply = ask(server);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            assertThat(reply.json().path("message").asText()).matches("Within 30 days \\[a\\.md:[0-9a-f]{32}]\\.");
            assertThat(reply.json().at("/citations/0/start").isInt()).isTrue();
            assertThat(reply.json().path("tokens_used").asInt()).isEqualTo(12);
            assertThat(server.err()).doesNotContain(KEY).doesNotContain("private question");
        } finally {
            model.stop(0);
        }
    }

    @Test
    void oneThatIsNotThereIsABadGateway() throws Exception {
        try (Served server = Served.in(
                folder,
                environment("http://127.0.0.1:1/v1"),
                "--rag",
                "--audit-log",
                "audit.jsonl",
                "--log-format",
                "json")) {
            Reply reply = ask(server);
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.code()).isEqualTo("model");
            assertThat(reply.json().path("remedy").asText()).contains("FORGE_LLM_URL");
            assertThat(reply.text() + server.err() + Files.readString(folder.resolve("audit.jsonl")))
                    .doesNotContain(KEY)
                    .doesNotContain("private question");
        }
    }
}
