package io.theforge.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset goes on, from the command line, in the embedded file. */
class AppendTest {
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
                "2024-01-31",
                "--confirm");
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private String fingerprint() {
        return Ran.in(folder, "--status", "--json").json().get("fingerprint").asText();
    }

    @Test
    void theNextMonthNeedsNoConfirmationAndComesOnce() {
        fill();
        String before = fingerprint();

        Ran planned = Ran.in(folder, "--append", "--dry-run", "--json");
        assertThat(planned.exit()).as(planned.err()).isZero();
        assertThat(planned.json().get("operation").asText()).isEqualTo("append");
        assertThat(planned.json().get("outcome").asText()).isEqualTo("planned");
        assertThat(planned.json().at("/tables/sales_daily/inserted").asLong()).isEqualTo(6 * 29);
        assertThat(fingerprint()).isEqualTo(before);

        Ran done = Ran.in(folder, "--append", "--log-format", "json", "--json");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.err()).contains("forge.append.started", "forge.append.completed");
        assertThat(done.json().get("outcome").asText()).isEqualTo("completed");
        assertThat(done.json().at("/tables/sales_daily")).isNotNull();
        assertThat(done.json().at("/tables/sales_daily/rows_after").asLong()).isEqualTo(6 * 60);
        assertThat(done.json().get("fingerprint").asText())
                .isEqualTo(fingerprint())
                .isNotEqualTo(before);

        Ran again = Ran.in(folder, "--append", "--end-date", "2024-02-29");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).contains("nothing to do");
        Ran verified = Ran.in(folder, "--verify");
        assertThat(verified.exit()).as(verified.out()).isZero();
    }

    @Test
    void aHoleIsExitCodeTwoAndTellsTheCommand() {
        fill();
        Ran ran = Ran.in(folder, "--append", "--start-date", "2024-03-01", "--end-date", "2024-03-31", "--json");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().at("/error/location").asText()).isEqualTo("--start-date");
        assertThat(ran.err()).contains("hole", "--append --start-date 2024-02-01 --end-date 2024-03-31");
    }

    @Test
    void changedRowsNeedToBeConfirmed() throws Exception {
        fill();
        String url = "jdbc:duckdb:" + folder.resolve(".forge").resolve("forge.duckdb");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE sales_daily SET quantity = quantity + 1 WHERE date = DATE '2024-01-31'");
        }
        String[] command = {"--append", "--start-date", "2024-01-31", "--end-date", "2024-02-10"};

        Ran refused = Ran.in(folder, command);
        assertThat(refused.exit()).as(refused.err()).isEqualTo(3);
        assertThat(refused.out()).containsPattern("sales_daily +186 +0 +6 +60 +246");
        assertThat(refused.err()).contains("./forge --append --start-date 2024-01-31 --end-date 2024-02-10 --confirm");

        Ran done = Ran.in(folder, Map.of("SEEDER_REQUIRE_CONFIRM", "false"), command);
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(Ran.in(folder, "--verify").exit()).isZero();
    }

    @Test
    void aMarkedDatabaseAndOneWithoutItsFactsAreRefused() throws Exception {
        fill();
        String[] command = {"--append", "--end-date", "2024-02-10", "--confirm", "--audit-log", "audit.jsonl"};
        assertThat(Ran.in(folder, "protect").exit()).isZero();
        Ran marked = Ran.in(folder, command);
        assertThat(marked.exit()).isEqualTo(3);
        assertThat(marked.err()).contains("./forge unprotect --name forge.duckdb");
        assertThat(Ran.in(folder, "unprotect", "--name", "forge.duckdb").exit()).isZero();
        assertThat(Ran.in(folder, "--delete", "--scope", "facts", "--confirm").exit())
                .isZero();

        Ran ran = Ran.in(folder, command);

        assertThat(ran.exit()).as(ran.err()).isEqualTo(3);
        assertThat(ran.err()).contains("part of the dataset", "has been deleted", "backup", "--full-new");
        List<String> audit = Files.readAllLines(folder.resolve("audit.jsonl"));
        assertThat(audit).hasSize(4);
        assertThat(Ran.parse(audit.get(3)).get("outcome").asText()).isEqualTo("refused");
        assertThat(Ran.parse(audit.get(3)).at("/append/end_date").asText()).isEqualTo("2024-02-10");
    }

    @Test
    void productionAndAMissingDatasetAreRefused() throws Exception {
        Ran nothing = Ran.in(folder, "--append");
        assertThat(nothing.exit()).isEqualTo(3);
        assertThat(nothing.err()).contains("--full-new");
        assertThat(folder.resolve(".forge")).doesNotExist();

        Ran production = Ran.in(folder, Map.of("APP_ENV", "Production"), "--append");
        assertThat(production.exit()).isEqualTo(3);
        assertThat(production.err()).contains("APP_ENV");
    }

    /** The rows of a dataset without its records are as good as entered by hand. */
    @Test
    void rowsOfSomebodyElseGoOnAndTheRecordTellsHow() throws Exception {
        fill();
        String url = "jdbc:duckdb:" + folder.resolve(".forge").resolve("forge.duckdb");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table :
                    List.of("run", "run_table", "calendar_day", "guard", "series_state", "schema_history")) {
                statement.execute("DROP TABLE theforge." + table);
            }
        }
        Ran planned = Ran.in(folder, "--append", "--dry-run");
        assertThat(planned.exit()).as(planned.err()).isZero();
        assertThat(planned.out()).contains("estimated", "2024-01-31", "for 6 store-product pairs, none left out");

        Ran done = Ran.in(folder, Map.of("SEEDER_DEFAULT_SEED", "9"), "--append", "--json");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.json().get("seed").asLong()).isEqualTo(9);
        assertThat(done.json().at("/tables/sales_daily/inserted").asLong()).isEqualTo(6 * 29);
        assertThat(done.json().at("/tables/store/inserted").asLong()).isZero();

        Ran again = Ran.in(folder, "--append", "--start-date", "2024-02-01", "--end-date", "2024-02-29");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).contains("nothing to do");
        Ran shown = Ran.in(folder, "runs", "show", "1");
        assertThat(shown.out())
                .contains("./forge --append --start-date 2024-02-01 --end-date 2024-02-29 --seed 9")
                .doesNotContain("--full-new");
        assertThat(Ran.in(folder, "--verify").exit()).isZero();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE sales_daily SET unit_price = unit_price + 1, total_amount = quantity * (unit_price + 1)"
                            + " WHERE date = DATE '2024-02-10'");
        }
        Ran changed = Ran.in(folder, "--verify");
        assertThat(changed.exit()).isEqualTo(4);
        assertThat(changed.err())
                .contains("sales_daily.fingerprint", "./forge --delete --confirm", "append again")
                .doesNotContain("--full-new", "named above");
        Ran deleted = Ran.in(folder, "--delete", "--scope", "facts", "--confirm", "--json");
        assertThat(deleted.json().at("/tables/sales_daily/deleted").asLong()).isEqualTo(6 * 29);
        assertThat(deleted.json().at("/tables/sales_daily/rows_after").asLong()).isEqualTo(6 * 31);
    }
}
