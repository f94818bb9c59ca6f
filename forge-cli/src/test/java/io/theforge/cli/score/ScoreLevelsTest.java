package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels, against the same computed by SQL, and what has to be alike. */
class ScoreLevelsTest extends ScoredShop {
    /** Some days and series are missing, in one cutoff more than in the other. */
    private static final String SQL = """
            COPY (
                SELECT st.code || '/' || p.sku AS unique_id, s.date AS ds, c.cutoff,
                    round(10 + 5 * sin(s.product_id * 7 + s.store_id) + s.quantity * 0.4, 2) AS wave, 12.25 AS flat
                FROM sales_daily s JOIN store st ON st.id = s.store_id JOIN product p ON p.id = s.product_id,
                    (VALUES (DATE '2024-04-30'), (DATE '2024-05-28')) c (cutoff)
                WHERE s.date > c.cutoff AND s.date <= c.cutoff + 28
                    AND (p.sku <> 'SKU-000002' OR st.code = 'S00002')
                    AND (c.cutoff = DATE '2024-04-30' OR p.sku <> 'SKU-000005' OR s.date < c.cutoff + 9)
                ORDER BY hash(s.date, s.product_id, s.store_id)
            ) TO '%s' (HEADER)""";

    private static final String BY_HAND = """
            WITH f AS (
                SELECT split_part(unique_id, '/', 1) AS store, split_part(unique_id, '/', 2) AS sku, ds, cutoff, %3$s AS f
                FROM read_csv('%1$s')
            ), sales AS (
                SELECT %2$s AS key, st.code AS store, p.sku, s.date, s.quantity AS y, s.total_amount AS revenue
                FROM sales_daily s JOIN store st ON st.id = s.store_id JOIN product p ON p.id = s.product_id
                WHERE (st.code, p.sku) IN (SELECT (store, sku) FROM f)
            ), errors AS (
                SELECT key, cutoff, avg((y - f) * (y - f)) AS mse, sum(abs(y - f)) AS absolute, sum(y) AS y
                FROM (SELECT key, cutoff, date, sum(y) AS y, sum(f) AS f
                      FROM f JOIN sales s ON s.store = f.store AND s.sku = f.sku AND s.date = f.ds GROUP BY ALL)
                GROUP BY ALL
            ), daily AS (
                SELECT key, date, sum(y) AS y FROM sales GROUP BY ALL
            ), differences AS (
                SELECT key, date, y - lag(y) OVER (PARTITION BY key ORDER BY date) AS d
                FROM daily JOIN (SELECT key, min(date) AS first FROM daily WHERE y > 0 GROUP BY key) USING (key)
                WHERE date >= first
            ), scales AS (
                SELECT key, cutoff, avg(d * d) AS scale
                FROM differences JOIN (SELECT DISTINCT cutoff FROM f) c ON date <= cutoff GROUP BY ALL
            ), weights AS (
                SELECT key, cutoff, sum(revenue)::DOUBLE AS weight
                FROM sales JOIN (SELECT DISTINCT cutoff FROM f) c ON date <= cutoff AND date > cutoff - 28 GROUP BY ALL
            )
            SELECT cutoff, sum(weight * sqrt(mse / scale)) / sum(weight), sum(absolute), sum(errors.y), count(*)
            FROM errors JOIN scales USING (key, cutoff) JOIN weights USING (key, cutoff) GROUP BY cutoff ORDER BY cutoff""";

    @BeforeAll
    static void forecasts() throws Exception {
        try (Connection connection = connection(folder);
                Statement statement = connection.createStatement()) {
            statement.execute(SQL.formatted(folder.resolve("levels.csv")));
        }
    }

    private static Connection connection(Path of) throws Exception {
        return DriverManager.getConnection("jdbc:duckdb:" + of.resolve(".forge/forge.duckdb"));
    }

    private static JsonNode model(JsonNode json, String name) {
        for (JsonNode model : json.get("models")) {
            if (model.get("name").asText().equals(name)) {
                return model;
            }
        }
        throw new AssertionError(name);
    }

