package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as forecasting tools write them: several models, prediction intervals, cutoffs, and what is told of those that cannot be meant so. */
class ScoreLongTest extends ScoredShop {
    private static final String LONG =
            "SELECT store_code || '/' || sku AS unique_id, date AS ds, %s FROM f ORDER BY hash(date, sku, store_code)";
    private static final String ROW = "S00001/SKU-000001,2024-06-10,";

    @Test
    void theLongFormatIsScoredAsTheOwnOneIs() throws Exception {
        example("own.csv", "FROM f", "(HEADER)");
        example("long.csv", LONG.formatted("forecast AS \"AutoETS\""), "(HEADER)");
        example("long.parquet", LONG.formatted("forecast AS \"AutoETS\""), "(FORMAT parquet)");

        assertThat(json("long.csv").get("groups")).isEqualTo(json("own.csv").get("groups"));
        assertThat(json("long.parquet").get("groups")).isEqualTo(json("own.csv").get("groups"));
        assertThat(json("long.csv").at("/models/0/levels"))
                .isEqualTo(json("own.csv").at("/models/0/levels"));
        assertThat(json("long.csv").get("columns").asText())
                .isEqualTo("unique_id = STORE/SKU, ds = day; model AutoETS");
    }

    @Test
    void eachModelIsScoredAsItWouldBeAlone() throws Exception {
        String good = "forecast AS good, forecast * 0.5 AS \"good-lo-90\", forecast * 2 AS \"good-hi-90\"";
        example("both.csv", LONG.formatted("forecast * 3 AS bad, " + good + ", 7 AS y"), "(HEADER)");
        example("good.csv", LONG.formatted(good), "(HEADER)");
        example("bad.csv", LONG.formatted("forecast * 3 AS bad"), "(HEADER)");
        JsonNode both = json("both.csv");

        assertThat(both.at("/models/0/name").asText()).isEqualTo("good");
        assertThat(both.at("/models/0")).isEqualTo(json("good.csv").at("/models/0"));
        assertThat(both.get("groups")).isEqualTo(json("good.csv").get("groups"));
        JsonNode bad = both.at("/models/1");
        JsonNode alone = json("bad.csv").at("/models/0");
        List.of("name", "wape", "rmsse", "levels", "folds", "wrmsse", "by_group")
                .forEach(field -> assertThat(bad.get(field)).as(field).isEqualTo(alone.get(field)));
        assertThat(bad.get("pinball").isNull()).isTrue();
        assertThat(both.get("columns").asText()).contains("y = what was sold", "good with quantiles 0.05, 0.95");
        assertThat(score("both.csv").out())
                .contains(
                        "2 models, best by WRMSSE first",
                        "bad: far worse than naive",
                        "group of good",
                        "good does not beat every");
    }

    @Test
    void anyLevelOfIntervalsIsScoredAndTheMedianIsAForecast() throws Exception {
        String columns = "forecast AS \"NHITS-median\", forecast - 60 AS \"NHITS-lo-80.0\", forecast + 3 AS"
                + " \"NHITS-hi-80.0\"";
        example("nhits.csv", LONG.formatted(columns), "(HEADER)");
        JsonNode json = json("nhits.csv");

        assertThat(json.at("/models/0/name").asText()).isEqualTo("NHITS");
        JsonNode losses = json.at("/models/0/pinball_by_quantile");
        assertThat(losses.get("0.1").asDouble()).isPositive();
        assertThat(losses.get("0.9").asDouble()).isPositive();
        assertThat(losses.get("0.5").asDouble())
                .isCloseTo(json.at("/models/0/mae").asDouble() / 2, within(1e-6));
        assertThat(losses.get("0.05").isNull()).isTrue();
        assertThat(json.get("notes").toString())
                .containsPattern("taken as 0, because they are below it: [0-9]+ numbers .nhits.csv, lines 2, 3, ");
    }

    @Test
    void rowNumbersOfPandasAndTimesAtMidnightAreNoMatter() throws Exception {
        Files.writeString(
                folder.resolve("pandas.csv"),
                ",unique_id,ds,cutoff,ETS\n0,S00001/SKU-000001,2024-06-10 00:00:00,2024-06-01T00:00:00.000,4\n");
        JsonNode json = json("pandas.csv");

        assertThat(json.get("rows_scored").asInt()).isEqualTo(1);
        assertThat(json.at("/cutoffs/0").asText()).isEqualTo("2024-06-01");
        assertThat(json.get("notes").toString()).contains("columns not used: one without a name");
    }

    @Test
    void theCutoffMayBeGiven() throws Exception {
        Files.writeString(folder.resolve("given.csv"), "unique_id,ds,ETS\n" + ROW + "4\n");
        Ran ran = score("given.csv", "--cutoff", "2024-05-31", "--json");

        assertThat(ran.json().at("/cutoffs/0").asText()).isEqualTo("2024-05-31");
        assertThat(ran.json().at("/by_lead/0/lead").asInt()).isEqualTo(10);
        Files.writeString(folder.resolve("own-cutoff.csv"), "unique_id,ds,ETS,cutoff\n" + ROW + "4,2024-06-01\n");
        assertThat(score("own-cutoff.csv", "--cutoff", "2024-05-31").err())
                .contains("own-cutoff.csv: has a column cutoff, and --cutoff is given; leave out one of them");
        assertThat(score("given.csv", "--cutoff", "2024-06-10").err())
                .contains("given.csv:2: 2024-06-10 is no later than --cutoff, 2024-06-10");
    }

