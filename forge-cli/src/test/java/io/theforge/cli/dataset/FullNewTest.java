package io.theforge.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first command to the last on the embedded database: two stores, three products, ten days. */
class FullNewTest {
    private static final String[] SMALL = {
        "--full-new", "--stores", "2", "--products", "3", "--start-date", "2024-01-01", "--end-date", "2024-01-10"
    };

    /** Nobody listens there: whoever connects fails with exit code 1. */
    private static final String CLOSED = "postgresql://me:s3cret@localhost:1/shop";

    @TempDir
    Path folder;

    @Test
    void withoutConfirmationItSaysWhatItWouldDoAndWithWhichCommand() throws Exception {
        Ran ran = small("--config", "it's.yaml");
        assertThat(ran.exit()).as("no such file yet: " + ran.err()).isEqualTo(2);
        Files.writeString(folder.resolve("it's.yaml"), "seed: 7\n");

        ran = small("--config", "it's.yaml");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(3);
        assertThat(ran.out()).containsPattern("sales_daily +0 +0 +0 +60 +60");
        assertThat(ran.err())
                .contains("database: ", "--full-new would make a dataset")
                .doesNotContain("earlier run")
                .contains("./forge --full-new --stores 2 --products 3 --start-date 2024-01-01 --end-date 2024-01-10"
                        + " --config 'it'\\''s.yaml' --confirm");
        assertThat(folder.resolve(".forge")).doesNotExist();
    }

