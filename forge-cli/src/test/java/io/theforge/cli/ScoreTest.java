package io.theforge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.oracle.OracleSeries;
import io.theforge.oracle.PinballLoss;
import io.theforge.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forecasts in files, scored on the embedded database: three stores, eight products, half a year. */
class ScoreTest {
    private static final String SHOP = """
            dimensions: {stores: {count: 3}, products: {count: 8}}
            date_range: {start: "2024-01-01", end: "2024-06-30"}
            time_series: {base_demand: 12, noise_sigma: 0.3}
            retail: {promotion_probability: 0.3, stockout_probability: 0.05}
            seed: 5
            """;
    private static final String EMPTY_SHELVES = """
            dimensions: {stores: {count: 2}, products: {count: 20}}
            date_range: {start: "2024-01-01", end: "2024-06-30"}
            time_series: {base_demand: 12, noise_sigma: 0.3}
            retail: {stockout_probability: 0.3}
            seed: 5
            """;
    private static final String HEADER = "date,store_code,sku,forecast\n";

    @TempDir
    static Path folder;

    @BeforeAll
    static void fill() throws Exception {
        Files.writeString(folder.resolve("shop.yaml"), SHOP);
        Ran made = Ran.in(folder, "--full-new", "--config", "shop.yaml", "--confirm");
        assertThat(made.exit()).as(made.err()).isZero();
    }

    private static Path example(String name) {
        return Path.of("..", "examples", "score", name);
    }

