package io.theforge.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the dry run to the deletion on the embedded database: two stores, three products, ten days. */
class DeleteTest {
    @TempDir
    Path folder;

    private void fill() {
        Ran ran = Ran.in(
                folder,
                "--full-new",
                "--stores",
                "2",
                "--products",
                "3",
                "--start-date",
                "2024-01-01",
                "--end-date",
                "2024-01-10",
                "--confirm");
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private long rows(String table) {
        return Ran.in(folder, "--status", "--json")
                .json()
                .at("/tables/" + table + "/rows")
                .asLong();
    }

    @Test
    void theDryRunTellsTheCountsOfTheDeletion() throws Exception {
        fill();

        JsonNode planned = Ran.in(
                        folder, "--delete", "--scope", "facts", "--backup", "b.gz", "--dry-run", "--confirm", "--json")
                .json();

        assertThat(planned.get("outcome").asText()).isEqualTo("planned");
        assertThat(rows("sales_daily")).isEqualTo(60);
        assertThat(folder.resolve("b.gz")).doesNotExist();
        JsonNode done = Ran.in(folder, "--delete", "--scope", "facts", "--backup", "b.gz", "--confirm", "--json")
                .json();
        assertThat(done.get("operation").asText()).isEqualTo("delete");
        assertThat(done.get("outcome").asText()).isEqualTo("completed");
        assertThat(done.get("scope").asText()).isEqualTo("facts");
        assertThat(done.get("run_id").asInt()).isEqualTo(2);
        for (String table : List.of("store", "calendar", "sales_daily", "inventory_snapshot_daily", "promotion")) {
            for (String figure : List.of("rows_before", "rows_after", "deleted")) {
                assertThat(done.at("/tables/" + table + "/" + figure))
                        .isEqualTo(planned.at("/tables/" + table + "/" + figure));
            }
        }
        assertThat(done.at("/tables/sales_daily/deleted").asLong()).isEqualTo(60);
        assertThat(rows("sales_daily")).isZero();
        assertThat(rows("store")).isEqualTo(2);
        assertThat(Files.readAllBytes(folder.resolve("b.gz"))).startsWith(0x1f, 0x8b);
        Ran verified = Ran.in(folder, "--verify");
        assertThat(verified.exit()).as(verified.out()).isZero();
    }

    @Test
    void withoutConfirmationItSaysWhatItWouldDoAndWithWhichCommand() {
        fill();

        Ran ran = Ran.in(folder, "--delete", "--scope", "facts");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).containsPattern("sales_daily +60 +60 +0 +0 +0");
        assertThat(ran.err()).contains("./forge --delete --scope facts --confirm");
        assertThat(rows("sales_daily")).isEqualTo(60);
    }

    @Test
    void dimensionsSayThatTheFactsGoToo() {
        fill();

        Ran ran = Ran.in(folder, "--delete", "--scope", "dimensions", "--confirm");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("note: the facts that hang on").containsPattern("sales_daily +60 +60 +0 +0 +0");
    }

    @Test
    void whereNothingIsThereIsNothingToDeleteAndNothingIsCreated() throws Exception {
        for (String flag : List.of("--confirm", "--dry-run", "--json")) {
            Ran ran = Ran.in(folder, "--delete", "--backup", "b.gz", flag);
            assertThat(ran.exit()).as(ran.err()).isZero();
            if (flag.equals("--json")) {
                assertThat(ran.json().get("outcome").asText()).isEqualTo("unchanged");
            } else {
                assertThat(ran.out()).contains("nothing to delete");
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void productionIsGuarded() {
        fill();

        Ran ran = Ran.in(folder, Map.of("APP_ENV", " Production "), "--delete", "--confirm");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("--delete writes", "SEEDER_ALLOW_PRODUCTION");
        assertThat(rows("store")).isEqualTo(2);
    }

    @Test
    void rowsOfOthersNeedTheConfirmationWhateverASettingSays() throws Exception {
        fill();
        try (Connection host = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".forge/forge.duckdb"));
                Statement statement = host.createStatement()) {
            statement.execute("INSERT INTO store (code, name) VALUES ('HOST', 'Of the host')");
        }
        Map<String, String> lenient = Map.of("SEEDER_REQUIRE_CONFIRM", "false");

        Ran refused = Ran.in(folder, lenient, "--delete", "--include-unmanaged");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.out()).contains("1 of the rows that go are not of The Forge");
        Ran ours = Ran.in(folder, lenient, "--delete");
        assertThat(ours.exit()).as(ours.err()).isZero();
        assertThat(rows("store")).isEqualTo(1);
        Ran all = Ran.in(folder, "--delete", "--include-unmanaged", "--confirm", "--json");
        assertThat(all.json().get("unmanaged_deleted").asLong()).isEqualTo(1);
        assertThat(rows("store")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--delete --scope sales --confirm | --scope: \"sales\" is no scope",
                "--delete --scop all | --scop: is no flag",
                "--delete --backup= --confirm | --backup: names no file",
                "--delete --seed 7 | --seed: does not go with --delete",
                "--delete --full-new | --full-new: does not go with --delete",
                "--status --scope all | --scope: does not go with --status",
                "--full-new --backup x | --backup: does not go with --full-new",
                "--verify --include-unmanaged | --include-unmanaged: does not go with --verify",
            })
    void whatCannotBeMeantIsRefusedByName(String usage) {
        String[] parts = usage.split(" \\| ");

        Ran ran = Ran.in(folder, parts[0].split(" "));

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains(parts[1]);
        assertThat(folder.resolve(".forge")).doesNotExist();
    }

    @Test
    void onATerminalABackupIsOffered() {
        fill();
        String asked = answered("kept.sql.gz", "--delete", "--scope", "facts", "--confirm");

        assertThat(asked).contains("rows will be deleted");
        assertThat(folder.resolve("kept.sql.gz")).exists();
        assertThat(answered("", "--delete", "--confirm")).contains("rows will be deleted");
        assertThat(rows("store")).isZero();
        assertThat(answered("x", "--delete", "--confirm"))
                .as("nothing to ask about")
                .isEmpty();
        assertThat(folder.resolve("x")).doesNotExist();
    }

    /** @return the questions */
    private String answered(String answer, String... arguments) {
        List<String> questions = new ArrayList<>();
        assertThat(Ran.answering(folder, answer, questions, arguments).exit()).isZero();
        return String.join("", questions);
    }

    @Test
    void whatHappensIsLoggedByName() {
        fill();

        Ran ran = Ran.in(folder, "--delete", "--confirm", "--log-format", "json");

        assertThat(ran.err()).contains("forge.delete.started", "forge.delete.completed");
    }
}
