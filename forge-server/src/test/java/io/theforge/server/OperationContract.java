package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What takes its time: one at a time, told as it goes, cancelled without a trace. */
abstract class OperationContract extends SeederContract {
    private static final String LARGE = "{\"stores\": 60, \"products\": 100, \"confirm\": true}";

    private CompletableFuture<Reply> inTheBackground(String body) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return server.post("/seeder/generate", body);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private static String field(List<String> lines, String name) {
        String last = lines.get(lines.size() - 1);
        return last.replaceFirst(".*\"" + name + "\":\"?([^\",}]*).*", "$1");
    }

    @Test
    void aSecondWriterIsToldWhoIsAtWorkAndACancelledOneLeavesTheDatabaseAsItWas() throws Exception {
        server.post("/seeder/generate", "{" + SMALL + ", \"confirm\": true}");
        JsonNode before = server.get("/seeder/status").json();
        try (Events events = Events.of(server)) {
            CompletableFuture<Reply> large = inTheBackground(LARGE);
            events.until(line -> line.contains("\"rows\":") && line.contains("sales_daily"));

            Reply second = server.post("/seeder/generate", "{" + SMALL + ", \"confirm\": true}");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("at_work");
            assertThat(second.json().at("/running/client").asText()).isEqualTo("127.0.0.1");
            assertThat(second.json().at("/running/started_at").asText()).startsWith("20");
            assertThat(server.get("/seeder/status").json())
                    .as("known while it is written")
                    .isEqualTo(before);

            String id = second.json().at("/running/id").asText();
            JsonNode running = server.get("/api/v1/operations/" + id).json();
            assertThat(running.get("state").asText()).isEqualTo("running");
            assertThat(running.at("/progress/rows_expected").asLong()).isPositive();
            assertThat(server.call("POST", "/api/v1/operations/" + id + "/cancel", "{}")
                            .status())
                    .isEqualTo(401);
            assertThat(server.post("/api/v1/operations/" + id + "/cancel", "{}").status())
                    .isEqualTo(202);

            Reply cancelled = large.get(1, TimeUnit.MINUTES);
            assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(409);
            assertThat(cancelled.code()).isEqualTo("cancelled");
            assertThat(server.get("/api/v1/operations/" + id)
                            .json()
                            .get("state")
                            .asText())
                    .isEqualTo("cancelled");
            assertThat(server.post("/api/v1/operations/" + id + "/cancel", "{}").code())
                    .isEqualTo("too_late");
            assertThat(field(events.until(line -> line.contains("\"text\":\"Cancelled")), "operation"))
                    .isEqualTo(id);
        }
        assertThat(server.get("/seeder/status").json()).isEqualTo(before);
        assertThat(server.call("POST", "/seeder/verify", "{}")
                        .json()
                        .get("passed")
                        .asBoolean())
                .isTrue();
        assertThat(server.post("/seeder/generate", "{" + SMALL + ", \"confirm\": true}")
                        .status())
                .as("the next one needs no repair")
                .isEqualTo(201);
    }

    @Test
    void whoComesLaterHearsTheLogSoFarAndWhoComesBackTheRest() throws Exception {
        server.post("/seeder/generate", "{" + SMALL + ", \"confirm\": true}");
        String last;
        try (Events late = Events.of(server)) {
            List<String> heard = late.until(line -> line.contains("\"state\":\"completed\""));
            assertThat(String.join("\n", heard))
                    .contains("HTTP/1.1 200", "text/event-stream", "\"text\":\"Started: 2 stores, 3 products")
                    .contains("Generated 2 stores", "Generated 360 sales rows", "Complete (seed: 42)");
            last = late.ids.get(late.ids.size() - 1);
        }
        server.post("/seeder/append", "{\"end_date\": \"2024-03-01\"}");
        try (Events back = Events.of(server, "Last-Event-ID: " + last + "\r\n")) {
            List<String> heard = back.until(line -> line.contains("\"state\":\"completed\""));
            assertThat(String.join("\n", heard)).contains("append").doesNotContain("Generated 2 stores");
        }
        try (Events otherStart = Events.of(server, "Last-Event-ID: 0badf00d-77\r\n")) {
            assertThat(String.join("\n", otherStart.until(line -> line.contains("\"state\":\"completed\""))))
                    .contains("Generated 2 stores");
        }
        assertThat(server.get("/api/v1/log").json().findValuesAsText("text")).contains("Complete (seed: 42)");
    }

    @Test
    void whoEndsTheServerEndsTheOperationWithTheDatabaseAsItWas() throws Exception {
        server.post("/seeder/generate", "{" + SMALL + ", \"confirm\": true}");
        String before =
                Programs.said(folder, environment(), "--status", "--json").replaceFirst("\"seconds\".*", "");
        try (Events events = Events.of(server)) {
            CompletableFuture<Reply> large = inTheBackground(LARGE);
            events.until(line -> line.contains("\"rows\":") && line.contains("sales_daily"));
            server.close();
            large.handle((reply, broken) -> reply).get(1, TimeUnit.MINUTES);
        }
        assertThat(Programs.said(folder, environment(), "--status", "--json").replaceFirst("\"seconds\".*", ""))
                .isEqualTo(before);
        assertThat(Programs.run(folder, environment(), "--verify")).isZero();
    }
}
