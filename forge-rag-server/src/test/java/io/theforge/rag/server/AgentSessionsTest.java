package io.theforge.rag.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.rag.agent.Agent;
import io.theforge.rag.agent.AgentReply;
import io.theforge.rag.agent.Citation;
import io.theforge.rag.agent.ToolCall;
import io.theforge.server.Reply;
import io.theforge.server.Served;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations over HTTP, with an agent that answers as the test wants it. */
class AgentSessionsTest {
    private static final Instant BEGUN = Instant.parse("2026-01-01T08:00:00Z");
    private static final String OPEN = "{\"agent_type\": \"rag_assistant\", \"initial_context\": null}";

    @TempDir
    Path folder;

    private final Watch watch = new Watch();
    private volatile Agent agent = (earlier, message) -> new AgentReply(
            message + " after " + earlier.size(),
            List.of(new Citation("a.md", "c1", 3, 9)),
            List.of(new ToolCall("search_passages", Map.of("query", message), "1 passage")),
            7);
    private Served server;

    /** A clock that goes on when it is told to. */
    private static final class Watch extends Clock {
        private volatile Instant now = BEGUN;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void serve() throws Exception {
        serve(ChatService.TIME);
    }

    private void serve(Duration time) throws Exception {
        StandInProgram.put(
                new StandInProgram.StandIn((earlier, message) -> agent.reply(earlier, message), watch, time));
        server = Served.in(folder, Map.of(), "--rag");
    }

    @AfterEach
    void end() throws Exception {
        server.close();
        StandInProgram.put(null);
    }

    // all of it without a token: it reads
    private String opened() throws Exception {
        Reply reply = server.call("POST", "/agents/sessions", OPEN);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().path("session_id").asText();
    }

    private Reply chat(String session, String message) throws Exception {
        return server.call(
                "POST",
                "/agents/sessions/" + session + "/chat",
                "{\"message\": \"" + message + "\", \"stream\": false}");
    }

    private Reply state(String session) throws Exception {
        return server.get("/agents/sessions/" + session);
    }

    @Test
    void aConversationIsBegunAsksTellsAndIsEnded() throws Exception {
        String session = opened();
        assertThat(session).matches("[0-9a-f]{32}");
        JsonNode answer = chat(session, "Hello").json();
        assertThat(answer.path("message").asText()).isEqualTo("Hello after 0");
        assertThat(answer.path("citations").get(0).toString())
                .isEqualTo("{\"source_path\":\"a.md\",\"chunk_id\":\"c1\",\"start\":3,\"end\":9}");
        assertThat(answer.path("tool_calls")
                        .get(0)
                        .path("arguments")
                        .path("query")
                        .asText())
                .isEqualTo("Hello");
        assertThat(answer.path("pending_approval").asBoolean(true)).isFalse();
        assertThat(answer.path("pending_action").isNull()).isTrue();
        watch.now = BEGUN.plusSeconds(60);
        assertThat(chat(session, "And").json().path("message").asText()).isEqualTo("And after 1");

        JsonNode state = state(session).json();
        assertThat(state.path("agent_type").asText()).isEqualTo("rag_assistant");
        assertThat(state.path("total_tokens_used").asInt()).isEqualTo(14);
        assertThat(state.path("tool_calls_count").asInt()).isEqualTo(2);
        assertThat(state.path("created_at").asText()).isEqualTo("2026-01-01T08:00:00Z");
        assertThat(state.path("last_activity").asText()).isEqualTo("2026-01-01T08:01:00Z");
        assertThat(state.path("expires_at").asText()).isEqualTo("2026-01-01T08:31:00Z");

        Reply ended = server.call("DELETE", "/agents/sessions/" + session, null);
        assertThat(ended.status()).isEqualTo(204);
        assertThat(ended.text()).isEmpty();
        assertThat(state(session).status()).isEqualTo(404);
        assertThat(chat(session, "Hello").status()).isEqualTo(404);
        assertThat(server.call("DELETE", "/agents/sessions/" + session, null).status())
                .isEqualTo(404);
    }

    @Test
    void itExpiresWhenNobodySpeaks() throws Exception {
        String session = opened();
        String other = opened();
        watch.now = BEGUN.plus(Sessions.IDLE).minusMillis(1);
        assertThat(chat(session, "Hello").status()).isEqualTo(200);
        watch.now = BEGUN.plus(Sessions.IDLE);
        assertThat(state(session).status()).isEqualTo(200);
        Reply over = chat(other, "Hello");
        assertThat(over.status()).isEqualTo(410);
        assertThat(over.json().path("detail").asText()).contains("expired at 2026-01-01T08:30:00Z");
        assertThat(state(other).status()).isEqualTo(410);
        assertThat(server.call("DELETE", "/agents/sessions/" + other, null).status())
                .isEqualTo(204);
        assertThat(state(other).status()).isEqualTo(404);
    }

    @Test
    void lookingDoesNotKeepItAlive() throws Exception {
        String session = opened();
        watch.now = BEGUN.plusSeconds(1000);
        assertThat(state(session).json().path("expires_at").asText()).isEqualTo("2026-01-01T08:30:00Z");
    }

