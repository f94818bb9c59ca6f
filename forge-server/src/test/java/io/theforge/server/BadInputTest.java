package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be meant so gets its status and one problem document, and the server goes on with the data as before. */
class BadInputTest {
    @TempDir
    Path folder;

    private Served server;

    @BeforeEach
    void serve() throws Exception {
        server = Served.in(folder);
    }

    @AfterEach
    void end() throws Exception {
        assertThat(server.get("/health").status()).isEqualTo(200);
        assertThat(server.get("/seeder/status").json().get("sales").asInt()).isZero();
        assertThat(folder.resolve(".forge")).doesNotExist();
        assertThat(server.err()).doesNotContain("Exception", server.token);
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | | ",
                "400 | | {",
                "400 | | no JSON",
                "400 | | {} {}",
                "400 | | {\"seed\": 1, \"seed\": 2}",
                "422 |  | []",
                "422 |  | 7",
                "422 |  | null",
                "422 | sede | {\"sede\": 1, \"dry_run\": true}",
                "422 | seed | {\"seed\": 9223372036854775808, \"dry_run\": true}",
                "422 | seed | {\"seed\": 1.5, \"dry_run\": true}",
                "422 | seed | {\"seed\": \"1\", \"dry_run\": true}",
                "422 | stores | {\"stores\": 0, \"dry_run\": true}",
                "422 | stores | {\"stores\": 1e99, \"dry_run\": true}",
                "422 | products | {\"products\": -1, \"dry_run\": true}",
                "422 | sparsity | {\"sparsity\": 1.5, \"dry_run\": true}",
                "422 | sparsity | {\"sparsity\": 1e999999999, \"dry_run\": true}",
                "422 | start_date | {\"start_date\": \"2024-02-30\", \"dry_run\": true}",
                "422 | start_date | {\"start_date\": \"1/2/2024\", \"dry_run\": true}",
                "422 | start_date | {\"start_date\": 20240101, \"dry_run\": true}",
                "422 | scenario | {\"scenario\": \"holiday_rsuh\", \"dry_run\": true}",
                "422 | scenario | {\"scenario\": \"../../etc/passwd\", \"dry_run\": true}",
                "422 | confirm | {\"confirm\": \"yes\"}",
                "422 | | {\"start_date\": \"2024-03-01\", \"end_date\": \"2024-02-01\", \"dry_run\": true}",
                "422 | | {\"start_date\": \"1900-01-01\", \"end_date\": \"2024-02-01\", \"dry_run\": true}",
                "422 | | {\"stores\": 1000000, \"products\": 1000000, \"dry_run\": true}",
            })
    void aBodyOfGenerate(int status, String field, String body) throws Exception {
        Reply reply = server.post("/seeder/generate", body == null ? "" : body);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        if (field != null) {
            assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo(field);
        }
        assertThat(reply.json().get("detail").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /seeder/append | 422 | {\"start_date\": \"2024-03-01\", \"end_date\": \"2024-02-01\"}",
                "POST | /seeder/append | 409 | {}",
                "DELETE | /seeder/data | 422 | {\"scope\": \"everything\"}",
                "POST | /seeder/verify | 422 | {\"realism\": true}",
                "POST | /ingest/sales-daily | 422 | {\"records\": []}",
                "POST | /ingest/sales-daily | 422 | {\"records\": [{\"date\": \"2024-01-01\"}]}",
                "POST | /seeder/nothing | 404 | {}",
                "POST | /seeder/status | 405 | {}",
                "PUT | /seeder/data | 405 | {}",
                "PATCH | / | 405 | {}",
                "FORGE | /health | 404 | ",
                "TRACE | /health | 405 | ",
                "OPTIONS | /seeder/generate | 405 | {}",
                "GET | /api/v1/operations/none | 404 | ",
                "GET | /api/v1/operations/..%2f..%2fetc | 404 | ",
                "GET | /..%2f..%2fetc/passwd | 404 | ",
                "GET | /../etc/passwd | 400 | ",
                "GET | /seeder/status/ | 404 | ",
                "GET | //seeder/status | 404 | ",
                "POST | /api/v1/operations/none/cancel | 404 | {}",
                "GET | /seeder/status?x=1 | 422 | ",
                "GET | /analytics/kpis | 422 | ",
                "GET | /analytics/kpis?start_date=2024-01-01&start_date=2024-01-02&end_date=2024-01-03 | 422 | ",
                "GET | /analytics/kpis?start_date=2024-01-01&end_date=2024-01-03&store_id=1%27%20OR%201=1 | 422 | ",
                "GET | /analytics/kpis?start_date=2024-01-01&end_date=2024-01-03&category=%27;DROP%20TABLE%20store | 200 | ",
                "GET | /rag/sources | 503 | ",
                "POST | /agents/sessions | 422 | {}",
                "POST | /agents/sessions | 503 | {\"agent_type\": \"rag_assistant\"}",
                "GET | /agents/sessions/none | 503 | ",
                "DELETE | /agents/sessions/none | 503 | ",
            })
    void aRequest(String method, String path, int status, String body) throws Exception {
        Reply reply = server.call(method, path, body, "Authorization", "Bearer " + server.token);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    }

    @Test
    void somethingElseThanJson() throws Exception {
        for (String type : new String[] {
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16"
        }) {
            Reply reply = server.call(
                    "POST",
                    "/seeder/generate",
                    "{\"confirm\": true}",
                    "Content-Type",
                    type,
                    "Authorization",
                    "Bearer " + server.token);
            assertThat(reply.status()).as(type).isEqualTo(415);
        }
        assertThat(server.call(
                                "POST",
                                "/seeder/generate",
                                "{\"dry_run\": true}",
                                "Content-Type",
                                "Application/JSON; charset=\"UTF-8\"",
                                "Authorization",
                                "Bearer " + server.token)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aConfigurationIsWrongAtItsLineAndColumn() throws Exception {
        String body = "{\"config\": \"seed: 7\\nretail:\\n  promotion_lfit: 2\\n\"}";
        Reply checked = server.call("POST", "/api/v1/config/check", body);
        assertThat(checked.json().get("valid").asBoolean()).isFalse();
        assertThat(checked.json().at("/error/line").asInt()).isEqualTo(3);
        assertThat(checked.json().at("/error/column").asInt()).isEqualTo(3);
        assertThat(checked.json().at("/error/remedy").asText()).contains("promotion_lift");

        Reply refused = server.post("/api/v1/operations/generate", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("line").asInt()).isEqualTo(3);

        Reply fine = server.call("POST", "/api/v1/config/check", "{\"config\": \"seed: 7\", \"stores\": 3}");
        assertThat(fine.json().get("valid").asBoolean()).as(fine.toString()).isTrue();
        assertThat(fine.json().get("resolved").asText()).contains("seed: 7");
        Reply preview =
                server.call("POST", "/api/v1/preview", "{\"config\": \"seed: 7\", \"stores\": 3, \"series\": 2}");
        assertThat(preview.json().get("lines")).hasSize(3);
        assertThat(server.get("/api/v1/presets").json()).hasSizeGreaterThan(5);
    }

    @Test
    void aProblemHoldsNoSecret() throws Exception {
        Reply reply = server.call("POST", "/seeder/generate", "{}", "Authorization", "Bearer wrong-" + "x".repeat(20));
        assertThat(reply.text()).doesNotContain(server.token, "wrong-");
        assertThat(server.get("/metrics").text()).doesNotContain(server.token);
    }
}
