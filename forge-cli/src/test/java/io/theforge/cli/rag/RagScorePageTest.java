package io.theforge.cli.rag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Browser;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a score, in a real browser. */
class RagScorePageTest {
    private static final String QUESTIONS = """
            {"id": "q1", "question": "Who </script>?", "type": "two_documents", "answer": "Ann", "difficulty": "easy", "evidence": [{"document": "a.md", "start": 0, "end": 10}]}
            {"id": "q2", "question": "And in 2031?", "type": "unanswerable", "answer": null, "difficulty": "hard"}
            """;

    @TempDir
    Path folder;

    @Test
    void itShowsEachTypeAndWhatWasNotRight() throws Exception {
        JsonNode seen = visit("""
                {"id": "q1", "answer": "Eve <b>", "retrieved": ["a.md"]}
                {"id": "q2", "answer": "unknown"}
                """);

        assertThat(seen.get("errors")).isEmpty();
        assertThat(seen.get("requests").asInt()).isZero();
        assertThat(seen.get("title").asText()).isEqualTo("Score of <b>.jsonl");
        assertThat(seen.get("whole").asText())
                .contains("Right50.0 % (1 of 2)", "Recall@1100.0 %")
                .doesNotContain("Citations");
        assertThat(seen.get("types").asText()).contains("two documents", "unanswerable");
        assertThat(seen.get("bars").asText()).as("right and recall").isEqualTo("50%,100%,0%,100%,100%");
        assertThat(seen.get("misses").asText()).contains("q1", "wrong", "Who </script>?", "Ann", "Eve <b>");
    }

    @Test
    void withoutAnswersNothingIsJudged() throws Exception {
        JsonNode seen = visit("{\"id\": \"q1\", \"retrieved\": []}");

        assertThat(seen.get("errors")).isEmpty();
        assertThat(seen.get("misses").asText()).isEqualTo("No line has an answer.");
    }

    /** Opens the page in a browser and tells what is there. */
    private JsonNode visit(String answers) throws Exception {
        Files.writeString(folder.resolve("questions.jsonl"), QUESTIONS);
        Files.writeString(folder.resolve("<b>.jsonl"), answers);
        Ran ran = Ran.in(folder, "rag", "score", "<b>.jsonl", "--questions", "questions.jsonl", "--html", "score.html");
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
                          errors, title: document.querySelector("h1").textContent, whole: text("whole"), types: text("types"),
                          bars: [...document.querySelectorAll("#types .fill")].map(bar => bar.style.width).join(),
                          misses: text("missednone") + text("misses"), requests: performance.getEntriesByType("resource").length,
                        }).replaceAll("<", "\\\\u003c");
                        </script></body>"""));
        String document = Browser.documentOf(watched, folder);
        assertThat(document).contains("<pre id=\"seen\">{");
        return Ran.parse(document.split("<pre id=\"seen\">")[1].split("</pre>")[0].replace("&gt;", ">"));
    }
}
