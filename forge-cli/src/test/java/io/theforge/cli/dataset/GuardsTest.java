package io.theforge.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No way round. */
class GuardsTest {
    private static final List<String> SMALL =
            List.of("--full-new", "--stores", "1", "--products", "1", "--end-date", "2024-01-05");

    @TempDir
    Path folder;

    private Ran fullNew(Map<String, String> environment, String... more) {
        List<String> words = new ArrayList<>(SMALL);
        words.addAll(List.of(more));
        return Ran.in(folder, environment, words.toArray(String[]::new));
    }

    private void refused(Ran ran, String override) {
        assertThat(ran.exit()).as(ran.err()).isEqualTo(3);
        assertThat(ran.err()).contains(override);
        assertThat(folder.resolve(".forge")).doesNotExist();
    }

    @Test
    void aMarkedDatabaseRefusesUntilItsNameIsGiven() {
        assertThat(fullNew(Map.of(), "--confirm").exit()).isZero();
        Ran dry = Ran.in(folder, "protect", "--dry-run");
        assertThat(dry.exit()).isZero();
        assertThat(Ran.in(folder, "--status").out()).doesNotContain("marked as production");

        Ran marked = Ran.in(folder, "protect", "--json");
        assertThat(marked.json().get("outcome").asText()).isEqualTo("completed");
        assertThat(Ran.in(folder, "protect", "--json").json().get("outcome").asText())
                .isEqualTo("unchanged");
        assertThat(Ran.in(folder, "--status").out()).contains("marked as production");
        for (Map<String, String> environment : List.of(
                Map.<String, String>of(),
                Map.of("APP_ENV", "development"),
                Map.of("SEEDER_ALLOW_PRODUCTION", "true", "SEEDER_REQUIRE_CONFIRM", "false"))) {
            Ran ran = fullNew(environment, "--confirm", "--json");
            assertThat(ran.exit()).as(ran.err()).isEqualTo(3);
            assertThat(ran.json().get("outcome").asText()).isEqualTo("refused");
            assertThat(ran.err()).contains("./forge unprotect --name forge.duckdb");
        }
        assertThat(fullNew(Map.of(), "--dry-run", "--confirm").out()).contains("marked as production");

        for (String[] attempt : new String[][] {
            {"unprotect"}, {"unprotect", "--name", "FORGE.DUCKDB"}, {"unprotect", "--name="}, {"unprotect", "--dry-run"}
        }) {
            assertThat(Ran.in(folder, attempt).exit())
                    .isEqualTo(attempt[attempt.length - 1].equals("--dry-run") ? 0 : 3);
            assertThat(fullNew(Map.of(), "--confirm").exit()).isEqualTo(3);
        }
        assertThat(Ran.in(folder, "unprotect").err())
                .contains("has not been given; this takes it off: ./forge unprotect --name forge.duckdb");
        assertThat(Ran.in(folder, "unprotect", "--database", "duckdb:.forge/forge.duckdb")
                        .err())
                .containsOnlyOnce("--database duckdb:.forge/forge.duckdb");
        assertThat(Ran.in(folder, "unprotect", "--name", "forge.duckdb").exit()).isZero();
        assertThat(fullNew(Map.of(), "--confirm").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--append",
                "--append --dry-run",
                "--verify",
                "--verify --realism",
                "oracle",
                "uplift",
                "score f.csv",
                "runs show 1"
            })
    void whatNeedsADatasetIsRefusedInTheSameWordsWhereThereIsNone(String command) {
        Ran ran = Ran.in(folder, command.split(" "));

        refused(ran, "there is no dataset of the Forge in duckdb:");
        assertThat(ran.err()).contains("make one first, with --full-new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRODUCTION", "\tProd ", "live\n"})
    void oddlyWrittenProductionIsProductionForEveryCommandThatWrites(String appEnv) {
        Map<String, String> environment = Map.of("APP_ENV", appEnv);
        refused(fullNew(environment, "--confirm"), "SEEDER_ALLOW_PRODUCTION=true");
        refused(fullNew(environment), "SEEDER_ALLOW_PRODUCTION=true");
        refused(Ran.in(folder, environment, "--append"), "SEEDER_ALLOW_PRODUCTION=true");
        refused(Ran.in(folder, environment, "protect"), "SEEDER_ALLOW_PRODUCTION=true");
        refused(Ran.in(folder, environment, "unprotect", "--name", "forge.duckdb"), "SEEDER_ALLOW_PRODUCTION=true");
        assertThat(Ran.in(folder, environment, "runs").exit()).isZero();
    }