    @Test
    void thePrintedCommandShowsNoPassword() {
        Ran ran = Ran.in(folder, Map.of("APP_ENV", "test"), "--full-new", "--database", CLOSED);

        assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out() + ran.err()).doesNotContain("s3cret");
    }

    @Test
    void aDryRunCreatesNothingEvenWhenConfirmed() throws Exception {
        Ran ran = small("--dry-run", "--confirm", "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().get("outcome").asText()).isEqualTo("planned");
        assertThat(ran.json().at("/tables/sales_daily/rows_after").asLong()).isEqualTo(60);
        assertThat(ran.json().at("/tables/store/inserted").asLong()).isEqualTo(2);
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void statusOnNothingCreatesNothing() throws Exception {
        Ran ran = Ran.in(folder, "--status");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("./forge --full-new --confirm");
        assertThat(Files.list(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "PRODUCTION", " Prod ", "live", "LIVE\t"})
    void productionIsRefusedBeforeAnyConnection(String appEnv) {
        Ran ran =
                Ran.in(folder, Map.of("APP_ENV", appEnv, "DATABASE_URL", CLOSED), "--full-new", "--confirm", "--json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(3);
        assertThat(ran.json().get("outcome").asText()).isEqualTo("refused");
        assertThat(ran.json().at("/error/code").asText()).isEqualTo("refused");
        assertThat(ran.json().at("/error/remedy").asText()).contains("SEEDER_ALLOW_PRODUCTION=true");
        assertThat(ran.json().get("database").asText()).contains("localhost");
        assertThat(ran.out() + ran.err()).doesNotContain("s3cret");
    }

    @Test
    void productionFromAFileCountsAndItsOverrideDoesNot() throws Exception {
        Files.writeString(folder.resolve(".env"), "export APP_ENV=Production\nSEEDER_ALLOW_PRODUCTION=true\n");

        assertThat(small("--confirm").exit()).isEqualTo(3);
        assertThat(small("--dry-run").exit()).as("a dry run writes nothing").isZero();
        assertThat(Ran.in(folder, Map.of("SEEDER_ALLOW_PRODUCTION", "true"), words("--confirm"))
                        .exit())
                .as("the override in the real environment")
                .isZero();
    }

    @Test
    void theRealEnvironmentWinsOverTheFile() throws Exception {
        Files.writeString(folder.resolve(".env"), "APP_ENV=production\nSEEDER_DEFAULT_STORES=9\nodd line\n");

        Ran ran = Ran.in(
                folder,
                Map.of("APP_ENV", "development", "SEEDER_DEFAULT_STORES", "4", "SEEDER_REQUIRE_CONFIRM", "false"),
                "--full-new",
                "--products",
                "1",
                "--end-date",
                "2024-01-02",
                "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().at("/tables/store/rows_after").asLong()).isEqualTo(4);
        assertThat(ran.err()).contains(".env:3: is not NAME=value").doesNotContain("odd line");
    }

    @Test
    void aConfirmedRunFillsTheTablesAndStatusAndVerifyAgreeWithIt() {
        Ran made = small("--confirm", "--json");
        assertThat(made.exit()).as(made.err()).isZero();
        JsonNode json = made.json();
        assertThat(json.get("operation").asText()).isEqualTo("full-new");
        assertThat(json.get("outcome").asText()).isEqualTo("completed");
        assertThat(json.get("run_id").isIntegralNumber()).isTrue();
        assertThat(json.get("seed").asLong()).isEqualTo(42);
        assertThat(json.get("seconds").asDouble()).isPositive();
        assertThat(json.get("rows_per_second").asLong()).isPositive();
        assertThat(json.get("peak_memory_bytes").asLong()).isPositive();
        assertThat(json.at("/tables/sales_daily/inserted").asLong()).isEqualTo(60);
        assertThat(json.at("/tables/sales_daily/fingerprint").asText()).isNotEmpty();
        String fingerprint = json.get("fingerprint").asText();

        JsonNode status = Ran.in(folder, "--status", "--json").json();
        assertThat(status.get("fingerprint").asText()).isEqualTo(fingerprint);
        assertThat(status.at("/tables/calendar/rows").asLong()).isEqualTo(10);
        assertThat(status.at("/date_range/start").asText()).isEqualTo("2024-01-01");
        assertThat(status.at("/date_range/end").asText()).isEqualTo("2024-01-10");
        assertThat(status.get("runs")).hasSize(1);

        Ran verified = Ran.in(folder, "--verify", "--json");
        assertThat(verified.exit()).as(verified.out()).isZero();
        assertThat(verified.json().get("passed").asBoolean()).isTrue();
        assertThat(verified.json().get("checks")).isNotEmpty();

        Ran again = small("--confirm");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out())
                .contains(fingerprint)
                .contains("rows/s", "peak memory", "look at it: duckdb ", "next: ./forge --verify");
        assertThat(small("--confirm", "--seed", "43", "--json")
                        .json()
                        .get("fingerprint")
                        .asText())
                .isNotEqualTo(fingerprint);
    }

    @Test
    void aCorruptedRowMakesVerifyEndWithFour() throws Exception {
        assertThat(small("--confirm").exit()).isZero();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".forge/forge.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE sales_daily SET total_amount = total_amount + 0.01 WHERE date = DATE '2024-01-05'");
        }

        Ran ran = Ran.in(folder, "--verify", "--json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(4);
        assertThat(ran.json().get("passed").asBoolean()).isFalse();
        assertThat(ran.json().at("/error/code").asText()).isEqualTo("verification");
        assertThat(ran.json().at("/error/message").asText()).contains("sales_daily.total_amount");
        assertThat(Ran.in(folder, "--verify").out()).contains("failed   sales_daily.total_amount");
    }

    @Test
    void checksAreSkippedWhereNobodyWantsThem() {
        Ran ran = small("--confirm", "--no-verify", "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().get("checks")).isEmpty();
    }

    @Test
    void theTraceOfAFailureIsForThoseWhoAskForIt() {
        String[] nobodyListens = {"--status", "--database", CLOSED};

        assertThat(Ran.in(folder, nobodyListens).err()).doesNotContain("\tat ");
        Ran verbose = Ran.in(
                folder,
                Stream.concat(Stream.of(nobodyListens), Stream.of("--verbose")).toArray(String[]::new));
        assertThat(verbose.exit()).isEqualTo(1);
        assertThat(verbose.err()).contains("\tat io.theforge").doesNotContain("s3cret");
    }

    @Test
    void theLogIsLinesOfJsonWhereItIsAskedFor() {
        Ran ran = small("--confirm", "--log-format", "json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        List<JsonNode> lines = ran.err().lines().map(Ran::parse).toList();
        assertThat(lines).extracting(line -> line.path("event").asText()).contains("forge.full_new.started");
        JsonNode last = lines.get(lines.size() - 1);
        assertThat(last.get("event").asText()).isEqualTo("forge.full_new.completed");
        assertThat(last.get("run_id").asLong()).isPositive();
        assertThat(last.get("peak_memory_bytes").asLong()).isPositive();
        assertThat(last.get("seconds").asDouble()).isPositive();
        assertThat(last.at("/tables/sales_daily/inserted").asLong()).isEqualTo(60);
    }

    private Ran small(String... more) {
        return Ran.in(folder, words(more));
    }

    private static String[] words(String... more) {
        return Stream.concat(Stream.of(SMALL), Stream.of(more)).toArray(String[]::new);
    }
}
