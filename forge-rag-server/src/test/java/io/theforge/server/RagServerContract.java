package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code forge serve --rag} answers about documents; each answer fits the OpenAPI document. */
abstract class RagServerContract {
    private static final String TEXT = "# Returns\\n\\nGoods may be returned within 30 days.\\n";

    @TempDir
    Path folder;

    private Served server;

    abstract String url() throws Exception;

    @BeforeEach
    void serve() throws Exception {
        server = Served.in(folder, "--rag", "--database", url());
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    private Reply index(String path, String text) throws Exception {
        return server.post(
                "/rag/index",
                "{\"source_type\": \"markdown\", \"source_path\": \"" + path + "\", \"content\": \"" + text
                        + "\", \"metadata\": {\"run\": 7}}");
    }

    private JsonNode retrieve(String body) throws Exception {
        // it is read, which takes no token on this machine
        Reply reply = server.call("POST", "/rag/retrieve", body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    @Test
    void aTextIsIndexedFoundListedAndRemoved() throws Exception {
        Reply first = index("a/returns.md", TEXT);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("status").asText()).isEqualTo("indexed");
        assertThat(first.json().path("chunks_created").asInt()).isEqualTo(1);
        assertThat(index("a/returns.md", TEXT).json().path("status").asText()).isEqualTo("unchanged");
        assertThat(index("a/returns.md", TEXT + "More.").json().path("status").asText())
                .isEqualTo("updated");
        index("b/hours.md", "# Hours\\n\\nWe open at 8.\\n");

        JsonNode found = retrieve("{\"query\": \"How long can goods be returned?\"}");
        JsonNode best = found.path("results").get(0);
        assertThat(best.path("source_path").asText()).isEqualTo("a/returns.md");
        assertThat(best.path("content").asText()).contains("within 30 days").contains("More.");
        assertThat(best.path("metadata").path("run").asInt()).isEqualTo(7);
        assertThat(best.path("metadata").path("start").isInt()).isTrue();
        assertThat(found.path("total_chunks_searched").asInt()).isEqualTo(2);
        assertThat(retrieve("{\"query\": \"goods\", \"filters\": {\"source_path\": \"b/\"}, \"top_k\": 50}")
                        .path("results"))
                .hasSize(1);
        assertThat(retrieve("{\"query\": \"goods\", \"similarity_threshold\": 1, \"filters\": null}")
                        .path("results"))
                .isEmpty();

        JsonNode sources = server.get("/rag/sources").json();
        assertThat(sources.path("total_sources").asInt()).isEqualTo(2);
        String id = sources.path("sources").get(0).path("source_id").asText();
        assertThat(server.call("DELETE", "/rag/sources/" + id, null, "Authorization", "Bearer " + server.token)
                        .json())
                .isEqualTo(new com.fasterxml.jackson.databind.ObjectMapper()
                        .valueToTree(Map.of("source_id", id, "chunks_deleted", 1, "status", "deleted")));
        Reply gone = server.call("DELETE", "/rag/sources/" + id, null, "Authorization", "Bearer " + server.token);
        assertThat(gone.status()).isEqualTo(404);
    }

    @Test
    void whatWritesNeedsTheToken() throws Exception {
        assertThat(server.call("POST", "/rag/index", "{}").status()).isEqualTo(401);
        assertThat(server.call("DELETE", "/rag/sources/x", null).status()).isEqualTo(401);
    }

    @Test
    void noFileIsReadThatARequestNames() throws Exception {
        Reply reply = server.post("/rag/index", "{\"source_type\": \"markdown\", \"source_path\": \"/etc/passwd\"}");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("detail").asText()).contains("reads no files that a request names");
    }

    @Test
    void whatDoesNotFitIsRefused() throws Exception {
        for (String body : new String[] {
            "{}",
            "{\"source_type\": \"pdf\", \"source_path\": \"x\", \"content\": \"\"}",
            "{\"source_type\": \"markdown\", \"source_path\": \"\", \"content\": \"\"}",
            "{\"source_type\": \"markdown\", \"source_path\": \"x\", \"content\": \"\", \"more\": 1}",
            "{\"source_type\": \"markdown\", \"source_path\": \"x\", \"content\": \"\", \"metadata\": 1}"
        }) {
            assertThat(server.post("/rag/index", body).status()).as(body).isEqualTo(422);
        }
        for (String body : new String[] {
            "{\"query\": \"\"}",
            "{\"query\": \"x\", \"top_k\": 0}",
            "{\"query\": \"x\", \"top_k\": 51}",
            "{\"query\": \"x\", \"similarity_threshold\": 1.1}",
            "{\"query\": \"x\", \"filters\": {\"path\": \"x\"}}"
        }) {
            assertThat(server.post("/rag/retrieve", body).status()).as(body).isEqualTo(422);
        }
    }
}
