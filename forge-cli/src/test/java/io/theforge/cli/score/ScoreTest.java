package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forecasts in files, scored on the embedded database. */
class ScoreTest extends ScoredShop {
    @Test
    void theExampleScoresExactlyAsTheSeasonalNaiveForecastThatItIs() throws Exception {
        example("naive.csv", "FROM f", "(HEADER)");
        JsonNode json = json("naive.csv");
        JsonNode all = json.get("groups").get(0);

        assertThat(json.get("rows_scored").asInt()).isEqualTo(3 * 8 * 28);
        assertThat(json.get("cutoffs").get(0).asText()).isEqualTo("2024-06-02");
        assertThat(all.get("name").asText()).isEqualTo("all");
        assertThat(all.get("forecast")).isEqualTo(all.get("seasonal_naive"));
        assertThat(all.at("/forecast/skill/wape").asDouble()).isBetween(0.0, 1.0);
        assertThat(all.at("/naive/skill/wape").asDouble()).isZero();
        assertThat(all.at("/oracle/skill/wape").asDouble()).isEqualTo(1);
        assertThat(all.at("/forecast/pinball").isNull()).isTrue();
        assertThat(json.get("by_lead")).hasSize(28);
        assertThat(json.get("costliest_series")).hasSize(10);
        assertThat(json.at("/leakage/suspected").asBoolean()).isFalse();
        Ran text = score("naive.csv");
        assertThat(text.out())
                .contains("672 forecasts of 24 series, known up to 2024-06-02", "skill", "class ", "costs most")
                .doesNotContain("WARNING");
    }

    @Test
    void theOraclesOwnForecastHasSkillOneAndIsNoLeakage() throws Exception {
        write("oracle.csv", (median, sold) -> median);
        JsonNode json = json("oracle.csv");
        JsonNode all = json.get("groups").get(0);

        assertThat(all.at("/forecast/skill/wape").asDouble()).isEqualTo(1);
        assertThat(all.at("/forecast/skill/pinball").asDouble()).isEqualTo(1);
        assertThat(all.at("/forecast/pinball_by_quantile")).isEqualTo(all.at("/oracle/pinball_by_quantile"));
        assertThat(json.at("/leakage/suspected").asBoolean()).isFalse();
        assertThat(json.at("/leakage/share").asDouble()).isBetween(-0.1, 0.1);
        assertThat(score("oracle.csv").out()).contains("pinball").doesNotContain("WARNING");
    }

    @Test
    void forecastsThatKnowWhatCameAreCalledLeakage() throws Exception {
        write("leak.csv", (median, sold) -> 0.8 * median + 0.2 * sold);
        Ran ran = score("leak.csv");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("WARNING: ", "points to leakage");
        JsonNode json = json("leak.csv");
        assertThat(json.at("/leakage/suspected").asBoolean()).isTrue();
        assertThat(json.at("/leakage/share").asDouble()).isBetween(0.1, 0.3);
        assertThat(json.get("groups").get(0).at("/forecast/skill/wape").asDouble())
                .isGreaterThan(1);
    }

    @Test
    void eachRowIsScoredByWhatItsCutoffKnew() throws Exception {
        example("rolling.csv", "SELECT date, date - 1 AS cutoff, store_code, sku, forecast FROM f", "(HEADER)");
        JsonNode json = json("rolling.csv");

        assertThat(json.get("cutoffs")).hasSize(28);
        assertThat(json.get("by_lead")).hasSize(1);
        // From one day to the next the last known day is always there
        assertThat(json.get("groups").get(0).at("/naive/rmsse").asDouble()).isCloseTo(1, within(0.2));
    }

    @Test
    void aRowThatCannotBeScoredChangesNothing() throws Exception {
        example("whole.csv", "SELECT date, DATE '2024-06-02' AS cutoff, store_code, sku, forecast FROM f", "(HEADER)");
        String whole = Files.readString(folder.resolve("whole.csv"));
        Files.writeString(
                folder.resolve("cold.csv"),
                whole + "2024-01-05,2023-12-20,S00001,SKU-000001,4\n2024-01-05,2023-12-25,S00001,SKU-000001,4\n"
                        + "2024-01-05,-99999-12-25,S00001,SKU-000001,4\n");
        JsonNode json = json("cold.csv");

        assertThat(json.get("groups")).isEqualTo(json("whole.csv").get("groups"));
        assertThat(json.get("notes").toString())
                .contains("nothing known of the series at the cutoff: 3")
                .doesNotContain("RMSSE");
    }

    @Test
    void anEarlyRowChangesTheScaleOfItsOwnSeriesAlone() throws Exception {
        example("late.csv", "SELECT date, DATE '2024-06-02' AS cutoff, store_code, sku, forecast FROM f", "(HEADER)");
        Files.writeString(
                folder.resolve("early.csv"),
                Files.readString(folder.resolve("late.csv")) + "2024-01-05,2024-01-03,S00001,SKU-000001,4\n");
        JsonNode early = json("early.csv");

        assertThat(early.get("notes").toString()).contains("fewer than 28 days before the first cutoff for 1 series");
        assertThat(json("late.csv").get("notes").toString()).doesNotContain("fewer than 28 days");
        double rmsse =
                json("late.csv").get("groups").get(0).at("/forecast/rmsse").asDouble();
        assertThat(early.get("groups").get(0).at("/forecast/rmsse").asDouble()).isCloseTo(rmsse, within(0.1));
    }