    /** The forecasts of the example, written by DuckDB. @param change of the query's result, over "f" */
    private static Path example(String file, String change, String options) throws Exception {
        String sql = Files.readString(example("seasonal_naive.sql")).replace(";", "");
        Path written = folder.resolve(file);
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".forge/forge.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (WITH f AS (" + sql + ") " + change + ") TO '" + written + "' " + options);
        }
        return written;
    }

    private static Ran score(String file, String... more) {
        return Ran.in(
                folder,
                Stream.concat(Stream.of("score", file), List.of(more).stream()).toArray(String[]::new));
    }

    private static JsonNode json(String file) {
        Ran ran = score(file, "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    /** A file with the last 28 days of every series. @param point from the day's median and what was sold */
    private static void write(String file, BiFunction<Double, Double, Double> point) throws Exception {
        write(
                folder.resolve(file),
                SHOP,
                (series, d) -> point.apply((double) series.demand.quantile(0.5), series.sales[d]));
    }

    /** @param point from a series that knows the day */
    private static void write(Path file, String shop, BiFunction<OracleSeries, Integer, Double> point)
            throws Exception {
        Plan plan = Plan.of(ConfigReader.parse(shop, "test").resolve(Overrides.NONE));
        OracleSeries series = new OracleSeries(plan);
        StringBuilder csv = new StringBuilder("date,store_code,sku,forecast,q0.05,q0.25,q0.5,q0.75,q0.95\n");
        for (int pair = 0; pair < plan.pairs(); pair++) {
            series.fill(pair);
            for (int d = plan.days() - 28; d < plan.days(); d++) {
                series.know(d);
                csv.append(plan.config().dateRange().start().plusDays(d)).append(',');
                csv.append(plan.stores().get(plan.storeOf(pair)).code()).append(',');
                csv.append(plan.products().get(plan.productOf(pair)).sku()).append(',');
                csv.append(point.apply(series, d));
                for (int q = 0; q < PinballLoss.COUNT; q++) {
                    csv.append(',').append(series.demand.quantile(PinballLoss.quantile(q)));
                }
                csv.append('\n');
            }
        }
        Files.writeString(file, csv);
    }

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
    void aFileIsReadAlikeFromCsvWithPointsCsvWithDecimalCommasAndParquet() throws Exception {
        example("point.csv", "SELECT * REPLACE (forecast + 0.5 AS forecast) FROM f", "(HEADER)");
        example(
                "half.parquet",
                "SELECT * REPLACE (forecast + 0.5 AS forecast) FROM f ORDER BY date DESC, sku",
                "(FORMAT parquet)");
        String comma = "\uFEFF"
                + Files.readString(folder.resolve("point.csv"))
                        .replace(",", ";")
                        .replace(".", ",")
                        .replace("\n", "\r\n")
                        .replace("date;", "\"Date\";");
        Files.writeString(folder.resolve("comma.csv"), comma);

        JsonNode point = json("point.csv");
        assertThat(json("half.parquet").get("groups")).isEqualTo(point.get("groups"));
        assertThat(json("half.parquet").get("format").asText()).isEqualTo("parquet");
        assertThat(json("comma.csv").get("groups")).isEqualTo(point.get("groups"));
        assertThat(json("comma.csv").get("notes").toString()).contains("decimal comma");
        assertThat(point.get("notes").toString()).doesNotContain("decimal comma");
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
        assertThat(json.at("/leakage/mean_difference").asDouble()).isGreaterThanOrEqualTo(0);
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
    void whatCannotBeScoredIsLeftOutAndTold() throws Exception {
        String kept = Files.readAllLines(example(
                        "part.csv", "SELECT * EXCLUDE (fingerprint) FROM f WHERE sku <> 'SKU-000003'", "(HEADER)"))
                .stream()
                .skip(1)
                .map(line -> line + ",1")
                .collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve("part.csv"),
                HEADER.strip() + ",model,q0.1\n" + kept.replace(",1\n", ",1,1\n") + ",1\n"
                        + "2024-06-10,S00009,SKU-000001,4,1,1\n2024-07-01,S00001,SKU-000001,4000000,1,1\n"
                        + "2024-06-10,S00001,SKU-000003,2345678,1,1\n");
        Ran ran = score("part.csv");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("columns not used: model, q0.1 (quantiles that are scored: q0.05")
                .contains("left out because their series are not in the dataset: 1 (S00009 SKU-000001)")
                .contains("after the dataset's last day, 2024-06-30: 1 (2024-07-01); ./forge --append")
                .contains("no forecast at all for 2 series (S00002 SKU-000003, S00003 SKU-000003)")
                .contains("WARNING: part.csv:592: 2,345,678 units are forecast");
    }

    @Test
    void quantilesThatCrossAreScoredWithAWarning() throws Exception {
        example("cross.csv", "SELECT *, forecast + 9 AS \"q0.25\", forecast AS \"0.75\" FROM f", "(HEADER)");

        JsonNode json = json("cross.csv");
        assertThat(json.get("warnings").toString())
                .contains("a quantile is below a lower one in 672 (cross.csv:2, cross.csv:3, cross.csv:4, ...)");
        JsonNode pinball = json.get("groups").get(0).at("/forecast/pinball_by_quantile");
        assertThat(pinball.get("0.5").isNull()).isTrue();
        assertThat(json.get("groups").get(0).at("/forecast/pinball").asDouble())
                .isCloseTo((pinball.get("0.25").asDouble() + pinball.get("0.75").asDouble()) / 2, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2024-06-10,S00001,SKU-000001,-3                        | f.csv:2: forecast is -3; | cut forecasts at 0",
                "2024-06-10,S00001,SKU-000001,nan                       | f.csv:2: forecast is \"nan\", no finite number | ",
                "2024-06-10,S00001,SKU-000001,1e999                     | f.csv:2: | no finite number",
                "2024-06-10,S00001,SKU-000001,1e300                     | f.csv:2: forecast is 1e300, and nobody sells more than 10,000,000 | run away",
                "2024-06-10,S00001,SKU-000001,                          | f.csv:2: forecast is empty | leave the row out",
                "2024-06-10,S00001,SKU-000001,\"1.234,5\"               | f.csv:2: | no thousands separators",
                "2024-06-10,S00001,SKU-000001,\"1,234\"                 | f.csv:2: 1,234 can be read in two ways, as 1.234 and as 1234 | ",
                "2024-06-10,S00001,SKU-000001,12,5                      | f.csv:2: has 5 values and the header 4 names | quotes",
                "10.06.2024,S00001,SKU-000001,4                         | f.csv:2: date is \"10.06.2024\" | year-month-day",
                "2024-06-10,,SKU-000001,4                               | f.csv:2: store_code is empty | ",
                "2024-06-10,S00009,MILK,4                               | was made for another dataset: none of its series (S00009 MILK) | S00001 SKU-000001",
                "2025-06-10,S00001,SKU-000001,4                         | none of its 1 forecasts is of a day of the dataset, 2024-01-01 to 2024-06-30 | --append",
                "2024-01-01,S00001,SKU-000001,4                         | begin on the dataset's first day | cutoff",
            })
    void aFileThatCannotBeMeantSoIsRefusedInOneLineWithItsPlace(String row, String where, String what)
            throws Exception {
        refused("f.csv", HEADER + row + "\n", where, what == null ? "" : what);
    }

    private static void refused(String file, String text, String... words) throws Exception {
        Files.writeString(folder.resolve(file), text);
        Ran ran = score(file, "--no-progress");
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(2);
        List<String> said =
                ran.err().lines().filter(line -> line.startsWith("forge: ")).toList();
        assertThat(said).hasSize(1);
        assertThat(said.get(0)).startsWith("forge: " + file).contains(words);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aWrongFileIsRefusedBeforeItsRows() throws Exception {
        refused("empty.csv", "", "is empty");
        refused("cold.csv", "cutoff," + HEADER + "2023-12-01,2024-06-10,S00001,SKU-000001,4\n", "nothing known");
        refused("header.csv", HEADER, "has a header and no rows");
        refused("binary.csv", "a\u0000b", "neither CSV nor Parquet");
        refused("bad.parquet", "PAR1 and then nothing", "cannot be read as Parquet");
        refused("names.csv", "date,store_code,skus,yhat\n", "no column sku, forecast among", "is \"skus\" meant?");
        refused("blank.csv", "\n" + HEADER, "blank.csv:1: is blank");
        refused("quote.csv", HEADER + "2024-06-10,\"S00001\"x,SKU-000001,4\n", "quote.csv:2: has a quote");
        refused("twice.csv", "date,store_code,sku,forecast,Date\n", "the column date is there twice");
        assertThat(score("nowhere.csv").err()).contains("forge: nowhere.csv: there is no such file");
        assertThat(score(".forge").err()).contains("is a folder");
        assertThat(Ran.in(folder, "score").err()).contains("FILE: has no value", "./forge score forecast.csv");
    }

    @Test
    void absurdQuantilesAreRefusedOrWarnedOfAsForecastsAre() throws Exception {
        String row = "2024-06-10,S00001,SKU-000001,4,";
        String header = HEADER.strip() + ",q0.95\n";
        refused("f.csv", header + row + "10000000.5\n", "f.csv:2: q0.95 is 10000000.5, and nobody sells more");
        Files.writeString(folder.resolve("high.csv"), header + row + "1000000\n");
        assertThat(json("high.csv").get("warnings").toString())
                .contains("high.csv:2: 1,000,000 units are forecast, and no series ever sold more than");
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
    void aTimeInAZoneIsADateInUtcWhateverTheHostsZone() throws Exception {
        example(
                "zone.parquet",
                "SELECT * REPLACE (timezone('UTC', date::TIMESTAMP) AS date) FROM f",
                "(FORMAT parquet)");
        example("date.csv", "FROM f", "(HEADER)");
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(json("zone.parquet").get("groups"))
                    .isEqualTo(json("date.csv").get("groups"));
        } finally {
            TimeZone.setDefault(before);
        }
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
        assertThat(Ran.in(other, "score", "leak.csv").out()).contains("look for stock or actuals among the features");
    }

    @Test
    void rowsThatContradictEachOtherAreNamedBoth() throws Exception {
        String row = "2024-06-10,S00001,SKU-000001,";
        refused("f.csv", HEADER + row + "4\n" + row + "5\n", "f.csv:3: is the second forecast", "the first is f.csv:2");
        refused(
                "f.csv",
                HEADER + row + "4.5\n2024-06-11,S00001,SKU-000001,\"4,5\"\n",
                "f.csv:3: there are decimal commas");
        refused(
                "f.csv",
                "cutoff," + HEADER + "2024-06-10," + row + "4\n",
                "f.csv:2: 2024-06-10 is no later than its cutoff, 2024-06-10");
        refused(
                "f.csv",
                "fingerprint," + HEADER + "c0ffee," + row + "4\n",
                "is a forecast of another dataset",
                "c0ffee");
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
    void thePageIsOneNewFileThatShowsTheSeriesThatCostMost() throws Exception {
        example("page.csv", "SELECT *, forecast AS \"q0.5\" FROM f WHERE sku <> 'SKU-000002'", "(HEADER)");
        Files.copy(folder.resolve("page.csv"), folder.resolve("<b id=x>.csv"));
        Ran ran = score("<b id=x>.csv", "--html", "score.html");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("skill", "score.html written; open it in a browser");
        String page = Files.readString(folder.resolve("score.html"));
        assertThat(page).doesNotContain("src=", "href=", "@import", "url(", "/*DATA*/", "<b id=x>");
        assertThat(page).contains("The MIT License");
        JsonNode data = Ran.parse(page.split("id=\"data\">")[1].split("</script>")[0]);
        assertThat(data.get("groups")).isEqualTo(json("page.csv").get("groups"));
        assertThat(data.get("series")).hasSize(10);
        assertThat(data.at("/series/0/sold")).hasSize(56 + 28);
        assertThat(data.at("/series/0/forecast/55").isNull()).isTrue();
        assertThat(data.at("/series/0/forecast/56").isNumber()).isTrue();

        JsonNode seen = visit(page);
        assertThat(seen.get("errors")).isEmpty();
        assertThat(seen.get("requests").asInt()).isZero();
        assertThat(seen.get("canvases").asInt()).isEqualTo(2);
        assertThat(seen.get("bars").asInt()).as("all metrics but bias").isEqualTo(4);
        assertThat(seen.get("titles").get(0)).isNotEqualTo(seen.get("titles").get(1));

        Ran again = score("page.csv", "--html", "score.html");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("--html", "is there already");
    }

    @Test
    void aLeakingFileDoesNotLookLikeSuccess() throws Exception {
        write("knows.csv", (median, sold) -> sold);
        Ran ran = score("knows.csv", "--html", "knows.html");
        assertThat(ran.out()).contains("costs most: no series costs more than the oracle's forecasts");
        JsonNode seen = visit(Files.readString(folder.resolve("knows.html")));

        assertThat(seen.get("errors")).isEmpty();
        assertThat(seen.get("keys").asText()).contains("too good to be true");
        assertThat(seen.get("costs").asText()).contains("No series costs more");
        assertThat(seen.get("canvases").asInt()).isEqualTo(1);
    }

    @Test
    void oneDayAheadIsNoChartOverDaysAhead() throws Exception {
        example("next.csv", "SELECT *, date - 1 AS cutoff FROM f", "(HEADER)");
        score("next.csv", "--html", "next.html");
        JsonNode seen = visit(Files.readString(folder.resolve("next.html")));

        assertThat(seen.get("errors")).isEmpty();
        assertThat(seen.get("keys").asText()).doesNotContain("too good");
        assertThat(seen.get("leads").asText()).contains("All forecasts are 1 day ahead");
        assertThat(seen.get("canvases").asInt()).isEqualTo(1);
    }

    /** Opens the page in a browser, chooses the second series and tells what is there. */
    private static JsonNode visit(String page) throws Exception {
        Path watched = folder.resolve("watched.html");
        Files.writeString(watched, page.replace("<head>", """
                        <head><script>window.errors = [];
                        addEventListener("error", event => errors.push(event.message));</script>
                        """).replace("</body>", """
                        <pre id="seen"></pre><script>
                        const heading = () => document.querySelector("#chart .u-title")?.textContent;
                        const drawn = canvas => canvas.width > 0
                          && canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte > 0);
                        setTimeout(() => {
                          const titles = [heading()];
                          document.querySelectorAll("#costs button")[1]?.click();
                          setTimeout(() => {
                            document.getElementById("seen").textContent = JSON.stringify({
                              errors, titles: [...titles, heading()],
                              canvases: [...document.querySelectorAll("canvas")].filter(drawn).length,
                              keys: document.getElementById("keys").textContent,
                              leads: document.getElementById("leads").textContent,
                              costs: document.getElementById("costs").textContent,
                              bars: document.querySelectorAll("#skill .fill").length,
                              requests: performance.getEntriesByType("resource").length,
                            });
                          }, 200);
                        }, 200);
                        </script></body>"""));
        String document = Browser.documentOf(watched, folder);
        assertThat(document).contains("<pre id=\"seen\">{");
        return Ran.parse(document.split("<pre id=\"seen\">")[1].split("</pre>")[0]);
    }

    @Test
    void aNameWithThePatternsOfDuckDbIsOneFile() throws Exception {
        Files.writeString(folder.resolve("x[1]*.csv"), HEADER + "2024-06-10,S00001,SKU-000001,4\n");
        Files.writeString(folder.resolve("x1yes.csv"), "nonsense\n");

        assertThat(json("x[1]*.csv").get("rows_scored").asInt()).isEqualTo(1);
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
