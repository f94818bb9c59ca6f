package io.theforge.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded can be listed, and made again. */
class RunsTest {
    private static final String[] ODD_SHOP = {
        "--full-new",
        "--stores",
        "2",
        "--products",
        "3",
        "--start-date",
        "2024-02-01",
        "--end-date",
        "2024-03-10",
        "--seed",
        "-77",
        "--sparsity",
        "0.3",
        "--confirm",
        "--json"
    };

    @TempDir
    Path folder;

    @Test
    void theConfigurationOfARunMakesTheSameRowsAgain() throws Exception {
        Ran made = Ran.in(folder, ODD_SHOP);
        assertThat(made.exit()).as(made.err()).isZero();
        String fingerprint = made.json().get("fingerprint").asText();

        Ran shown = Ran.in(folder, "runs", "show", "1");
        Files.writeString(folder.resolve("again.yaml"), shown.out());
        Ran again = Ran.in(
                folder, "--full-new", "--config", "again.yaml", "--database", "duckdb:b.duckdb", "--confirm", "--json");

        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.out()).startsWith("# Run 1 on duckdb:").contains("seed -77", "# fingerprint " + fingerprint);
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.json().get("fingerprint").asText()).isEqualTo(fingerprint);
        JsonNode json = Ran.in(folder, "runs", "show", "1", "--json").json().get("run");
        assertThat(json.get("seed").asLong()).isEqualTo(-77);
        assertThat(json.at("/tables/sales_daily/inserted").asLong())
                .isEqualTo(made.json().at("/tables/sales_daily/inserted").asLong());
    }

    /** It does not name its law, and the scenario that it names has changed. */
    @Test
    void aRunOfTheFirstForgeMakesTheSameRowsAgainToo() throws Exception {
        String record = Files.readString(
                Path.of("..", "forge-database", "src/test/resources/io/theforge/database/record-of-model-1.yaml"));
        Ran.in(folder, ODD_SHOP);
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".forge/forge.duckdb"));
                PreparedStatement update = connection.prepareStatement("UPDATE theforge.run SET configuration = ?")) {
            update.setString(1, record);
            update.executeUpdate();
        }

        Ran shown = Ran.in(folder, "runs", "show", "1");
        Files.writeString(folder.resolve("again.yaml"), shown.out());
        Ran again = Ran.in(
                folder, "--full-new", "--config", "again.yaml", "--database", "duckdb:b.duckdb", "--confirm", "--json");

        assertThat(shown.out()).contains("\nmodel_version: 1\n");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.json().get("fingerprint").asText())
                .as("what that Forge made of it")
                .isEqualTo("c5fdce5686475bd5f786793d49165d44");
        assertThat(Ran.in(folder, "runs", "show", "1", "--json")
                        .json()
                        .at("/run/configuration")
                        .asText())
                .isEqualTo("model_version: 1\n" + record);
    }

    @Test
    void allRunsAreListedNewestFirst() {
        assertThat(Ran.in(folder, "runs").out()).contains("no run is recorded there");
        assertThat(folder.resolve(".forge")).doesNotExist();
        Ran.in(folder, ODD_SHOP);
        Ran.in(folder, ODD_SHOP);

        Ran listed = Ran.in(folder, "runs");
        JsonNode runs = Ran.in(folder, "--json", "runs").json().get("runs");

        assertThat(listed.out().lines()).hasSize(3);
        assertThat(listed.out())
                .startsWith("run 2: full-new completed at ")
                .contains(
                        "by " + System.getProperty("user.name") + ", seed -77",
                        "its configuration: ./forge runs show 2");
        assertThat(runs).hasSize(2);
        assertThat(runs.get(0).get("run_id").asLong()).isEqualTo(2);
        assertThat(runs.get(0).get("peak_memory_bytes").asLong()).isPositive();
        assertThat(runs.get(0).get("fingerprint")).isEqualTo(runs.get(1).get("fingerprint"));
    }

    @Test
    void aRunThatIsNotThereIsNamed() {
        Ran.in(folder, ODD_SHOP);

        Ran ran = Ran.in(folder, "runs", "show", "7");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("forge: ID: there is no run 7", "see ./forge runs");
    }

    @Test
    void aCommandHasAHelpOfItsOwn() {
        assertThat(Ran.in(folder, "unprotect", "--help").out())
                .contains("--name", "production")
                .doesNotContain("--seed");
        assertThat(Ran.in(folder, "runs", "show", "--help").exit()).isZero();
        assertThat(Ran.in(folder, "--help").out()).contains("runs", "protect", "unprotect");
    }
}