    @ParameterizedTest
    @CsvSource({
        "total, ''",
        "store, st.code",
        "category, p.category",
        "store_category, st.code || p.category",
        "item, p.sku",
        "series, st.code || p.sku",
    })
    void everyLevelIsWhatSqlComputes(String level, String key) throws Exception {
        JsonNode json = json("levels.csv");
        for (String name : new String[] {"wave", "flat"}) {
            JsonNode model = model(json, name);
            double sum = 0;
            double absolute = 0;
            double units = 0;
            long most = 0;
            try (Connection connection = connection(folder);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            BY_HAND.formatted(folder.resolve("levels.csv"), key.isEmpty() ? "''" : key, name))) {
                for (int fold = 0; fold < 2; fold++) {
                    assertThat(rows.next()).isTrue();
                    JsonNode ofFold = model.get("folds").get(fold);
                    assertThat(ofFold.get("cutoff").asText()).isEqualTo(rows.getString(1));
                    assertThat(ofFold.get(level).asDouble()).isCloseTo(rows.getDouble(2), within(1e-6));
                    sum += rows.getDouble(2);
                    absolute += rows.getDouble(3);
                    units += rows.getDouble(4);
                    most = Math.max(most, rows.getLong(5));
                }
            }
            JsonNode figures = model.get("levels").get(level);
            assertThat(figures.get("wrmsse").asDouble()).isCloseTo(sum / 2, within(1e-6));
            assertThat(figures.get("wape").asDouble()).isCloseTo(absolute / units, within(1e-6));
            assertThat(figures.get("series").asLong()).isEqualTo(most);
        }
    }

    @Test
    void theMeanIsThatOfTheSixLevelsAndTheBestModelComesFirst() {
        JsonNode json = json("levels.csv");
        double before = 0;
        for (JsonNode model : json.get("models")) {
            double sum = 0;
            for (JsonNode level : model.get("levels")) {
                sum += level.get("wrmsse").asDouble();
            }
            assertThat(model.get("wrmsse").asDouble())
                    .isCloseTo(sum / 6, within(1e-6))
                    .isGreaterThan(before);
            before = model.get("wrmsse").asDouble();
        }
        assertThat(json.at("/models/0/name").asText()).isEqualTo("wave");
    }

    @Test
    void theOracleHasSkillOneAtEveryLevelAndTheNaiveForecastNone() {
        for (JsonNode benchmark : json("levels.csv").get("benchmarks")) {
            for (JsonNode level : benchmark.get("levels")) {
                switch (benchmark.get("name").asText()) {
                    case "oracle" -> assertThat(level.get("skill").asDouble()).isEqualTo(1);
                    case "naive" -> assertThat(level.get("skill").asDouble()).isZero();
                    default -> assertThat(level.get("skill").asDouble()).isLessThan(1);
                }
            }
        }
    }

    @Test
    void inOneStoreTotalAndStoreAreOneAndItemsAreSeries(@TempDir Path other) throws Exception {
        Ran.in(other, "--full-new", "--stores", "1", "--products", "7", "--end-date", "2024-05-31", "--confirm");
        Map<String, String> levels =
                new TreeMap<>(Map.of("store", "total", "store_category", "category", "series", "item"));
        try (Connection connection = connection(other);
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 'S00001/' || sku AS unique_id, date AS ds, 30 + product_id AS m"
                    + " FROM sales_daily JOIN product p ON p.id = product_id WHERE date > '2024-05-10') TO '"
                    + other.resolve("f.csv") + "' (HEADER)");
        }
        JsonNode json = Ran.in(other, "score", "f.csv", "--json").json();

        levels.forEach((one, same) -> {
            JsonNode here = json.at("/models/0/levels/" + one);
            assertThat(here).isNotEmpty().isEqualTo(json.at("/models/0/levels/" + same));
        });
    }

    @Test
    void theOrderOfRowsChangesNothing() throws Exception {
        try (Connection connection = connection(folder);
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (FROM read_csv('" + folder.resolve("levels.csv")
                    + "') ORDER BY ds DESC, unique_id) TO '" + folder.resolve("permuted.csv") + "' (HEADER)");
        }
        JsonNode json = json("permuted.csv");

        for (String field : new String[] {"models", "benchmarks", "groups", "by_lead", "costliest_series"}) {
            assertThat(json.get(field)).as(field).isEqualTo(json("levels.csv").get(field));
        }
    }

    @Test
    void whereAModelWinsIsSaid() {
        assertThat(score("levels.csv").out())
                .contains("WRMSSE by level", "store x category", "flat does not beat every benchmark at any level")
                .contains("the mean over 2 cutoffs, each with its own scale and weights");
    }
}