    @Test
    void whatDoesNotFitIsRefusedByItsField() throws Exception {
        for (String body : List.of(
                "{}",
                "{\"agent_type\": \"other\"}",
                "{\"agent_type\": null}",
                "{\"agent_type\": \"rag_assistant\", \"initial_context\": 1}",
                "{\"agent_type\": \"rag_assistant\", \"more\": 1}")) {
            assertThat(server.call("POST", "/agents/sessions", body).status())
                    .as(body)
                    .isEqualTo(422);
        }
        assertThat(server.call(
                                "POST",
                                "/agents/sessions",
                                "{\"agent_type\": \"experiment\", \"initial_context\": {\"a\": 1}}")
                        .status())
                .isEqualTo(201);
        String path = "/agents/sessions/" + opened() + "/chat";
        for (String body : List.of(
                "{}",
                "{\"message\": \"\"}",
                "{\"message\": null}",
                "{\"message\": 1}",
                "{\"message\": \"" + "x".repeat(10_001) + "\"}")) {
            Reply reply = server.call("POST", path, body);
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("message");
        }
        for (String stream : List.of("true", "\"no\"", "null")) {
            Reply reply = server.call("POST", path, "{\"message\": \"x\", \"stream\": " + stream + "}");
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("stream");
        }
    }

    @Test
    void tenThousandOfTheLongestCharactersAreTaken() throws Exception {
        String session = opened();
        assertThat(chat(session, "\\ud83d\\ude00".repeat(10_000)).status()).isEqualTo(200);
        assertThat(chat(session, "\\ud83d\\ude00".repeat(10_001)).status()).isEqualTo(422);
    }

    @Test
    void oneMessageIsAnsweredAtATime() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Agent usual = agent;
        agent = (earlier, message) -> {
            asked.countDown();
            waitFor(answer);
            return usual.reply(earlier, message);
        };
        String session = opened();
        CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> quietly(session));
        asked.await();
        Reply second = chat(session, "Me too");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("answering");
        watch.now = BEGUN.plus(Sessions.IDLE);
        assertThat(state(session).status())
                .as("it does not expire in the middle")
                .isEqualTo(200);
        agent = usual;
        assertThat(chat(opened(), "Other").status()).as("another conversation").isEqualTo(200);
        answer.countDown();
        assertThat(first.get().status()).isEqualTo(200);
        assertThat(chat(session, "Now").json().path("message").asText()).isEqualTo("Now after 1");
    }

    private Reply quietly(String session) {
        try {
            return chat(session, "First");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAgentThatFailsLeavesTheConversationAsItWas() throws Exception {
        Agent usual = agent;
        agent = (earlier, message) -> {
            throw new IllegalStateException("with a secret message");
        };
        String session = opened();
        assertThat(chat(session, "Hello").status()).isEqualTo(500);
        agent = usual;
        assertThat(chat(session, "Hello").json().path("message").asText()).isEqualTo("Hello after 0");
    }

    @Test
    void anAnswerHasItsTime() throws Exception {
        server.close();
        serve(Duration.ofMillis(200));
        CountDownLatch ended = new CountDownLatch(1);
        Agent usual = agent;
        agent = (earlier, message) -> {
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody counts down");
            } catch (InterruptedException e) {
                ended.countDown();
                throw new IllegalStateException(e);
            }
        };
        String session = opened();
        Reply reply = chat(session, "Hello");
        assertThat(reply.status()).isEqualTo(504);
        ended.await();
        agent = usual;
        assertThat(chat(opened(), "Hello").status()).isEqualTo(200);
    }

    @Test
    void thereAreOnlySoMany() throws Exception {
        for (int i = 0; i < Sessions.MAX_SESSIONS; i++) {
            opened();
        }
        Reply reply = server.call("POST", "/agents/sessions", OPEN);
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.json().path("remedy").asText()).contains("2026-01-01T08:30:00Z");
        assertThat(server.get("/metrics").text()).contains("forge_agent_sessions 200.0");
        watch.now = BEGUN.plus(Sessions.IDLE);
        opened();
        assertThat(server.get("/metrics").text())
                .contains("forge_agent_sessions 1.0")
                .contains("path=\"/agents/sessions\",status=\"429\"");
    }

    @Test
    void oldTurnsAreForgotten() throws Exception {
        agent = (earlier, message) ->
                new AgentReply(earlier.size() + " since " + first(earlier), List.of(), List.of(), 0);
        String session = opened();
        for (int i = 0; i < 20; i++) {
            chat(session, "m" + i);
        }
        assertThat(chat(session, "x").json().path("message").asText()).isEqualTo("20 since m0");
        assertThat(chat(session, "y").json().path("message").asText()).isEqualTo("20 since m1");
        for (int i = 0; i < 7; i++) {
            chat(session, "z".repeat(9999));
        }
        assertThat(chat(session, "last").json().path("message").asText()).isEqualTo("5 since zz");
    }

    private static String first(List<Agent.Turn> earlier) {
        return earlier.isEmpty() ? "" : earlier.get(0).message().substring(0, 2);
    }

    @Test
    void whereReadingNeedsTheTokenSoDoTalks() throws Exception {
        try (Served elsewhere = Served.in(folder, Map.of("FORGE_ALLOWED_HOSTS", "shop.example"), "--rag")) {
            assertThat(elsewhere.call("POST", "/agents/sessions", OPEN).status())
                    .isEqualTo(401);
            assertThat(elsewhere.post("/agents/sessions", OPEN).status()).isEqualTo(201);
        }
        assertThat(server.call("POST", "/agents/sessions", OPEN, "Origin", "http://evil.example")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void productionAllowsTalks() throws Exception {
        try (Served production = Served.in(folder, Map.of("APP_ENV", "production"), "--rag")) {
            assertThat(production.call("POST", "/agents/sessions", OPEN).status())
                    .isEqualTo(201);
        }
    }
}
