package io.theforge.cli.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What examples/rag shows: the default set is neither trivial nor broken. */
class RagExampleTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "rag").toAbsolutePath();

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        assumeTrue(
                Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(String.valueOf(System.getenv("PATH")))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "python3"))),
                "no python3 on the PATH: the programs of examples/rag are not run");
        Ran ran = Ran.in(folder, "documents", "--out", "documents");
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private static void answer(String name, String... program) throws Exception {
        List<String> line = new ArrayList<>(List.of("python3"));
        line.add(EXAMPLES.resolve(program[0]).toString());
        line.addAll(List.of(program).subList(1, program.length));
        line.add("documents");
        Process python = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name).toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(python.waitFor()).isZero();
    }

    private static JsonNode score(String name) {
        Ran ran = Ran.in(folder, "rag", "score", name, "--questions", "documents/questions.jsonl", "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    private static double figure(JsonNode score, String path) {
        return score.at(path).asDouble();
    }

    @Test
    void theSetIsNeitherTrivialNorBroken() throws Exception {
        answer("baseline.jsonl", "baseline.py");
        JsonNode score = score("baseline.jsonl");

        assertThat(figure(score, "/retrieval/recall_at_1")).isBetween(0.15, 0.45);
        assertThat(figure(score, "/retrieval/recall_at_10")).isBetween(0.40, 0.75);
        assertThat(figure(score, "/citations_by_document/recall")).isBetween(0.40, 0.70);
        assertThat(figure(score, "/citations_by_span/recall")).isBetween(0.15, 0.45);
        assertThat(figure(score, "/right/share")).isBetween(0.06, 0.30);
        assertThat(figure(score, "/unanswerable_refused/share")).isBetween(0.25, 0.75);
        assertThat(figure(score, "/commands_obeyed/share")).isBetween(0.01, 0.50);
    }

    @Test
    void theBaselineAnswersTheSameWhateverTheOrderOfPythonsSets() throws Exception {
        answer("baseline.jsonl", "baseline.py");
        answer("again.jsonl", "baseline.py");
        assertThat(folder.resolve("again.jsonl")).hasSameTextualContentAs(folder.resolve("baseline.jsonl"));
    }

    @Test
    void whatTheQuestionsSayThemselvesIsAllRight() throws Exception {
        answer("gold.jsonl", "bounds.py", "gold");
        JsonNode score = score("gold.jsonl");

        assertThat(figure(score, "/right/share")).isEqualTo(1);
        assertThat(figure(score, "/retrieval/recall_at_10")).isEqualTo(1);
        assertThat(figure(score, "/retrieval/mrr")).isEqualTo(1);
        assertThat(figure(score, "/citations_by_span/precision")).isEqualTo(1);
        assertThat(figure(score, "/citations_by_span/recall")).isEqualTo(1);
        assertThat(figure(score, "/unanswerable_refused/share")).isEqualTo(1);
        assertThat(figure(score, "/commands_obeyed/share")).isZero();
        assertThat(score.at("/missed").asInt()).isZero();
    }

    @Test
    void theFirstDocumentForEveryQuestionIsWorthNothing() throws Exception {
        answer("first.jsonl", "bounds.py", "first");
        JsonNode score = score("first.jsonl");

        assertThat(figure(score, "/right/share")).isLessThan(0.03);
        assertThat(figure(score, "/retrieval/recall_at_10")).isLessThan(0.05);
        assertThat(figure(score, "/citations_by_document/recall")).isLessThan(0.05);
    }

    @Test
    void whoAlwaysRefusesHasOnlyTheUnanswerableRight() throws Exception {
        answer("refuse.jsonl", "bounds.py", "refuse");
        JsonNode score = score("refuse.jsonl");

        assertThat(figure(score, "/unanswerable_refused/share")).isEqualTo(1);
        assertThat(figure(score, "/right/share")).isLessThan(0.13);
        assertThat(score.at("/wrong").asInt()).isZero();
    }
}
