package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Browser;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The page of a score, in a real browser. */
class ScorePageTest extends ScoredShop {
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
        assertThat(seen.get("canvases").asInt()).isEqualTo(3);
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
        assertThat(seen.get("canvases").asInt()).isEqualTo(2);
    }

    @Test
    void oneDayAheadIsNoChartOverDaysAhead() throws Exception {
        example("next.csv", "SELECT *, date - 1 AS cutoff FROM f", "(HEADER)");
        score("next.csv", "--html", "next.html");
        JsonNode seen = visit(Files.readString(folder.resolve("next.html")));

        assertThat(seen.get("errors")).isEmpty();
        assertThat(seen.get("keys").asText()).doesNotContain("too good");
        assertThat(seen.get("leads").asText()).contains("All forecasts are 1 day ahead");
        assertThat(seen.get("canvases").asInt()).isEqualTo(2);
    }

    @Test
    void modelsAreDrawnBesideEachOtherByLevelLeadDayAndClass() throws Exception {
        String database = "duckdb:" + folder.resolve("mixed.duckdb");
        Ran made = Ran.in(
                folder, "--full-new", "--scenario", "m5_like", "--stores", "2", "--confirm", "--database", database);
        assertThat(made.exit()).as(made.err()).isZero();
        try (Connection connection = DriverManager.getConnection("jdbc:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT s.code || '/' || p.sku AS unique_id, date AS ds, 1 AS one, 2 AS two FROM sales_daily d"
                            + " JOIN store s ON s.id = store_id JOIN product p ON p.id = product_id"
                            + " WHERE date > (SELECT max(date) - 14 FROM sales_daily)) TO '"
                            + folder.resolve("mixed.csv") + "'");
        }
        Ran ran = score("mixed.csv", "--html", "mixed.html", "--database", database);
        assertThat(ran.out()).contains("class smooth", "class intermittent", "2 models, best by WRMSSE first");
        JsonNode seen = visit(Files.readString(folder.resolve("mixed.html")));

        assertThat(seen.get("errors")).isEmpty();
        assertThat(seen.get("canvases").asInt()).isEqualTo(4);
        for (String chart : new String[] {"levels", "leads", "classes"}) {
            assertThat(seen.get(chart).asText())
                    .as(chart)
                    .contains("seasonal naive", "moving average 28", "naive", "oracle", "one", "two");
        }
        assertThat(seen.get("ordered").asText()).isEqualTo("Best by WRMSSE first.");
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
                              levels: document.getElementById("levels").textContent,
                              classes: document.getElementById("classes").textContent,
                              ordered: document.getElementById("ordered").textContent,
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
}
