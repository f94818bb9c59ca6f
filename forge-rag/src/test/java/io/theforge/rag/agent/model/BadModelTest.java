package io.theforge.rag.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.config.model.ConfigException;
import io.theforge.rag.agent.AgentReply;
import io.theforge.rag.agent.model.FakeModel.Said;
import io.theforge.rag.store.Passage;
import io.theforge.rag.text.Place;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that does not answer, or not as it should: one sentence without the key, and what to do. */
class BadModelTest {
    private static final String KEY = "s3cret-key";
    private static final Said GOOD = FakeModel.text("so [P1]");
    private FakeModel model;

    @BeforeEach
    void serve() throws Exception {
        model = new FakeModel();
    }

    @AfterEach
    void end() {
        model.close();
    }

    private AgentReply reply(Duration time) {
        Passage passage = new Passage("c1", "s", "a.md", "markdown", 0, "Text.", new Place("", 0, 5, 0), Map.of());
        return new ModelAgent(
                        new ModelEndpoint(URI.create(model.url()), "some-model", KEY, time),
                        query -> List.of(passage),
                        List.of())
                .reply(List.of(), "x");
    }

    private void assertFails(String what) {
        assertFails(what, Duration.ofSeconds(30));
    }

    private void assertFails(String what, Duration time) {
        assertThatThrownBy(() -> reply(time))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("the language model at 127.0.0.1 cannot be used: ")
                .hasMessageContaining(what)
                .hasMessageNotContaining(KEY)
                .hasMessageNotContaining("\n")
                .hasNoCause()
                .satisfies(e -> assertThat(((ModelException) e).remedy()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Bad gateway</body></html>",
                "null",
                "[]",
                "{}",
                "7",
                "\"text\"",
                "{\"error\": {\"message\": \"s3cret-key\"}}",
                "{\"choices\": []}",
                "{\"choices\": [{}]}",
                "{\"choices\": null}",
                "{\"choices\": [null]}",
                "{\"choices\": [{\"message\": null}]}",
                "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": null}}]}",
                "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": {\"s3cret-key\": 1}}}]}",
                "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": \"cut o"
            })
    void whatIsNoCompletion(String body) {
        model.says(Said.of(200, body));
        assertFails("its answer is no chat completion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "<think>endlessly</think>"})
    void anEmptyAnswer(String text) {
        model.says(FakeModel.text(text));
        assertThatThrownBy(() -> reply(Duration.ofSeconds(30)))
                .isInstanceOf(ModelException.class)
                .hasMessageMatching(".*(its answer is empty|its answer is no chat completion)");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 302, 307, 400, 401, 403, 404, 500, 502})
    void aStatusThatIsNotGoodIsNotTriedAgain(int status) {
        model.says(Said.of(status, "{\"error\": \"s3cret-key\"}").with("Location", "http://127.0.0.1:1/"));
        assertFails("it has answered with status " + status);
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void busyOnesAreAskedAgainAsTheySay() {
        model.says(Said.of(429, "").with("Retry-After", "0"), Said.of(503, "").with("Retry-After", "0"), GOOD);
        assertThat(reply(Duration.ofSeconds(30)).citations()).hasSize(1);
        String past = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.EPOCH.atOffset(ZoneOffset.UTC));
        model.says(Said.of(429, "").with("Retry-After", past), GOOD);
        assertThat(reply(Duration.ofSeconds(30)).citations()).hasSize(1);
        model.says(Said.of(429, ""), GOOD);
        assertThat(reply(Duration.ofSeconds(30)).citations())
                .as("without a word a second")
                .hasSize(1);
    }

    @Test
    void busyOnesAreNotAskedForEverNorWaitedForTooLong() {
        model.says(Said.of(429, "").with("Retry-After", "0"));
        assertFails("it is busy (status 429)");
        assertThat(model.asked()).hasSize(3);
        model.says(new Said[] {Said.of(503, "").with("Retry-After", "31")});
        assertFails("it is busy (status 503)");
        assertThat(model.asked()).hasSize(1);
        model.says(new Said[] {Said.of(429, "")});
        assertFails("it is busy (status 429)", Duration.ofMillis(900));
    }

    @Test
    void oneThatHangsIsGivenUp() {
        model.says(Said.of(200, "{\"choices\": [").hanging());
        assertFails("has not answered within", Duration.ofMillis(500));
    }

    @Test
    void theTimeIsForAllRounds() {
        model.says(
                FakeModel.call("search_passages", "{\"query\": \"q\"}"),
                Said.of(200, "").hanging());
        assertFails("has not answered within", Duration.ofSeconds(2));
    }

    @Test
    void nobodyThere() {
        model.close();
        assertFails("it cannot be reached");
    }

    @Test
    void hugeAnswers() {
        model.says(FakeModel.text("x".repeat(1 << 20)));
        assertFails("more than 1048576 bytes");
        model.says(FakeModel.text("x".repeat(20_001)));
        assertFails("more than 20000 characters");
    }

    @Test
    void endlessToolCalls() {
        model.says(FakeModel.call("search_passages", "{\"query\": \"q\"}"));
        assertFails("goes on asking for tools");
        assertThat(model.asked()).hasSize(6);
        assertThat(model.asked().get(5).has("tools")).isFalse();
    }

    @Test
    void oneThatUsesTooManyTokensIsToAnswer() {
        model.says(
                Said.of(
                        200,
                        FakeModel.call("x", "{}").body().replace("\"total_tokens\":100", "\"total_tokens\":60001")),
                GOOD);
        assertThat(reply(Duration.ofSeconds(30)).tokensUsed()).isEqualTo(60_101);
        assertThat(model.asked().get(1).has("tools")).isFalse();
    }

    @Test
    void variablesThatNameNoModelAreRefused() {
        String url = "FORGE_LLM_URL";
        for (Map<String, String> wrong : List.of(
                Map.of("FORGE_LLM_MODEL", "m"),
                Map.of("FORGE_LLM_KEY", KEY),
                Map.of("FORGE_LLM_TIMEOUT", "7"),
                Map.of(url, "http://localhost/v1"),
                Map.of(url, "localhost:1", "FORGE_LLM_MODEL", "m"),
                Map.of(url, "http://me:" + KEY + "@localhost/v1", "FORGE_LLM_MODEL", "m"),
                Map.of(url, "http://localhost/v1?key=" + KEY, "FORGE_LLM_MODEL", "m"),
                Map.of(url, "ftp://localhost/v1", "FORGE_LLM_MODEL", "m"),
                Map.of(url, "http://", "FORGE_LLM_MODEL", "m"),
                Map.of(url, "http://localhost/v1", "FORGE_LLM_MODEL", "m", "FORGE_LLM_TIMEOUT", "0"),
                Map.of(url, "http://localhost/v1", "FORGE_LLM_MODEL", "m", "FORGE_LLM_TIMEOUT", "241"),
                Map.of(url, "http://example.org/v1", "FORGE_LLM_MODEL", "m", "FORGE_LLM_KEY", KEY),
                Map.of(url, "http://127.0.0.1.example.org/v1", "FORGE_LLM_MODEL", "m", "FORGE_LLM_KEY", KEY))) {
            assertThatThrownBy(() -> ModelSettings.endpoint(wrong::get))
                    .as(wrong.toString())
                    .isInstanceOf(ConfigException.class)
                    .hasMessageNotContaining(KEY);
        }
    }

    @Test
    void aKeyIsSentEncryptedOrOnThisMachine() {
        for (String address : List.of(
                "https://example.org/v1", "http://localhost:1/v1", "http://127.0.0.1/v1", "http://[::1]:1/v1")) {
            assertThat(ModelSettings.endpoint(
                            Map.of("FORGE_LLM_URL", address, "FORGE_LLM_MODEL", "m", "FORGE_LLM_KEY", KEY)::get))
                    .asString()
                    .doesNotContain(KEY);
        }
        assertThat(ModelSettings.endpoint(
                        Map.of("FORGE_LLM_URL", "http://ollama:11434/v1", "FORGE_LLM_MODEL", "m")::get))
                .isNotNull();
        assertThat(ModelSettings.endpoint(Map.<String, String>of()::get)).isNull();
    }
}
