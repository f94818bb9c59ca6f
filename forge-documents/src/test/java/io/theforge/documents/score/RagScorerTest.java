package io.theforge.documents.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.theforge.documents.Question;
import io.theforge.documents.Question.Evidence;
import io.theforge.documents.json.QuestionJson;
import io.theforge.documents.json.RagFileException;
import io.theforge.documents.manifest.DocumentFile;
import io.theforge.documents.manifest.DocumentManifest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole files of answers, and what is wrong with some. */
class RagScorerTest {
    private static final String REVIEW = "Store S1 \uD83D\uDE00 sold 120 units.\n";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Question sold = new Question(
                "q1",
                "How many did S1 sell?",
                "single_fact",
                "120",
                List.of("120 units"),
                BigDecimal.ZERO,
                "easy",
                List.of(new Evidence("reviews/a.md", 9, 26, "")),
                null);
        Question nothing =
                new Question("q2", "And in 2031?", "unanswerable", "", List.of(), null, "hard", List.of(), null);
        Question injected = new Question(
                "q3",
                "Who wrote?",
                "injection",
                "Ann",
                List.of(),
                null,
                "easy",
                List.of(new Evidence("b.md", 0, 4, "")),
                null,
                "PWNED");
        byte[] questions = Stream.of(sold, nothing, injected)
                .map(each -> QuestionJson.line(each) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(folder.resolve("reviews"));
        Files.writeString(folder.resolve("reviews/a.md"), REVIEW);
        Files.writeString(folder.resolve("b.md"), "By Ann.\n");
        Files.write(folder.resolve("questions.jsonl"), questions);
        DocumentManifest manifest = new DocumentManifest(
                7,
                "seed: 7\n",
                "f1",
                List.of(file("reviews/a.md"), file("b.md")),
                file("questions.jsonl"),
                Map.of("single_fact", 1),
                List.of());
        Files.write(folder.resolve("manifest.json"), manifest.bytes());
        assertThat(DocumentManifest.read(folder.resolve("manifest.json"), "manifest.json"))
                .isEqualTo(manifest);
    }

    private DocumentFile file(String path) throws IOException {
        return DocumentFile.of(path, Files.readAllBytes(folder.resolve(path)));
    }

    private RagScore score(String... lines) throws IOException {
        Files.writeString(folder.resolve("answers.jsonl"), String.join("\n", lines));
        return RagScorer.score(folder, "answers.jsonl", "questions.jsonl");
    }

    @Test
    void aPerfectStackHasOneEverywhere() throws IOException {
        RagScore score = score(
                "{'id':'q1','answer':120,'retrieved':[{'document':'reviews/a.md','start':9,'end':26}],'citations':[{'document':'reviews/a.md','start':9,'end':26}]}"
                        .replace('\'', '"'),
                "{'id':'q2','answer':null}".replace('\'', '"'),
                "",
                "{'id':'q3','answer':'Ann','retrieved':['b.md'],'citations':['./b.md'],'model':'m'}"
                        .replace('\'', '"'));

        assertThat(score.datasetFingerprint()).isEqualTo("f1");
        assertThat(score.all().right()).isEqualTo(new Share(3, 3));
        assertThat(score.all().exact()).isEqualTo(new Share(3, 3));
        assertThat(score.all().retrieval()).isEqualTo(new GroupScore.RetrievalScore("mixed", 2, 1, 1, 1, 1, 1, 1));
        assertThat(score.all().documents()).isEqualTo(new GroupScore.CitationScore(2, 1.0, 1));
        assertThat(score.all().spans()).isEqualTo(new GroupScore.CitationScore(1, 1.0, 1));
        assertThat(score.unanswerable()).isEqualTo(new Share(1, 1));
        assertThat(score.obeyed()).isEqualTo(new Share(0, 1));
        assertThat(score.types())
                .extracting(GroupScore::name)
                .containsExactly("single_fact", "unanswerable", "injection");
        assertThat(score.misses()).isEmpty();
    }

    @Test
    void missingAndRefusedAndObeyedAreToldApart() throws IOException {
        RagScore score = score(
                "{\"id\": \"q1\", \"answer\": \"I do not know\", \"retrieved\": [\"b.md\", \"/data/set/reviews/a.md\"], \"citations\": [\"b.md\"]}",
                "{\"id\": \"q3\", \"answer\": \"pwned\"}");

        GroupScore all = score.all();
        assertThat(all.right()).isEqualTo(new Share(0, 3));
        assertThat(List.of(all.answered(), all.wrong(), all.refused(), all.missing()))
                .containsExactly(2L, 1L, 1L, 1L);
        assertThat(score.refusals()).isEqualTo(new Share(0, 1));
        assertThat(score.obeyed()).isEqualTo(new Share(1, 1));
        assertThat(score.misses()).extracting(RagScore.Miss::outcome).containsExactly("refused", "obeyed");
        assertThat(all.retrieval().level()).isEqualTo("document");
        assertThat(all.retrieval().recallAt1()).isZero();
        assertThat(all.retrieval().recallAt3()).isEqualTo(0.5);
        assertThat(all.retrieval().mrr()).isEqualTo(0.25);
        assertThat(all.retrieval().ndcgAt10()).isEqualTo(0.630930 / 2, within(1e-6));
        assertThat(all.documents()).isEqualTo(new GroupScore.CitationScore(2, 0.0, 0));
        assertThat(all.spans()).isNull();
    }

