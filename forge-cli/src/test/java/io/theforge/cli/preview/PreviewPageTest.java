package io.theforge.cli.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Browser;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code preview --html}, as a browser shows it from a file. */
class PreviewPageTest {
    /** Before everything else, so that no error is missed. */
    private static final String WATCH = """
            <script>
            window.errors = [];
            addEventListener("error", event => errors.push(event.message));
            </script>
            """;

    /** Uses the page as somebody would, and leaves what it saw as text in the document. */
    private static final String VISIT = """
            <pre id="seen"></pre>
            <script>
            const seen = {}, picker2 = document.getElementById("series");
            const look = name => seen[name] = {
              canvases: [...document.querySelectorAll("canvas")].filter(each => each.width > 0 && drawn(each)).length,
              headings: [...document.querySelectorAll("#factors h2")].map(each => each.firstChild.data.trim()),
              about: document.getElementById("about").textContent,
              days: charts.map(each => (each.scales.x.max - each.scales.x.min) / 86400),
            };
            function drawn(canvas) {
              return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte > 0);
            }
            function drag(from, to) {
              const over = document.querySelector("#main .u-over"), box = over.getBoundingClientRect();
              const mouse = (kind, x) => over.dispatchEvent(new MouseEvent(kind, {
                bubbles: true, view: window, clientX: box.left + x * box.width, clientY: box.top + 40, movementX: 9}));
              mouse("mouseenter", from);
              mouse("mousemove", from);
              mouse("mousedown", from);
              mouse("mousemove", to);
              mouse("mouseup", to);
            }
            const steps2 = [
              () => look("total"),
              () => { picker2.selectedIndex = 1; picker2.dispatchEvent(new Event("change")); },
              () => look("series"),
              () => drag(0.25, 0.75),
              () => look("zoomed"),
              () => document.getElementById("next").click(),
              () => look("next"),
              () => document.getElementById("all").click(),
              () => look("all"),
              () => {
                seen.options = picker2.length;
                seen.requests = performance.getEntriesByType("resource").length;
                seen.errors = errors;
                document.getElementById("seen").textContent = JSON.stringify(seen);
              }];
            steps2.forEach((step, i) => setTimeout(step, 100 * (i + 1)));
            </script>
            """;

    @TempDir
    Path folder;

    @Test
    void showsAllSeriesWithTheirFactorsAndZoomsThemTogether() throws Exception {
        JsonNode seen = visit("--scenario", "new_launches", "--stores", "3", "--products", "6");

        assertThat(seen.get("errors")).isEmpty();
        assertThat(seen.get("requests").asInt()).isZero();
        assertThat(seen.get("options").asInt()).isEqualTo(1 + 18);
        assertThat(seen.at("/total/headings").toString()).contains("out of stock", "trend", "life cycle");
        assertThat(seen.at("/total/about").asText()).contains("units a day", "of all series-days end out of stock");
        assertThat(seen.at("/series/about").asText()).contains("units a day", "days end out of stock");
        for (String when : new String[] {"total", "series", "zoomed", "next", "all"}) {
            assertThat(seen.at("/" + when + "/canvases").asInt())
                    .as(when)
                    .isEqualTo(1 + seen.at("/" + when + "/headings").size())
                    .isGreaterThan(1);
        }
        assertThat(seen.at("/series/days")).allMatch(days -> days.asDouble() == 365);
        assertThat(seen.at("/zoomed/days")).allMatch(days -> Math.abs(days.asDouble() - 365 / 2.0) < 2);
        assertThat(seen.at("/next/days")).allMatch(days -> Math.abs(days.asDouble() - 365 / 2.0) < 2);
        assertThat(seen.at("/all/days")).allMatch(days -> days.asDouble() == 365);
    }

    @Test
    void oneDayAndNamesThatLookLikeMarkupAreShownToo() throws Exception {
        Files.writeString(
                folder.resolve("shop.yaml"),
                "dimensions: {stores: {count: 2, regions: [\"</script><b id=x>N\"]}, products: {count: 2}}\n"
                        + "date_range: {start: 2024-01-01, end: 2024-01-01}\n");
        JsonNode seen = visit("--config", "shop.yaml");

        assertThat(seen.get("errors")).isEmpty();
        assertThat(seen.get("options").asInt()).isEqualTo(1 + 4);
        assertThat(seen.at("/total/canvases").asInt()).isPositive();
    }

    private JsonNode visit(String... arguments) throws Exception {
        String[] preview = new String[arguments.length + 3];
        preview[0] = "preview";
        System.arraycopy(arguments, 0, preview, 1, arguments.length);
        preview[arguments.length + 1] = "--html";
        preview[arguments.length + 2] = "page.html";
        Ran ran = Ran.in(folder, preview);
        assertThat(ran.exit()).as(ran.err()).isZero();
        Path watched = folder.resolve("watched.html");
        Files.writeString(
                watched,
                Files.readString(folder.resolve("page.html"))
                        .replace("<head>", "<head>" + WATCH)
                        .replace("</body>", VISIT + "</body>"));
        String document = Browser.documentOf(watched, folder);
        assertThat(document).contains("<pre id=\"seen\">{");
        return Ran.parse(document.split("<pre id=\"seen\">")[1].split("</pre>")[0]);
    }
}
