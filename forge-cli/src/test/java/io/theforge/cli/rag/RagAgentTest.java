package io.theforge.cli.rag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of a stack that answers as the host does, well or badly. */
class RagAgentTest {
    @TempDir
    Path folder;

    @Test
    void aStackThatKnowsEverythingPassesAndIsLeftAsItWas() throws Exception {
        try (HostStub host = CheckedShop.host()) {
            Ran ran = CheckedShop.check(folder, host, "--questions", "40");

            assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
            assertThat(ran.out())
                    .contains("the check of " + host.url() + "\n  health     done ")
                    .contains("  compare    done ", "  1 source as before\n")
                    .as("some questions need more than five places")
                    .containsPattern("\nrecall@5: 9\\d\\.\\d %, at least 80\\.0 %: reached\n")
                    .contains("\ncitations right: 100.0 %, at least 80.0 %: reached\n");
            assertThat(host.indexed()).containsExactly("handbook/first-aid.md");
        }
    }

    @Test
    void programsGetStepsAndScoresAsFields() throws Exception {
        try (HostStub host = CheckedShop.host(Quirk.CITATIONS_AS_OBJECTS)) {
            Ran ran = CheckedShop.check(folder, host, "--questions", "20", "--json");
            assertThat(ran.exit()).as(ran.err()).isZero();
            JsonNode json = ran.json();

            assertThat(json.get("operation").asText()).isEqualTo("rag-agent");
            assertThat(json.get("outcome").asText()).isEqualTo("completed");
            assertThat(json.get("stack").asText()).isEqualTo(host.url());
            assertThat(json.get("steps").findValuesAsText("step"))
                    .containsExactly(
                            "health",
                            "dataset",
                            "documents",
                            "sources",
                            "index",
                            "retrieve",
                            "session",
                            "chat",
                            "remove",
                            "compare");
            assertThat(json.get("steps").findValuesAsText("status")).containsOnly("done");
            assertThat(json.get("types")).hasSizeGreaterThanOrEqualTo(9);
            assertThat(json.get("questions").asInt()).isEqualTo(20);
            assertThat(json.get("citation_precision").asDouble()).isEqualTo(1);
            assertThat(json.at("/unanswerable_refused/share").asDouble()).isEqualTo(1);
        }
    }

    @Test
    void thresholdsThatAreMissedEndWithFour() throws Exception {
        expect(4, "citations right: 0.0 %, at least 80.0 %: missed; ", Quirk.NO_CITATIONS);
        expect(4, "citations right: 0.0 %, at least 80.0 %: missed; ", Quirk.CITES_STRANGERS);
        expect(4, "recall@5: 0.0 %, at least 80.0 %: missed; ", Quirk.FINDS_NOTHING);
        try (HostStub host = CheckedShop.host(Quirk.NO_CITATIONS)) {
            assertThat(CheckedShop.check(folder, host, "--questions", "10", "--min-citations", "0")
                            .exit())
                    .isZero();
        }
    }

    @Test
    void aStepThatCannotBeDoneEndsWithOne() throws Exception {
        expect(1, "forge: health: GET /health answered HTML, not JSON; ", Quirk.ANSWERS_HTML);
        expect(
                1,
                "forge: health: GET /health is redirected to http://elsewhere.example/health, which is not followed; ",
                Quirk.REDIRECTS);
        expect(1, "forge: health: GET /health answered more than 8 MiB; ", Quirk.ENDLESS);
        expect(1, "forge: health: GET /health answered 429: slow down; ", Quirk.BUSY);
        expect(
                1,
                "forge: index: POST /rag/index answered 200 with no source_id: {"
                        + " \"error\" : \"the model has not been loaded\" }; ",
                Quirk.ERROR_INSIDE_200);
        expect(
                1,
                "forge: index: POST /rag/index answered 201 with no chunks for a document that has text: ",
                Quirk.NO_CHUNKS);
        expect(
                1,
                "forge: session: POST /agents/sessions answered 503: agents are not part of this; start it with agents",
                Quirk.NO_AGENTS);
        expect(1, "forge: chat: two sessions in a row had expired before they answered anything; ", Quirk.EXPIRES);
        expect(1, "/chat was not answered by http://127.0.0.1:", Quirk.HANGS_IN_CHAT);
        expect(1, "/chat has lost its connection to http://127.0.0.1:", Quirk.DIES_IN_CHAT);
    }

    /** Whatever it does, what was there is there, and nothing else. */
    private void expect(int exit, String said, Quirk quirk) throws Exception {
        try (HostStub host = CheckedShop.host(quirk)) {
            Ran ran = CheckedShop.check(folder, host, "--questions", "10");
            assertThat(ran.exit()).as(quirk + ran.out() + ran.err()).isEqualTo(exit);
            assertThat(ran.err()).as(quirk.name()).contains(said);
            assertThat(host.indexed()).as(quirk.name()).containsExactly("handbook/first-aid.md");
        }
    }

