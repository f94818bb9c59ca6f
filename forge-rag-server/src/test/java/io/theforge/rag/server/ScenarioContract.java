package io.theforge.rag.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code forge --scenario rag-agent} from end to end: the real server, the real model, a real database. */
abstract class ScenarioContract {
    @TempDir
    Path folder;

    private String database = "";

    abstract String url() throws Exception;

    @BeforeEach
    void chooseDatabase() throws Exception {
        database = url();
    }

    @Test
    void anEmptyDatabaseIsFilledAndOurOwnStackPasses() throws Exception {
        Checked ran = Checked.check(folder, Map.of(), "--seed", "42", "--database", database, "--confirm");

        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("the check of our own stack\n")
                .containsPattern("\n {2}dataset +done .* made, seed 42, fingerprint ")
                .containsPattern("\n {2}start +done .* listens on http://127.0.0.1:")
                .containsPattern("\n {2}index +done .* 200 documents, ")
                .containsPattern("\n {2}remove +done .* 200 sources removed\n")
                .containsPattern("\nrecall@5: .*, at least 80.0 %: reached\n")
                .containsPattern("\ncitations right: .*, at least 80.0 %: reached\n");
        Checked status = Checked.run(folder, Map.of(), "--status", "--json", "--database", database);
        assertThat(status.json().at("/tables/sales_daily/rows").asInt()).isEqualTo(183_000);
        try (ServingProcess server = ServingProcess.in(folder, database)) {
            assertThat(server.sources().get("total_sources").asInt()).isZero();
        }
    }

    @Test
    void whatOthersHaveIndexedIsThereAsBefore() throws Exception {
        JsonNode before;
        try (ServingProcess server = ServingProcess.in(folder, database)) {
            server.indexOfOthers();
            before = server.sources();
        }
        Checked ran = Checked.check(
                folder, Checked.SMALL, "--database", database, "--questions", "20", "--json", "--confirm");

        assertThat(ran.exit()).as(ran.out() + ran.err()).isIn(0, 4);
        JsonNode json = ran.json();
        assertThat(json.get("stack").asText()).isEqualTo("our own stack");
        assertThat(json.get("steps").findValuesAsText("status")).containsOnly("done");
        assertThat(json.get("steps").findValuesAsText("detail")).contains("1 source before", "1 source as before");
        assertThat(json.get("recall_at_5").asDouble()).isBetween(0.5, 1.0);
        assertThat(json.get("questions").asInt()).isEqualTo(20);
        try (ServingProcess server = ServingProcess.in(folder, database)) {
            assertThat(server.sources()).isEqualTo(before);
            assertThat(before.get("total_sources").asInt()).isEqualTo(1);
        }
    }

    @Test
    void twoChecksOfAServerInAnotherProcessDoNotMeet() throws Exception {
        assertThat(Checked.run(folder, Checked.SMALL, "--full-new", "--confirm", "--database", database)
                        .exit())
                .isZero();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (ServingProcess server = ServingProcess.in(folder, database)) {
            server.indexOfOthers();
            JsonNode before = server.sources();
            CompletableFuture<Checked> beside =
                    CompletableFuture.supplyAsync(() -> checked(elsewhere, server, "duckdb:elsewhere.duckdb"));
            Checked ran = checked(folder, server, database);

            for (Checked each : List.of(ran, beside.get())) {
                assertThat(each.exit()).as(each.out() + each.err()).isZero();
                assertThat(each.out())
                        .contains("the check of " + server.url(), "  remove     done ", " 200 sources removed");
            }
            assertThat(server.sources()).isEqualTo(before);
        }
    }

    /** How well it does is not what this is about. */
    private static Checked checked(Path folder, ServingProcess server, String database) {
        Map<String, String> environment = Map.of(
                "FORGE_API_TOKEN", ServingProcess.TOKEN, "SEEDER_DEFAULT_STORES", "3", "SEEDER_DEFAULT_PRODUCTS", "12");
        String[] flags = {
            "--api-url",
            server.url(),
            "--database",
            database,
            "--questions",
            "10",
            "--min-recall",
            "0",
            "--min-citations",
            "0",
            "--confirm"
        };
        return Checked.check(folder, environment, flags);
    }

    @Test
    void withoutTheTokenOfAServerNothingIsIndexed() throws Exception {
        try (ServingProcess server = ServingProcess.in(folder, database)) {
            Checked ran = Checked.check(
                    folder,
                    Checked.SMALL,
                    "--api-url",
                    server.url(),
                    "--database",
                    database,
                    "--questions",
                    "10",
                    "--confirm");

            assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(1);
            assertThat(ran.err()).contains("index: POST /rag/index answered 401: ", "FORGE_API_TOKEN");
            assertThat(server.sources().get("total_sources").asInt()).isZero();
        }
    }
}
