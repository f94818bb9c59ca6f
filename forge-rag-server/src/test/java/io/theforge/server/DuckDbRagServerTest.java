package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
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
    void whatIsIndexedAndRemovedIsInTheAuditLog() throws Exception {
        try (Served audited = Served.in(folder, "--rag", "--audit-log", "audit.jsonl", "--log-format", "json")) {
            String id =
                    audited.post("/rag/index", BODY).json().path("source_id").asText();
            audited.post("/rag/index", BODY);
            audited.delete("/rag/sources/" + id, null);
            audited.delete("/rag/sources/none", null);
            audited.call("POST", "/rag/retrieve", "{\"query\": \"text\"}");
            List<String> lines = Files.readAllLines(folder.resolve("audit.jsonl")).stream()
                    .filter(line -> line.contains("rag-"))
                    .toList();
            assertThat(lines).hasSize(8).allMatch(line -> line.contains("\"client\":\"127.0.0.1\""));
            assertThat(lines.get(0))
                    .contains("\"operation\":\"rag-index\"")
                    .contains("\"parameters\":{\"source_type\":\"markdown\",\"source_path\":\"a.md\"}");
            assertThat(lines.get(1)).contains("\"outcome\":\"completed\"").contains("\"chunks_created\":1");
            assertThat(lines.get(3)).contains("\"outcome\":\"unchanged\"");
            assertThat(lines.get(4)).contains("\"parameters\":{\"source_id\":\"" + id + "\"}");
            assertThat(lines.get(5)).contains("\"outcome\":\"completed\"").contains("\"chunks_deleted\":1");
            assertThat(lines.get(7)).contains("\"outcome\":\"failed\"").contains("\"code\":\"not_found\"");
            assertThat(audited.err()).contains("forge.rag_index.completed");
            assertThat(String.join("", lines) + audited.err())
                    .doesNotContain("Text.")
                    .doesNotContain(audited.token);
            assertThat(audited.get("/metrics").text())
                    .contains("forge_operations_seconds_count{operation=\"rag-index\",outcome=\"unchanged\"} 1")
                    .contains("forge_operations_seconds_count{operation=\"rag-delete\",outcome=\"failed\"} 1")
                    .contains("path=\"/rag/retrieve\",status=\"200\"");
        }
    }

    @Test
    void nothingIsIndexedWithoutARecord() throws Exception {
        try (Served audited = Served.in(folder, "--rag", "--audit-log", "audit.jsonl")) {
            Files.delete(folder.resolve("audit.jsonl"));
            Files.createDirectory(folder.resolve("audit.jsonl"));
            assertThat(audited.post("/rag/index", BODY).status()).isEqualTo(409);
            assertThat(audited.get("/rag/sources").json().path("total_sources").asInt())
                    .isZero();
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
