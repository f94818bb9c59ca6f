package io.theforge.cli.dirt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Browser;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a validator's score, in a real browser. */
class DirtScorePageTest {
    private static final String LEDGER = """
            table,key,file,line,column,kind,clean,dirty,severity,detectable
            sales_daily,k1,a.csv,2,quantity,quantity_negative,3,-3,error,true
            sales_daily,k2,a.csv,4,code,code_blanks,S1," S1</script>",error,true
            sales_daily,k3,a.csv,,,zero_unrecorded,"1,0",,warning,false
            """;

    @TempDir
    Path folder;

    @Test
    void itShowsEachKindWhatSlippedThroughAndWhatWasCleanAfterAll() throws Exception {
        JsonNode seen = visit("file,line\na.csv,2\na.csv,9\n");

        assertThat(seen.get("errors")).isEmpty();
        assertThat(seen.get("requests").asInt()).isZero();
        assertThat(seen.get("title").asText()).isEqualTo("Score of <b>.csv");
        assertThat(seen.get("kinds").asText()).contains("quantity negative", "zero unrecorded");
        assertThat(seen.get("bars").asText())
                .as("all, and the kinds that can be found")
                .isEqualTo("50%,100%,0%");
        assertThat(seen.get("missed").asText()).contains("error", "code blanks", "a.csv:4 S1 \u2192 \" S1</script>\"");
        assertThat(seen.get("clean").asText()).isEqualTo("1 row:a.csv:9");
    }

    @Test
    void aPerfectValidatorHasNothingToRegret() throws Exception {
        JsonNode seen = visit("file,line\na.csv,2\na.csv,4\n");

        assertThat(seen.get("errors")).isEmpty();
        assertThat(seen.get("missed").asText()).isEmpty();
        assertThat(seen.get("clean").asText()).isEqualTo("None.");
    }

    /** Opens the page in a browser and tells what is there. */
    private JsonNode visit(String rejections) throws Exception {
        Files.writeString(folder.resolve("dirt.csv"), LEDGER);
        Files.writeString(folder.resolve("<b>.csv"), rejections);
        Ran ran = Ran.in(folder, "dirt", "score", "<b>.csv", "--ledger", "dirt.csv", "--html", "score.html");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("score.html written; open it in a browser");
        String page = Files.readString(folder.resolve("score.html"));
        assertThat(page).doesNotContain("src=", "href=", "@import", "url(", "/*DATA*/", "<b>");
        Path watched = folder.resolve("watched.html");
        Files.writeString(watched, page.replace("<head>", """
                        <head><script>window.errors = [];
                        addEventListener("error", event => errors.push(event.message));</script>
                        """).replace("</body>", """
                        <pre id="seen"></pre><script>
                        const text = id => document.getElementById(id).textContent;
                        document.getElementById("seen").textContent = JSON.stringify({
                          errors, title: document.querySelector("h1").textContent, kinds: text("kinds"), missed: text("missed"),
                          bars: [...document.querySelectorAll("#kinds .fill")].map(bar => bar.style.width).join(),
                          clean: text("clean") + text("cleanrows"), requests: performance.getEntriesByType("resource").length,
                        }).replaceAll("<", "\\\\u003c");
                        </script></body>"""));
        String document = Browser.documentOf(watched, folder);
        assertThat(document).contains("<pre id=\"seen\">{");
        return Ran.parse(document.split("<pre id=\"seen\">")[1].split("</pre>")[0].replace("&gt;", ">"));
    }
}
