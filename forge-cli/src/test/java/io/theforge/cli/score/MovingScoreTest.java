package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What oracle and score say of a shop whose levels move, and of one whose do not. */
class MovingScoreTest {
    private static final String SHOP = """
            dimensions: {stores: {count: 2}, products: {count: 10}}
            date_range: {start: 2024-01-01, end: 2024-05-31}
            """;

    private static final String MOVING = SHOP + "time_series: {drift: {series_sigma: 0.4}}\n";

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeBoth() throws Exception {
        for (String shop : List.of("still", "moving")) {
            Files.createDirectory(folder.resolve(shop));
            Files.writeString(folder.resolve(shop).resolve("forge.yaml"), shop.equals("still") ? SHOP : MOVING);
            Ran made = Ran.in(folder.resolve(shop), "--full-new", "--config", "forge.yaml", "--confirm");
            assertThat(made.exit()).as(made.err()).isZero();
        }
    }

    private static Ran run(String shop, String... arguments) {
        Ran ran = Ran.in(folder.resolve(shop), arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran;
    }

    private static List<String> forecasters(JsonNode oracle) {
        List<String> forecasters = new ArrayList<>();
        oracle.get("scores").forEach(row -> {
            if (row.get("group").asText().equals("all") && row.get("horizon").asInt() == 28) {
                forecasters.add(row.get("forecaster").asText());
            }
        });
        return forecasters;
    }

    @Test
    void whoForeseesIsToldOnlyWhereThereIsSomethingToForesee() throws Exception {
        assertThat(run("moving", "oracle").out()).contains("oracle foreseeing", "foreseen: ", "no draw yet to come");
        assertThat(run("still", "oracle").out())
                .contains("knows the distribution of demand of every day and no draw")
                .doesNotContain("foresee", "foreseen");
        JsonNode moving = run("moving", "oracle", "--json").json();

        assertThat(forecasters(moving))
                .containsExactly(
                        "oracle",
                        "oracle_promotions_unknown",
                        "oracle_on_sales",
                        "oracle_foreseeing",
                        "naive",
                        "seasonal_naive",
                        "moving_average_28");
        assertThat(forecasters(run("still", "oracle", "--json").json())).doesNotContain("oracle_foreseeing");
    }

    @Test
    void skillOneIsWhoKnowsNoDrawYetToComeAndThePageDrawsIt() throws Exception {
        for (String shop : List.of("still", "moving")) {
            StringBuilder csv = new StringBuilder("date,store_code,sku,forecast\n");
            for (int day = 1; day <= 31; day++) {
                csv.append("2024-05-").append(day < 10 ? "0" : "").append(day).append(",S00001,SKU-000001,4\n");
            }
            Files.writeString(folder.resolve(shop).resolve("f.csv"), csv);
        }
        assertThat(run("moving", "score", "f.csv", "--html", "f.html").out())
                .contains("1 = oracle, who knows how demand is drawn\n", "but no draw yet to come;");
        assertThat(run("still", "score", "f.csv", "--html", "f.html").out())
                .contains("1 = oracle, who knows each day's demand\n", "but no draw;");
        JsonNode moving = data("moving");
        assertThat(moving.get("moving").asBoolean()).isTrue();
        assertThat(data("still").get("moving").asBoolean()).isFalse();
        // What the cutoff hides of the drift widens the band; both shops have the same noise
        assertThat(moving.at("/series/0/median/60").isNumber()).isTrue();
        assertThat(relativeWidth(moving, 86) / relativeWidth(moving, 56)).isGreaterThan(1);
    }

    private static double relativeWidth(JsonNode data, int day) {
        JsonNode series = data.at("/series/0");
        return (series.get("high").get(day).asDouble()
                        - series.get("low").get(day).asDouble())
                / series.get("median").get(day).asDouble();
    }

    private static JsonNode data(String shop) throws Exception {
        String page = Files.readString(folder.resolve(shop).resolve("f.html"));
        return Ran.parse(page.split("id=\"data\">")[1].split("</script>")[0]);
    }
}