    @Test
    void theForecastOfAStrangerIsDoubtedUnlessItIsMarked() throws Exception {
        example("far.csv", "SELECT * EXCLUDE (fingerprint) REPLACE (forecast * 9 AS forecast) FROM f", "(HEADER)");
        example("marked-far.csv", "SELECT * REPLACE (forecast * 9 AS forecast) FROM f", "(HEADER)");

        assertThat(json("far.csv").get("notes").toString()).contains("maybe a forecast of another dataset?");
        assertThat(json("marked-far.csv").get("notes").toString()).doesNotContain("another dataset");
    }

    @Test
    void aForecastOfDaysThatAreAppendedLaterIsOfTheSameDataset(@TempDir Path other) throws Exception {
        Ran.in(other, "--full-new", "--stores", "1", "--products", "1", "--end-date", "2024-02-29", "--confirm");
        String fingerprint =
                Ran.in(other, "--status", "--json").json().get("fingerprint").asText();
        Files.writeString(
                other.resolve("f.csv"), "fingerprint," + HEADER + fingerprint + ",2024-03-01,S00001,SKU-000001,4\n");
        Ran appended = Ran.in(other, "--append", "--end-date", "2024-03-07", "--confirm");
        assertThat(appended.exit()).as(appended.err()).isZero();
        Ran ran = Ran.in(other, "score", "f.csv");
        assertThat(ran.exit()).as(ran.err()).isZero();

        Ran.in(other, "--full-new", "--stores", "1", "--products", "1", "--seed", "9", "--confirm");
        assertThat(Ran.in(other, "score", "f.csv").err()).contains("is a forecast of another dataset");
    }

    @Test
    void skillAboveOneByMoreThanLuckIsNotedWhereShelvesRunEmpty(@TempDir Path other) throws Exception {
        // A forecaster who knows the shelf and no draw: no leakage, and yet better than the oracle
        Files.writeString(other.resolve("shop.yaml"), EMPTY_SHELVES);
        Ran.in(other, "--full-new", "--config", "shop.yaml", "--confirm");
        write(other.resolve("shelf.csv"), EMPTY_SHELVES, (series, day) ->
                (double) Math.min(series.demand.quantile(0.5), series.truth.available[day]));
        write(
                other.resolve("leak.csv"),
                EMPTY_SHELVES,
                (series, day) -> 0.9 * series.demand.mean() + 0.1 * series.sales[day]);

        assertThat(Ran.in(other, "score", "shelf.csv").out())
                .contains("skill above 1 by more than luck (MAE, RMSSE): stock cuts sales")
                .doesNotContain("WARNING");
        assertThat(Ran.in(other, "score", "leak.csv").out()).contains("points to leakage");
    }

    @Test
    void theFingerprintOfTheDatasetIsAccepted() throws Exception {
        String fingerprint =
                Ran.in(folder, "--status", "--json").json().get("fingerprint").asText();
        Files.writeString(
                folder.resolve("marked.csv"),
                ",fingerprint," + HEADER + "0," + fingerprint + ",2024-06-10,S00001,SKU-000001,4\n");

        assertThat(json("marked.csv").get("rows_scored").asInt()).isEqualTo(1);
        assertThat(json("marked.csv").at("/leakage/judged").asBoolean()).isFalse();
        assertThat(json("marked.csv").get("notes").toString())
                .contains("columns not used: one without a name", "too few dates to judge leakage: 1, and it takes 7");
    }

    @Test
    void rowsOfOthersAmongTheSalesAreRefusedUnlessPassedOver(@TempDir Path other) throws Exception {
        Files.writeString(other.resolve("f.csv"), HEADER + "2024-01-20,S00001,SKU-000001,4\n");
        Ran.in(other, "--full-new", "--stores", "1", "--products", "1", "--end-date", "2024-01-31", "--confirm");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + other.resolve(".forge/forge.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO store (code, name) VALUES ('HOST', 'Of the host')");
            statement.execute("INSERT INTO sales_daily (date, store_id, product_id, quantity, unit_price, total_amount)"
                    + " SELECT DATE '2024-01-05', s.id, (SELECT min(id) FROM product), 3, 1.50, 4.50 FROM store s"
                    + " WHERE s.code = 'HOST'");
        }
        Ran refused = Ran.in(other, "score", "f.csv");
        Ran passed = Ran.in(other, "score", "f.csv", "--ours-only");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("1 row of sales_daily", "--ours-only");
        assertThat(passed.exit()).as(passed.err()).isZero();
    }

    @Test
    void figuresAreTheSameInEveryLocale() throws Exception {
        example("locale.csv", "FROM f", "(HEADER)");
        Locale before = Locale.getDefault();
        String out = score("locale.csv").out();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(score("locale.csv").out()).isEqualTo(out);
        } finally {
            Locale.setDefault(before);
        }
    }
}
