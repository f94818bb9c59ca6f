package io.theforge.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Ran;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same commands on a real PostgreSQL. */
class PostgresRunTest {
    private static final String[] SMALL = {"--full-new", "--stores", "2", "--products", "3", "--confirm", "--json"};

    private static EmbeddedPostgres server;
    private static String url;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        url = "postgresql+asyncpg://postgres:s3cret@localhost:" + server.getPort() + "/postgres";
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void theRowsAreThoseOfTheEmbeddedFile() throws Exception {
        Ran embedded = Ran.in(folder, SMALL);
        assertThat(embedded.exit()).as(embedded.err()).isZero();
        Files.writeString(folder.resolve(".env"), "DATABASE_URL=" + url + "\n");

        Ran ran = Ran.in(folder, SMALL);

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().get("database").asText()).startsWith("postgresql://localhost:");
        assertThat(ran.json().get("fingerprint")).isEqualTo(embedded.json().get("fingerprint"));
        Ran verified = Ran.in(folder, "--verify");
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
        assertThat(ran.out() + ran.err() + verified.out() + verified.err()).doesNotContain("s3cret");
    }

    @Test
    void aDatasetGoesOnWithTheSameRowsAsInTheEmbeddedFile() {
        Map<String, String> postgres = Map.of("DATABASE_URL", url);
        for (String[] command : new String[][] {SMALL, {"--append", "--seed", "7", "--json"}}) {
            Ran there = Ran.in(folder, postgres, command);
            Ran here = Ran.in(folder, command);
            assertThat(there.exit()).as(there.err()).isZero();
            assertThat(there.json().get("fingerprint")).isEqualTo(here.json().get("fingerprint"));
            if (command != SMALL) {
                assertThat(there.json().get("tables")).isEqualTo(here.json().get("tables"));
            }
        }
        Ran verified = Ran.in(folder, postgres, "--verify");
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void theExampleOfAForecastIsScoredAsInTheEmbeddedFile() throws Exception {
        String sql = Files.readString(Path.of("..", "examples", "score", "seasonal_naive.sql"));
        for (Map<String, String> environment : List.of(Map.of("DATABASE_URL", url), Map.<String, String>of())) {
            Ran made = Ran.in(folder, environment, SMALL);
            assertThat(made.exit()).as(made.err()).isZero();
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            StringBuilder csv = new StringBuilder("date,store_code,sku,forecast,fingerprint\n");
            while (rows.next()) {
                csv.append(rows.getString(1))
                        .append(',')
                        .append(rows.getString(2))
                        .append(',');
                csv.append(rows.getString(3)).append(',').append(rows.getInt(4)).append(',');
                csv.append(rows.getString(5)).append('\n');
            }
            Files.writeString(folder.resolve("f.csv"), csv);
        }
        Ran there = Ran.in(folder, Map.of("DATABASE_URL", url), "score", "f.csv", "--json");
        Ran here = Ran.in(folder, "score", "f.csv", "--json");

        assertThat(there.exit()).as(there.err()).isZero();
        assertThat(there.json().get("rows_scored").asInt()).isEqualTo(2 * 3 * 28);
        assertThat(there.json().get("groups")).isEqualTo(here.json().get("groups"));
    }

    @Test
    void aTriggerThatKeepsOrSwallowsRowsIsSuspected() throws Exception {
        Map<String, String> postgres = Map.of("DATABASE_URL", url);
        assertThat(Ran.in(folder, postgres, SMALL).exit()).isZero();
        Ran kept;
        Ran swallowed;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
            statement.execute(
                    "CREATE TRIGGER keeps BEFORE DELETE ON promotion FOR EACH ROW EXECUTE FUNCTION nothing()");
            kept = Ran.in(folder, postgres, "--delete", "--scope", "facts", "--confirm");
            statement.execute("DROP TRIGGER keeps ON promotion");
            statement.execute(
                    "CREATE TRIGGER swallows BEFORE INSERT ON sales_daily FOR EACH ROW EXECUTE FUNCTION nothing()");
            swallowed = Ran.in(folder, postgres, SMALL);
            statement.execute("DROP FUNCTION nothing() CASCADE");
        }

        assertThat(kept.exit()).isEqualTo(4);
        assertThat(kept.err())
                .contains(
                        "the database is as before: delete.promotion (0 of ",
                        "a trigger, rule or cascade of the database keeps or removes rows",
                        "look at the triggers and rules of promotion; where there are none, run it again");
        assertThat(swallowed.exit()).isEqualTo(4);
        assertThat(swallowed.err())
                .contains(
                        "the database is as before: load.sales_daily (0 of ",
                        "look at the triggers and rules of sales_daily; where there are none");
    }

    @Test
    void aDatabaseThatIsNotThereIsOneLineAndExitCodeOne() {
        Ran ran = Ran.in(folder, Map.of("DATABASE_URL", url + "x"), "--status");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines().filter(line -> !line.startsWith("database: ")))
                .hasSize(1);
        assertThat(ran.err()).contains("postgresx").doesNotContain("s3cret").doesNotContain("Exception");
    }

    @Test
    void theCommandThatWouldDoItShowsNoPassword() {
        Ran ran = Ran.in(folder, "--full-new", "--database", url);

        assertThat(ran.exit()).as(ran.err()).isEqualTo(3);
        assertThat(ran.err()).contains("postgres:***@localhost", "with the password in place of ***", "--confirm");
        assertThat(ran.out() + ran.err()).doesNotContain("s3cret");
    }
}