    @Test
    void anEmptyValueInTheEnvironmentDoesNotHideWhatTheFileSays() throws IOException {
        Files.writeString(folder.resolve(".env"), "APP_ENV=\" production \"\n");
        refused(fullNew(Map.of("APP_ENV", " "), "--confirm"), "SEEDER_ALLOW_PRODUCTION=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "yes", "on", "truee"})
    void nothingButTrueLiftsIt(String override) {
        refused(
                fullNew(Map.of("APP_ENV", "production", "SEEDER_ALLOW_PRODUCTION", override), "--confirm"),
                "SEEDER_ALLOW_PRODUCTION=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allow_production: true",
                "confirm: true",
                "guards: {production: off}",
                "operational: {confirm: true}"
            })
    void aConfigurationFileHasNoKeyThatLiftsAGuard(String yaml) throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), yaml + "\n");
        assertThat(fullNew(Map.of(), "--config", "shop.yaml").exit()).isEqualTo(2);
        refused(
                fullNew(Map.of("APP_ENV", "production"), "--config", "shop.yaml", "--confirm"),
                "SEEDER_ALLOW_PRODUCTION=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--conf", "--confir", "--CONFIRM", "-c", "--confirm=true", "--yes"})
    void noAbbreviationConfirms(String flag) {
        assertThat(fullNew(Map.of(), flag).exit()).isEqualTo(2);
        assertThat(folder.resolve(".forge")).doesNotExist();
    }

    @Test
    void confirmationIsRequiredUnlessTheEnvironmentSaysOtherwise() throws IOException {
        refused(fullNew(Map.of()), "--confirm");
        refused(fullNew(Map.of("SEEDER_REQUIRE_CONFIRM", " ")), "--confirm");
        refused(fullNew(Map.of("SEEDER_REQUIRE_CONFIRM", "TRUE")), "--confirm");
        refused(fullNew(Map.of("SEEDER_REQUIRE_CONFIRM", "false"), "--include-unmanaged"), "--confirm");
        Files.writeString(folder.resolve(".env"), "SEEDER_REQUIRE_CONFIRM=false\n");
        refused(fullNew(Map.of("SEEDER_REQUIRE_CONFIRM", "true")), "--confirm");
        assertThat(fullNew(Map.of(), "--dry-run", "--confirm").exit()).isZero();
        assertThat(folder.resolve(".forge")).doesNotExist();
        assertThat(fullNew(Map.of()).exit()).as(".env counts as environment").isZero();
    }

    @Test
    void theAuditLogKeepsEverythingThatWasTriedAndNoPassword() throws IOException {
        String[] log = {"--audit-log", "audit.jsonl"};
        fullNew(Map.of(), log);
        fullNew(Map.of(), "--dry-run", log[0], log[1]);
        fullNew(Map.of("APP_ENV", "live"), "--confirm", log[0], log[1]);
        fullNew(Map.of(), "--confirm", "--database", "postgresql://me:s3cret@localhost:1/shop", log[0], log[1]);
        fullNew(Map.of(), "--confirm", "--sparsity", "7", log[0], log[1]);
        Ran done = fullNew(Map.of(), "--confirm", "--json", log[0], log[1]);
        Ran.in(folder, "protect", log[0], log[1]);

        String text = Files.readString(folder.resolve("audit.jsonl"));
        List<JsonNode> lines = text.lines().map(Ran::parse).toList();
        List<JsonNode> ended = lines.stream()
                .filter(line -> line.get("event").asText().equals("ended"))
                .toList();

        assertThat(lines).hasSize(14);
        assertThat(ended)
                .extracting(line -> line.get("outcome").asText())
                .containsExactly("refused", "planned", "refused", "failed", "failed", "completed", "completed");
        assertThat(ended).extracting(line -> line.get("exit_code").asInt()).containsExactly(3, 0, 3, 1, 2, 0, 0);
        assertThat(text).doesNotContain("s3cret");
        assertThat(ended.get(2).at("/environment/APP_ENV").asText()).isEqualTo("live");
        assertThat(ended.get(4).at("/error/message").asText()).isNotBlank();
        JsonNode completed = ended.get(5);
        assertThat(completed.get("os_user").asText()).isEqualTo(System.getProperty("user.name"));
        assertThat(completed.get("database").asText()).startsWith("duckdb:");
        assertThat(completed.get("seconds").asDouble()).isPositive();
        assertThat(completed.get("run_id")).isEqualTo(done.json().get("run_id"));
        assertThat(completed.at("/tables/sales_daily/inserted").asLong()).isEqualTo(5);
        assertThat(completed.get("configuration").asText()).contains("seed: 42");
        assertThat(completed.get("audit_id")).isEqualTo(lines.get(10).get("audit_id"));
        assertThat(ended.get(6).get("operation").asText()).isEqualTo("protect");
    }

    /** What listens hears of nobody but the test itself. */
    @ParameterizedTest
    @ValueSource(strings = {"--sparsity 7 --confirm", "--config none.yaml --confirm", "--batch-size 0 --confirm"})
    void aWrongConfigurationIsToldBeforeAnybodyConnects(String wrong) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "postgresql://me:s3cret@127.0.0.1:" + server.getLocalPort() + "/shop";
            Ran ran = fullNew(Map.of("DATABASE_URL", url), wrong.split(" "));

            assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
            try (Socket own = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                    Socket first = server.accept()) {
                assertThat(first.getPort()).isEqualTo(own.getLocalPort());
            }
        }
    }

    /** The server never answers, and nobody waits for it. */
    @Test
    void whatOnlyThePlanRefusesIsToldWithoutTheDatabase() throws IOException {
        Files.writeString(
                folder.resolve("shop.yaml"),
                "shocks: [{name: Cold, start: \"2024-01-02\", factor: 0.1, products: [SKU-000002]}]\n");
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "postgresql://me:s3cret@127.0.0.1:" + silent.getLocalPort() + "/shop";
            Ran ran = fullNew(Map.of("DATABASE_URL", url), "--config", "shop.yaml", "--confirm");

            assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
            assertThat(ran.err()).contains("shop.yaml:1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not/there/audit.jsonl", ".", ""})
    void whatCannotBeRecordedIsNotDone(String file) {
        refused(fullNew(Map.of(), "--confirm", "--audit-log=" + file), "--audit-log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app_env=production", "App_Env= LIVE", "export APP_env=prod"})
    void aNameInTheWrongCaseIsNoWayRoundTheGuard(String line) throws IOException {
        Files.writeString(folder.resolve(".env"), line + "\n");
        refused(fullNew(Map.of(), "--confirm"), "SEEDER_ALLOW_PRODUCTION=true");
        assertThat(fullNew(Map.of("APP_ENV", "development"), "--confirm").exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "database_url=duckdb:other.duckdb, database_url, DATABASE_URL",
        "App_Env=development, App_Env, APP_ENV",
        "seeder_require_confirm=false, seeder_require_confirm, SEEDER_REQUIRE_CONFIRM",
        "PgPassword=x, PgPassword, PGPASSWORD"
    })
    void aNameInTheWrongCaseIsTold(String line, String name, String right) throws IOException {
        Files.writeString(folder.resolve(".env"), "# settings\n" + line + "\n");
        Ran ran = fullNew(Map.of());
        assertThat(ran.exit()).as("nothing is lifted by it").isEqualTo(3);
        assertThat(ran.err()).contains("forge: warning: .env:2: " + name + " has been passed over; write " + right);
        assertThat(folder.resolve("other.duckdb")).doesNotExist();
        assertThat(fullNew(Map.of(right, "duckdb:x.duckdb")).err()).doesNotContain("has been passed over");
    }

    @Test
    void theCommandThatTakesTheMarkOffReachesTheSameDatabase() {
        String[] database = {"--database", "duckdb:my shop.duckdb"};
        assertThat(Ran.in(
                                folder,
                                "--full-new",
                                "--stores",
                                "1",
                                "--products",
                                "1",
                                "--confirm",
                                database[0],
                                database[1])
                        .exit())
                .isZero();
        assertThat(Ran.in(folder, "protect", database[0], database[1]).exit()).isZero();
        assertThat(Ran.in(folder, "--append", database[0], database[1]).err())
                .contains(
                        "take the mark off: ./forge unprotect --name 'my shop.duckdb' --database 'duckdb:my shop.duckdb'");
    }
}