    @Test
    void halfAHorizonIsScoredAndToldAsMissing() throws Exception {
        example(
                "half.csv",
                LONG.replace("ORDER", "WHERE sku = 'SKU-000001' OR date < '2024-06-17' ORDER")
                        .formatted("forecast AS m"),
                "(HEADER)");
        JsonNode json = json("half.csv");

        assertThat(json.get("days_missing").asInt()).isEqualTo(7 * 3 * 14);
        assertThat(json.get("notes").toString()).contains("coverage 56.3 %: not in the figures");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yhat,yhat_lower,yhat_upper  | yhat_lower, yhat_upper look like ends of an interval and are scored as models: call them"
                        + " yhat-lo-80, yhat-hi-80, if it is one of 80 per cent",
                "A,.lower,.upper             | call them A-lo-80, A-hi-80,",
                "A,lo.95,hi.95               | lo.95, hi.95 look like ends of an interval and are scored as models: call them A-lo-95, A-hi-95",
                "A,Lo 80,Other               | Lo 80 looks like the end of an interval and is scored as a model: call it A-lo-80",
            })
    void endsOfIntervalsThatWouldBeModelsAreTold(String models, String note) throws Exception {
        Files.writeString(folder.resolve("ends.csv"), "unique_id,ds," + models + "\n" + ROW + "4,3,6\n");

        assertThat(json("ends.csv").get("notes").toString()).contains(note);
        Files.writeString(folder.resolve("none.csv"), "unique_id,ds,Holt,Flow,Highland\n" + ROW + "4,3,6\n");
        assertThat(json("none.csv").get("notes").toString()).doesNotContain("interval");
    }

    @Test
    void quantilesThatCrossAreScoredWithAWarning() throws Exception {
        Files.writeString(folder.resolve("cross.csv"), "unique_id,ds,ETS,ETS-lo-90,ETS-hi-90\n" + ROW + "4,9,3\n");

        assertThat(json("cross.csv").get("warnings").toString())
                .contains("below a lower one in 1 forecast (cross.csv, line 2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unique_id,ds,ETS,ETS              | 4,5             | two models are called ETS | a name of its own",
                "unique_id,ds,ETS,ETS-lo-90        | 4,3             | there is a column ETS-lo-90 and no ETS-hi-90 | both ends",
                "unique_id,ds,E-lo-90,E-hi-90      | 4,5             | there are quantiles of E and no column E | add the forecast",
                "unique_id,ds,ETS,ETS-lo-100,ETS-hi-100 | 4,3,2      | an interval of 100 per cent | less than 100",
                "unique_id,ds                      |                 | there is no column of a model | add one",
                "unique_id,ds,ETS                  | nan             | :2: ETS is \"nan\", no finite number | leave the row out",
                "unique_id,ds,ETS                  | inf             | :2: ETS is \"inf\", no finite number | leave the row out",
                "unique_id,ds,ETS                  |                 | :2: ETS is empty | leave the row out",
                "unique_id,ds,ETS,cutoff           | 4,2024-06-10    | :2: 2024-06-10 is no later than its cutoff | last known day",
                "unique_id,ds,ETS,fingerprint      | 4,c0ffee        | :2: is a forecast of another dataset | --database",
                "unique_id,date,ETS                | 4               | there is no column ds | duckdb -csv -c \"SELECT unique_id, date AS ds, ETS FROM read_csv('f.csv', header = true, all_varchar = true)\"",
                "id,ds,ETS                         | 4               | there is no column unique_id | converted.csv",
            })
    void whatCannotBeMeantIsOneLineWithItsPlaceAndARemedy(String header, String values, String where, String what)
            throws Exception {
        refused(header + "\n" + ROW + (values == null ? "" : values) + "\n", where, what);
    }

    @Test
    void anIdThatIsNoPairAndATimeOfAnotherZoneAreTold() throws Exception {
        refused(
                "unique_id,ds,ETS\nS00001,2024-06-10,4\n",
                "f.csv:2: unique_id is \"S00001\", no pair",
                "df[\"unique_id\"]");
        refused("unique_id,ds,ETS\nS9/X,2024-06-10,4\n", "was made for another dataset: none of its series (S9/X)", "");
        refused("unique_id,ds,ETS\nS00001/SKU-000001,2024-09-10,4\n", "is of a day of the dataset", "--append");
        refused(
                "unique_id,ds,ETS\nS00001/SKU-000001,2024-06-09 22:00:00+00,4\n",
                "f.csv:2: ds is \"2024-06-09 22:00:00+00\", no midnight in UTC",
                "tz_localize(None)");
        example(
                "berlin.parquet",
                LONG.formatted("forecast AS m")
                        .replace("date AS ds", "timezone('Europe/Berlin', date::TIMESTAMP) AS ds"),
                "(FORMAT parquet)");
        assertThat(score("berlin.parquet").err()).contains("berlin.parquet row 1: ds is ", "no midnight in UTC");
    }

    static void refused(String text, String where, String what) throws Exception {
        Files.writeString(folder.resolve("f.csv"), text);
        Ran ran = score("f.csv", "--no-progress");
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(2);
        assertThat(ran.err().lines().filter(line -> line.startsWith("forge: ")))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("forge: f.csv").contains(where));
        assertThat(ran.err()).contains(what);
        assertThat(ran.out()).isEmpty();
    }
}
