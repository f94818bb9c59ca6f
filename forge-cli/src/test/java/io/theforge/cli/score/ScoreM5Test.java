package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Submissions to the M5 competition. */
class ScoreM5Test extends ScoredShop {
    private static String header(int days) {
        return "id," + IntStream.rangeClosed(1, days).mapToObj(day -> "F" + day).collect(Collectors.joining(","))
                + "\n";
    }

    private static String line(String id, int days) {
        return id + ",4".repeat(days) + "\n";
    }

    @Test
    void evaluationIsOfTheLastFourWeeksAndValidationOfThoseBefore() throws Exception {
        example("own.csv", "FROM f", "(HEADER)");
        example(
                "m5.csv",
                "PIVOT (SELECT sku || '_' || store_code || '_evaluation' AS id, 'F' || (date - DATE '2024-06-02') AS day,"
                        + " forecast FROM f) ON day USING first(forecast) GROUP BY id ORDER BY id",
                "(HEADER)");
        JsonNode json = json("m5.csv");
        assertThat(json.get("rows").asInt()).isEqualTo(672);
        assertThat(json.get("groups")).isEqualTo(json("own.csv").get("groups"));
        assertThat(json.get("by_lead")).isEqualTo(json("own.csv").get("by_lead"));

        Files.writeString(
                folder.resolve("two.csv"),
                header(28) + line("SKU-000001_S00001_validation", 28) + line("SKU-000001_S00001_evaluation", 28));
        JsonNode two = json("two.csv");
        assertThat(two.get("cutoffs").toString()).isEqualTo("[\"2024-05-05\",\"2024-06-02\"]");
        assertThat(two.at("/models/0/folds")).hasSize(2);
        assertThat(score("two.csv").out()).contains("the mean over 2 cutoffs, each with its own scale and weights");
    }

    @Test
    void theCutoffMayBeAnyDay() throws Exception {
        Files.writeString(folder.resolve("at.csv"), header(28) + line("SKU-000001_S00001_validation", 28));

        assertThat(score("at.csv", "--cutoff", "2024-04-30", "--json")
                        .json()
                        .at("/cutoffs/0")
                        .asText())
                .isEqualTo("2024-04-30");
    }

    @Test
    void whatCannotBeMeantIsOneLineWithItsPlaceAndARemedy() throws Exception {
        String pair = "SKU-000001_S00001_evaluation";
        ScoreLongTest.refused(header(27) + line(pair, 27), "there is no column F28", "F1 to F28");
        ScoreLongTest.refused(header(29) + line(pair, 29), "there is a column F29", "F1 to F28");
        ScoreLongTest.refused(
                header(28) + line("SKU-000001", 28),
                "f.csv:2: id is \"SKU-000001\", no series",
                "such as SKU-000001_S00001_evaluation");
        ScoreLongTest.refused(
                header(28) + line("SKU-000001_S00001_0.025_evaluation", 28),
                "f.csv:2: id is \"SKU-000001_S00001_0.025_evaluation\", a quantile of the M5's second part",
                "model-lo-90");
        ScoreLongTest.refused(header(28) + line("A_1_CA_1_evaluation", 28), "none of its series (1/A_1_CA)", "");
        ScoreLongTest.refused(header(28) + line(pair, 27) + "\n", "f.csv:2: has 28 values and the header 29 names", "");
        ScoreLongTest.refused(
                header(28) + line(pair, 28).replaceFirst("(,4){7}", ",4,4,4,4,4,4,NaN"),
                "f.csv:2: F7 is \"NaN\", no finite number",
                "");
        ScoreLongTest.refused(
                header(28) + line(pair, 28) + line(pair, 28), "f.csv:3: is the second forecast", "first is f.csv:2");
    }
}
