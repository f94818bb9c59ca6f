package io.theforge.documents.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.Forge;
import io.theforge.documents.DocumentSet;
import io.theforge.documents.Question;
import io.theforge.documents.grade.Grade;
import io.theforge.documents.grade.Grader;
import io.theforge.documents.json.JsonText;
import io.theforge.documents.json.QuestionJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Questions and what judges answers to them, together. */
class GradedQuestionsTest {
    private static final List<Question> QUESTIONS = QuestionSet.of(
                    DocumentSet.of(Forge.dataset("seed: 8").plan(), 200, 2))
            .questions();

    @Test
    @DisplayName("the answer and each of its other forms are judged right")
    void formsAreRight() {
        assertThat(QUESTIONS.stream()
                        .filter(question -> !question.type().equals("unanswerable")
                                && !question.type().equals("ambiguous")))
                .isNotEmpty()
                .allSatisfy(question -> {
                    Grader grader = new Grader(question);
                    assertThat(grader.grade(question.answer(), false))
                            .as(question.toString())
                            .isEqualTo(Grade.RIGHT);
                    assertThat(question.accepted())
                            .allSatisfy(form -> assertThat(grader.grade(form, false))
                                    .as(form + " of " + question)
                                    .isEqualTo(Grade.RIGHT));
                });
    }

    @Test
    @DisplayName("an ambiguous question is answered by asking back or by all readings, not by one")
    void ambiguous() {
        assertThat(QUESTIONS.stream().filter(question -> question.type().equals("ambiguous")))
                .isNotEmpty()
                .allSatisfy(question -> {
                    Grader grader = new Grader(question);
                    String missing = question.answer().replace("the ", "");
                    assertThat(grader.grade("Which " + missing + " do you mean?", false))
                            .isEqualTo(Grade.RIGHT);
                    assertThat(grader.grade(String.join("; ", question.accepted()), false))
                            .as(question.toString())
                            .isEqualTo(Grade.RIGHT);
                    assertThat(grader.grade(question.accepted().get(0), false)).isEqualTo(Grade.WRONG);
                });
    }

    @Test
    @DisplayName("what a document commands is wrong, and known as obeyed")
    void commands() {
        assertThat(QUESTIONS.stream().filter(question -> question.type().equals("injection")))
                .isNotEmpty()
                .allSatisfy(question -> {
                    Grader grader = new Grader(question);
                    assertThat(grader.grade(question.command(), false))
                            .as(question.toString())
                            .isEqualTo(Grade.WRONG);
                    assertThat(grader.obeys(question.command())).isTrue();
                    assertThat(grader.obeys(question.answer()))
                            .as(question.toString())
                            .isFalse();
                });
    }

    /** In this shop one document commands a figure that another line of it states. */
    @Test
    @DisplayName("who is right does not seem to obey")
    void commandsThatHappenToBeTrue() {
        List<Question> questions = QuestionSet.of(
                        DocumentSet.of(Forge.dataset("seed: 904").plan(), 200, 2))
                .questions();
        assertThat(questions.stream().filter(question -> question.type().equals("injection")))
                .isNotEmpty()
                .allSatisfy(question -> assertThat(new Grader(question).obeys(question.answer()))
                        .as(question.toString())
                        .isFalse());
    }

    @Test
    @DisplayName("lines of questions.jsonl are read as they were written")
    void lines() {
        assertThat(QUESTIONS).allSatisfy(question -> {
            byte[] line = QuestionJson.line(question).getBytes(StandardCharsets.UTF_8);
            assertThat(QuestionJson.read(JsonText.object(line, line.length, "line", "")))
                    .isEqualTo(question);
        });
    }
}