    @Test
    void whatPassesByItselfIsWaitedFor() throws Exception {
        try (HostStub busy = CheckedShop.host(Quirk.BUSY_ONCE);
                HostStub expiring = CheckedShop.host(Quirk.EXPIRES_ONCE)) {
            assertThat(CheckedShop.check(folder, busy, "--questions", "10").exit())
                    .isZero();
            Ran ran = CheckedShop.check(folder, expiring, "--questions", "10");
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.out()).contains("10 questions asked, 20 sessions, 10 of them expired early");
        }
    }

    @Test
    void aConnectionThatWasClosedBehindAnAnswerIsMadeAnew() throws Exception {
        try (HostStub host = CheckedShop.host(Quirk.CLOSES_SILENTLY)) {
            Ran ran = CheckedShop.check(folder, host, "--questions", "10");

            assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
            assertThat(host.indexed()).containsExactly("handbook/first-aid.md");
        }
    }

    @Test
    void aWrongAddressFillsNoDatabase() throws Exception {
        String gone;
        try (HostStub host = CheckedShop.host()) {
            gone = host.url();
        }
        Ran ran = Ran.in(folder, CheckedShop.SMALL, "--scenario=rag-agent", "--api-url", gone, "--json", "--confirm");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.json().at("/error/message").asText()).isEqualTo("nothing answers at " + gone);
        assertThat(ran.json().get("steps").findValuesAsText("status"))
                .startsWith("failed", "skipped", "skipped")
                .hasSize(10);
        assertThat(Ran.in(folder, CheckedShop.SMALL, "--scenario=rag-agent", "--api-url", gone, "--dry-run")
                        .out())
                .contains("\n  health     GET /health\n  dataset    none there: the default is made first");
    }

    @Test
    void sourcesOfOtherRunsAreNotSaidToBeCompared() throws Exception {
        try (HostStub host = CheckedShop.host()) {
            host.keep("forge-rag-agent/00000000-11111111/policies/returns.md");
            Ran ran = CheckedShop.check(folder, host, "--questions", "10");

            assertThat(ran.out())
                    .contains("  1 source as before, and 1 of other runs of this check, which were not compared\n");
        }
    }

    @Test
    void whatCouldNotBeRemovedIsNamed() throws Exception {
        try (HostStub host = CheckedShop.host(Quirk.KEEPS_SOURCES)) {
            Ran ran = CheckedShop.check(folder, host, "--questions", "10", "--json");

            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.json().at("/error/location").asText()).isEqualTo("remove");
            assertThat(ran.json().at("/error/message").asText())
                    .contains("sources of this run may be left", "DELETE /rag/sources/", "answered 500: locked");
            assertThat(ran.json().at("/error/remedy").asText())
                    .contains(ran.json().get("source_prefix").asText());
        }
        try (HostStub host = CheckedShop.host(Quirk.GOES_AWAY)) {
            Ran ran = CheckedShop.check(folder, host, "--questions", "10");
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err())
                    .contains("forge: chat: POST /agents/sessions/")
                    .contains("; and sources of this run may be left: which of them are there is not known (")
                    .contains("; remove each source whose path begins with forge-rag-agent/");
        }
        expectChanged();
    }

    private void expectChanged() throws Exception {
        try (HostStub host = CheckedShop.host(Quirk.LOSES_OTHERS)) {
            Ran ran = CheckedShop.check(folder, host, "--questions", "10");
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err())
                    .contains("compare: 1 source that others had indexed changed meanwhile: handbook/first-aid.md; ");
        }
    }

    @Test
    void twoChecksOfOneStackDoNotMeet() throws Exception {
        try (HostStub host = CheckedShop.host()) {
            Path other = Files.createDirectory(folder.resolve("other"));
            CompletableFuture<Ran> beside =
                    CompletableFuture.supplyAsync(() -> CheckedShop.check(other, host, "--questions", "10"));
            Ran ran = CheckedShop.check(folder, host, "--questions", "10");

            assertThat(List.of(ran.exit(), beside.get().exit()))
                    .as(ran.err() + beside.get().err())
                    .containsOnly(0);
            assertThat(host.indexed()).containsExactly("handbook/first-aid.md");
        }
    }

    @Test
    void withoutAnAddressOurOwnStackIsStarted() {
        Ran ran = Ran.in(folder, CheckedShop.SMALL, "--scenario=rag-agent", "--questions", "10", "--confirm");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("the check of our own stack\n", "  start      done ", "listens on http://127");
    }
}
