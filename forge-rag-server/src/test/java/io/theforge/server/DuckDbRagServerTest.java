package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The index is a file. */
class DuckDbRagServerTest extends RagServerContract {
    private static final String BODY =
            "{\"source_type\": \"markdown\", \"source_path\": \"a.md\", \"content\": \"# A\\n\\nText.\"}";

    @Override
    String url() {
        return "duckdb:shop.duckdb";
    }

    @Test
    void inProductionNothingIsWritten() throws Exception {
        try (Served production = Served.in(folder, Map.of("APP_ENV", "production"), "--rag")) {
            assertThat(production.post("/rag/index", BODY).status()).isEqualTo(403);
            assertThat(production
                            .call("DELETE", "/rag/sources/x", null, "Authorization", "Bearer " + production.token)
                            .status())
                    .isEqualTo(403);
            assertThat(production.get("/rag/sources").status()).isEqualTo(200);
            assertThat(folder.resolve(".forge/rag.duckdb")).doesNotExist();
        }
    }

    @Test
    void anEndpointThatDoesNotEmbedIsABadGateway() throws Exception {
        Map<String, String> environment = Map.of(
                "FORGE_EMBEDDING_URL", "http://127.0.0.1:1/v1",
                "FORGE_EMBEDDING_MODEL", "some-model",
                "FORGE_EMBEDDING_KEY", "s3cret-key");
        try (Served elsewhere = Served.in(folder, environment, "--rag")) {
            Reply reply = elsewhere.post("/rag/index", BODY);
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.text()).contains("127.0.0.1").doesNotContain("s3cret");
            assertThat(elsewhere.err()).doesNotContain("s3cret");
        }
    }

    @Test
    void withoutTheFlagItSaysHowItIsStarted() throws Exception {
        try (Served plain = Served.in(folder)) {
            Reply reply = plain.get("/rag/sources");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.json().path("remedy").asText()).isEqualTo("start it as ./forge serve --rag");
        }
    }
}