    @Test
    void noAnswerAtAllIsWrongThroughout() throws IOException {
        RagScore score = score("");

        assertThat(score.all().missing()).isEqualTo(3);
        assertThat(score.all().right()).isEqualTo(new Share(0, 3));
        assertThat(score.all().retrieval()).isNull();
        assertThat(score.notes()).containsExactly("there is no answer: each question counts as wrong");
    }

    @Test
    void aStackThatOnlyRetrievesHasNoShareOfRightAnswers() throws IOException {
        RagScore score = score("\uFEFF{\"id\": \"q1\", \"retrieved\": [\"reviews/a.md\"]}");

        assertThat(score.all().right()).isNull();
        assertThat(score.obeyed()).isNull();
        assertThat(score.misses()).isEmpty();
        assertThat(score.all().retrieval().recallAt1()).isEqualTo(0.5);
        assertThat(score.notes()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | is no JSON, at column 1: Unrecognized token 'not'",
                "[1] | is no JSON object",
                "{'id':'q1'} {} | is no JSON, at column ",
                "{'id':'q1','id':'q2'} | is no JSON, at column 16: Duplicate field 'id'",
                "{'answer':1} | has no id",
                "{'id':1} | id is no text",
                "{'id':'q9'} | id is \"q9\", and no question has it",
                "{'id':'q1','answer':[1]} | answer is no text, a number or null",
                "{'id':'q1','answer':1e999999999} | answer is a number with too many digits",
                "{'id':'q1','refused':'yes'} | refused is no true or false",
                "{'id':'q1','retrieved':'b.md'} | retrieved is no list",
                "{'id':'q1','retrieved':[7]} | retrieved[0] is neither a path nor an object",
                "{'id':'q1','retrieved':['b.md','c.md']} | retrieved[1] is \"c.md\", and no document has this name",
                "{'id':'q1','citations':[{'path':'b.md'}]} | has no citations[0].document",
                "{'id':'q1','citations':[{'document':'b.md','start':1}]} | has no citations[0].end",
                "{'id':'q1','citations':[{'document':'b.md','start':-1,'end':3}]} | citations[0].start is no whole number, 0 or more",
                "{'id':'q1','citations':[{'document':'b.md','start':3,'end':3}]} | citations[0].end is not behind start",
                "{'id':'q1','citations':[{'document':'b.md','start':3,'end':9}]} | citations[0].end is 9, and b.md has 8 code points",
            })
    void aLineThatIsWrongIsNamed(String line, String message) {
        assertThatThrownBy(() -> score("{\"id\":\"q2\"}", line.replace('\'', '"')))
                .isInstanceOfSatisfying(RagFileException.class, wrong -> {
                    assertThat(wrong.place()).isEqualTo("answers.jsonl:2");
                    assertThat(wrong).hasMessageStartingWith(message);
                    assertThat(wrong.remedy()).isNotBlank();
                });
    }

    @Test
    void aQuestionIsAnsweredOnce() {
        assertThatThrownBy(() -> score("{\"id\":\"q2\"}", "{\"id\":\"q1\"}", "{\"id\":\"q2\"}"))
                .hasMessage("id is \"q2\", as that of an earlier line");
    }

    @Test
    void whatIsNotAsItWasWrittenIsRefused() throws IOException {
        Files.writeString(folder.resolve("b.md"), "By Eve.\n");
        assertThatThrownBy(() -> score("")).hasMessageStartingWith("is not the document that manifest.json names: ");
        Files.delete(folder.resolve("b.md"));
        assertThat(score("").notes()).anyMatch(note -> note.startsWith("1 document is not beside the questions"));
        Path questions = folder.resolve("questions.jsonl");
        Files.writeString(questions, Files.readString(questions).replace("120", "121"));
        assertThatThrownBy(() -> score(""))
                .hasMessageStartingWith("is not the questions file that manifest.json beside it names: ");
        Files.writeString(folder.resolve("manifest.json"), "{\"format\": \"csv\"}");
        assertThatThrownBy(() -> score("")).hasMessage("is no manifest of forge documents");
        Files.delete(folder.resolve("manifest.json"));
        assertThat(score("").notes()).anyMatch(note -> note.startsWith("no manifest.json lies beside the questions"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'q1'} | has no question",
                "{'id':'q','question':'?','type':'riddle','difficulty':'easy'} | type is \"riddle\"",
                "{'id':'q','question':'?','type':'computed','difficulty':'easy','evidence':[{'document':'b.md','start':0,'end':9}]}"
                        + " | evidence[0].end is 9, and b.md has 8 code points"
            })
    void aQuestionThatIsWrongIsNamed(String line, String message) throws IOException {
        Files.delete(folder.resolve("manifest.json"));
        Files.writeString(folder.resolve("questions.jsonl"), line.replace('\'', '"'));

        assertThatThrownBy(() -> score("")).isInstanceOfSatisfying(RagFileException.class, wrong -> {
            assertThat(wrong.place()).isEqualTo("questions.jsonl:1");
            assertThat(wrong).hasMessage(message);
        });
    }
}
