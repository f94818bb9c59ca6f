package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth behind a dataset, its twins and its oracle, on the command line. */
class AnswerKeyTest {
    private static final String[] SHOP = {
        "--full-new", "--confirm", "--json", "--stores", "3", "--products", "20", "--end-date", "2024-06-30",
    };

    @TempDir
    Path folder;

    private Ran forge(String... arguments) {
        return Ran.in(folder, arguments);
    }

    private Ran make(String... more) {
        String[] arguments = new String[SHOP.length + more.length];
        System.arraycopy(SHOP, 0, arguments, 0, SHOP.length);
        System.arraycopy(more, 0, arguments, SHOP.length, more.length);
        Ran ran = forge(arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran;
    }

    private Connection database(String file) throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(file));
    }

    private long number(String file, String sql) throws SQLException {
        try (Connection connection = database(file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void theTruthIsWrittenTheDatasetIsTheSameAndAllOfItHolds() throws Exception {
        Ran plain = make("--database", "duckdb:plain.duckdb");
        Ran told = make("--truth");

        assertThat(told.json().get("fingerprint")).isEqualTo(plain.json().get("fingerprint"));
        assertThat(plain.json().get("tables").has("truth_daily")).isFalse();
        JsonNode truth = told.json().get("tables").get("truth_daily");
        assertThat(truth.get("inserted").asLong()).isEqualTo(3 * 20 * 182);
        assertThat(truth.get("fingerprint").asText()).endsWith("-" + 3 * 20 * 182);
        assertThat(forge("--status", "--json").json().get("tables").has("truth_daily"))
                .isTrue();
        Ran verified = forge("--verify");
        assertThat(verified.exit()).as(verified.out()).isZero();
        assertThat(verified.out()).contains("passed   truth_daily.factors_multiply");
    }

    @Test
    void theUpliftOfPromotionsIsTheDatasetLessItsTwin() throws Exception {
        make();
        make("--without", "promotions", "--database", "duckdb:twin.duckdb");
        String sum = "SELECT sum(quantity) FROM sales_daily";
        long difference = number(".forge/forge.duckdb", sum) - number("twin.duckdb", sum);

        JsonNode uplift = forge("uplift", "--json").json();

        assertThat(number("twin.duckdb", "SELECT count(*) FROM promotion")).isZero();
        JsonNode total = uplift.get("total");
        assertThat(total.get("true_units").asLong()
                        + total.get("other_days_units").asLong())
                .isEqualTo(difference)
                .isPositive();
        assertThat(uplift.get("by_promotion")).isNotEmpty();
        assertThat(forge("uplift").out()).contains("before-after", "net effect", "% off", "Dairy");
        assertThat(forge("uplift", "--of", "stockouts").out()).contains("without stockouts");
    }

    @Test
    void theOracleIsBelowEveryBenchmarkAtEveryHorizon() {
        make();
        Ran ran = forge("oracle", "--json", "--horizons", "1,14", "--folds", "3");

        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode json = ran.json();
        assertThat(json.get("cutoffs"))
                .extracting(JsonNode::asText)
                .containsExactly("2024-05-19", "2024-06-02", "2024-06-16");
        double[] wape = new double[2];
        for (JsonNode row : json.get("scores")) {
            int horizon = row.get("horizon").asInt() == 1 ? 0 : 1;
            if (row.get("group").asText().equals("all")) {
                if (row.get("forecaster").asText().equals("oracle")) {
                    wape[horizon] = row.get("wape").asDouble();
                } else {
                    assertThat(row.get("wape").asDouble()).isGreaterThanOrEqualTo(wape[horizon]);
                }
                assertThat(row.get("pinball").get("0.95").asDouble()).isPositive();
            }
        }
        assertThat(forge("oracle", "--cutoffs", "2024-05-31").out())
                .contains("the days after 2024-05-31", "oracle promotions unknown", "class smooth", "category Dairy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oracle --horizons 400 | --horizons: \"400\" is too large",
                "oracle --horizons 200 | a horizon of 200 days",
                "oracle --horizons x | --horizons: \"x\" is not a whole number",
                "oracle --folds 99 | 99 folds of 28 days and a day to know before them do not fit into the 182 days",
                "oracle --cutoffs 2024-06-20 | leaves 10 days to score",
                "oracle --cutoffs 2023-01-01 | before the first day",
                "oracle --cutoffs 2024-05-01 --folds 2 | --folds: does not go with --cutoffs",
                "uplift --of promotion | did you mean promotions?",
                "--full-new --without promotion --dry-run | did you mean promotions?",
                "--verify --truth | --truth: does not go with --verify",
                "--append --without noise | --without: does not go with --append",
            })
    void whatCannotBeMeantIsOneLine(String command, String message) {
        make();
        Ran ran = forge(command.split(" "));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err().lines().filter(line -> line.startsWith("forge: ")))
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void nobodyKnowsTheLawOfRowsOfOthersOrOfNothing() throws Exception {
        Ran nothing = forge("oracle");
        assertThat(nothing.exit()).as(nothing.err()).isEqualTo(3);
        assertThat(nothing.err())
                .contains("there is no dataset of the Forge in ")
                .contains("--full-new");
        make();
        try (Connection host = database(".forge/forge.duckdb");
                Statement statement = host.createStatement()) {
            statement.execute("INSERT INTO store (code, name) VALUES ('HOST', 'Of the host')");
            statement.execute("INSERT INTO sales_daily (date, store_id, product_id, quantity, unit_price, total_amount)"
                    + " SELECT DATE '2024-01-05', s.id, (SELECT min(id) FROM product), 3, 1.50, 4.50 FROM store s"
                    + " WHERE s.code = 'HOST'");
        }

        Ran refused = forge("oracle");
        Ran ours = forge("oracle", "--ours-only");

        assertThat(refused.exit()).as(refused.err()).isEqualTo(3);
        assertThat(refused.err()).contains("1 row of sales_daily", "--ours-only");
        assertThat(ours.exit()).as(ours.err()).isZero();
    }

    @Test
    void rowsThatHaveBeenChangedAreNotScoredAsIfTheyWereNot() throws Exception {
        make();
        try (Connection host = database(".forge/forge.duckdb");
                Statement statement = host.createStatement()) {
            statement.execute("UPDATE sales_daily SET quantity = quantity + 50 WHERE date = DATE '2024-03-01'");
        }

        Ran refused = forge("oracle");

        assertThat(refused.exit()).as(refused.err()).isEqualTo(3);
        assertThat(refused.err()).contains("is not what was recorded any more", "--verify");
    }

    @Test
    void theConfigurationShowsWhatWasLeftOutAndByWhichFlag() {
        Ran ran = forge("config", "show", "--without", "promotions", "--without", "trend");

        assertThat(ran.out())
                .containsPattern("retail.promotion_probability +0.0 .*--without promotions")
                .containsPattern("time_series.trend +none .*--without trend");
    }
}
