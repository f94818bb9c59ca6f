package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away in the middle of the work. */
class LostDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void isAProblemAndTheServerGoesOn() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = "postgresql://postgres:s3cret@localhost:" + postgres.getPort() + "/postgres";
            try (Served server = Served.in(folder, Map.of("DATABASE_URL", url))) {
                Events events = Events.of(server);
                Reply started = server.post("/api/v1/operations/generate", "{\"stores\": 100, \"confirm\": true}");
                assertThat(started.status()).as(started.toString()).isEqualTo(202);
                String id = started.json().at("/operation/id").asText();
                events.until(line -> line.contains("\"rows\":") && line.contains("sales_daily"));

                postgres.close();

                events.until(line -> line.contains("\"state\":\"failed\""));
                events.close();
                Reply operation = server.get("/api/v1/operations/" + id);
                assertThat(operation.json().at("/problem/status").asInt())
                        .as(operation.toString())
                        .isEqualTo(503);
                assertThat(operation.text()).doesNotContain("s3cret", "Exception");
                assertThat(server.get("/health").status()).isEqualTo(200);
                assertThat(server.get("/health/ready").status()).isEqualTo(503);
                Reply status = server.get("/seeder/status");
                assertThat(status.status()).isEqualTo(503);
                assertThat(status.header("Retry-After")).isNotEmpty();
                assertThat(server.post("/seeder/append", "{}").status()).isEqualTo(503);
                assertThat(server.err()).doesNotContain("s3cret");
            }
        }
    }
}
