package io.theforge.rag.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.theforge.config.model.ConfigException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An endpoint that embeds, and what it may do wrong. */
class EmbeddingEndpointTest {
    private static final String KEY = "s3cret-key";
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile String asked = "";
    private volatile String authorization = "";
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean hangs;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/embeddings", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(status, hangs ? bytes.length + 1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            if (hangs) {
                exchange.getResponseBody().flush();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            exchange.close();
        });
        server.setExecutor(command -> new Thread(command).start());
        server.start();
    }

    @AfterEach
    void end() {
        end.countDown();
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private Embedder endpoint() {
        return EmbeddingSettings.embedder(Map.of(
                "FORGE_EMBEDDING_URL", url(), "FORGE_EMBEDDING_MODEL", "some-model", "FORGE_EMBEDDING_KEY", KEY)::get);
    }

    @Test
    void itSendsModelTextsAndKeyAndTakesTheVectorsInTheirOrder() throws Exception {
        answer = "{\"data\": [{\"index\": 1, \"embedding\": [0, 2]}, {\"index\": 0, \"embedding\": [3, 4]}]}";
        List<float[]> vectors = endpoint().embed(List.of("a", "b"));
        assertThat(vectors.get(0)[0]).isCloseTo(0.6f, within(1e-6f));
        assertThat(vectors.get(1)).containsExactly(0, 1);
        assertThat(new ObjectMapper().readTree(asked))
                .isEqualTo(new ObjectMapper().readTree("{\"model\": \"some-model\", \"input\": [\"a\", \"b\"]}"));
        assertThat(authorization).isEqualTo("Bearer " + KEY);
        assertThat(endpoint().model()).isEqualTo("some-model");
    }

    @Test
    void whateverItAnswersWronglyIsOneSentenceWithoutTheKey() {
        for (String wrong : List.of(
                "",
                "<html>",
                "{}",
                "[]",
                "null",
                "{\"error\": \"" + KEY + "\"}",
                "{\"data\": []}",
                "{\"data\": [{}]}",
                "{\"data\": [{\"embedding\": \"AAAA\"}]}",
                "{\"data\": [{\"embedding\": [0, 0]}]}",
                "{\"data\": [{\"embedding\": [1, null]}]}",
                "{\"data\": [{\"index\": 7, \"embedding\": [1]}]}")) {
            answer = wrong;
            assertFails(endpoint());
        }
        for (int wrong : new int[] {201, 301, 302, 307, 400, 401, 404, 429, 500, 503}) {
            status = wrong;
            assertFails(endpoint());
        }
    }

    private static void assertFails(Embedder endpoint) {
        assertThatThrownBy(() -> endpoint.embed(List.of("a")))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageStartingWith("the embedding endpoint 127.0.0.1 cannot be used: ")
                .hasMessageNotContaining(KEY)
                .hasMessageNotContaining("\n");
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() {
        hangs = true;
        answer = "{\"data\": [";
        assertThatThrownBy(
                        () -> new EmbeddingEndpoint(URI.create(url() + "/embeddings"), "m", KEY, Duration.ofMillis(300))
                                .embed(List.of("a")))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContaining("has not answered within");
    }

    @Test
    void nobodyThereIsSaid() {
        server.stop(0);
        assertFails(endpoint());
    }

    @Test
    void aKeyThatNoHeaderHoldsIsNotRepeated() {
        Embedder endpoint = EmbeddingSettings.embedder(Map.of(
                "FORGE_EMBEDDING_URL", url(), "FORGE_EMBEDDING_MODEL", "m", "FORGE_EMBEDDING_KEY", KEY + "\n")::get);
        assertFails(endpoint);
    }

    @Test
    void variablesThatNameNoEndpointAreRefused() {
        for (Map<String, String> wrong : List.of(
                Map.of("FORGE_EMBEDDING_MODEL", "m"),
                Map.of("FORGE_EMBEDDING_KEY", KEY),
                Map.of("FORGE_EMBEDDING_URL", "http://localhost/v1"),
                Map.of("FORGE_EMBEDDING_URL", "localhost:1", "FORGE_EMBEDDING_MODEL", "m"),
                Map.of("FORGE_EMBEDDING_URL", "http://me:" + KEY + "@localhost/v1", "FORGE_EMBEDDING_MODEL", "m"),
                Map.of("FORGE_EMBEDDING_URL", "ftp://localhost/v1", "FORGE_EMBEDDING_MODEL", "m"),
                Map.of("FORGE_EMBEDDING_URL", "http://", "FORGE_EMBEDDING_MODEL", "m"))) {
            assertThatThrownBy(() -> EmbeddingSettings.embedder(wrong::get))
                    .as(wrong.toString())
                    .isInstanceOf(ConfigException.class)
                    .hasMessageNotContaining(KEY);
        }
    }
}
