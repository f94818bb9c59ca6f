package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files of forecasts may look like, and what is told of those that may not. */
class ScoreFileTest extends ScoredShop {
    @Test
    void csvWithPointsOrCommasAndParquetAreReadAlike() throws Exception {
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
    void whatCannotBeScoredIsLeftOutAndTold() throws Exception {
        String kept = Files.readAllLines(example(
                        "part.csv", "SELECT * EXCLUDE (fingerprint) FROM f WHERE sku <> 'SKU-000003'", "(HEADER)"))
                .stream()
                .skip(1)
                .map(line -> line + ",1")
                .collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve("part.csv"),
                HEADER.strip() + ",model,p10\n" + kept.replace(",1\n", ",1,1\n") + ",1\n"
                        + "2024-06-10,S00009,SKU-000001,4,1,1\n2024-07-01,S00001,SKU-000001,4000000,1,1\n"
                        + "2024-06-10,S00001,SKU-000003,2345678,1,1\n");
        Ran ran = score("part.csv");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("columns not used: model, p10 (a quantile is written as q0.05, above 0 and below 1)")
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
                .contains("a quantile is below a lower one in 672 forecasts (cross.csv, lines 2, 3, 4, ...)");
        JsonNode pinball = json.get("groups").get(0).at("/forecast/pinball_by_quantile");
        assertThat(pinball.get("0.5").isNull()).isTrue();
        assertThat(json.get("groups").get(0).at("/forecast/pinball").asDouble())
                .isCloseTo((pinball.get("0.25").asDouble() + pinball.get("0.75").asDouble()) / 2, within(1e-6));
    }

    @Test
    void anyQuantileIsScored() throws Exception {
        example("any.csv", "SELECT *, forecast * 1.5 AS \"q0.9\", forecast * 0.5 AS \"q0.10\" FROM f", "(HEADER)");

        JsonNode json = json("any.csv");
        assertThat(json.get("columns").asText()).endsWith("; forecast with quantiles 0.1, 0.9");
        JsonNode pinball = json.get("groups").get(0).at("/forecast/pinball_by_quantile");
        assertThat(pinball.get("0.1").asDouble()).isPositive();
        assertThat(pinball.get("0.9").asDouble()).isPositive();
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
        assertThat(score("").err()).contains("forge: FILE: names no file");
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
    void theLineThatIsNamedIsTheFilesBehindLineBreaksAndBlankLines() throws Exception {
        String row = ",S00001,SKU-000001,";
        refused(
                "a.csv",
                "note," + HEADER + "\"two\nlines\",2024-06-10" + row + "4\n\nx,2024-06-11" + row + "oops\n",
                "a.csv:5: forecast is \"oops\"");
        refused(
                "b.csv",
                HEADER.replace("\n", "\r\n") + "\r\n\r\n2024-06-11" + row + "oops\r\n",
                "b.csv:4: forecast is \"oops\"");
        refused(
                "c.csv",
                "note," + HEADER + "\"two\nlines\",2024-06-10" + row + "oops\n",
                "c.csv:3: forecast is \"oops\"");
    }

    @Test
    void aNameWithThePatternsOfDuckDbIsOneFile() throws Exception {
        Files.writeString(folder.resolve("x[1]*.csv"), HEADER + "2024-06-10,S00001,SKU-000001,4\n");
        Files.writeString(folder.resolve("x1yes.csv"), "nonsense\n");

        assertThat(json("x[1]*.csv").get("rows_scored").asInt()).isEqualTo(1);
    }
}
