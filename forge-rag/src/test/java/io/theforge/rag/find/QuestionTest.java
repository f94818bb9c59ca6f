package io.theforge.rag.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.rag.store.Passage;
import io.theforge.rag.text.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionTest {

    private static List<List<String>> names(String question) {
        return Question.of(question).names().stream().map(Name::forms).toList();
    }

    @Test
    void itNamesThingsByWordsByCodesAndInQuotationMarks() {
        assertThat(names("Did Main Street (S00012) or S00013 sell more?"))
                .containsExactly(List.of("Main Street", "S00012"), List.of("S00013"));
        assertThat(names("What does Dark Bread 3 x 500 g cost, and the \"rye roll\"?"))
                .containsExactly(List.of("Dark Bread 3 x 500 g"), List.of("rye roll"));
    }

    @Test
    void theFirstWordOfAQuestionIsNoName() {
        assertThat(names("Whose turn is it? Round it.")).isEmpty();
    }

    @Test
    void aSpanOfMonthsHasAllOfThemTheEndsFirst() {
        assertThat(Question.of("Sales from November 2024 to February 2025?").dates())
                .containsExactly("2024-11", "2025-02", "2024-12", "2025-01");
        assertThat(Question.of("Sales in May 2024 and in July 2024?").dates()).containsExactly("2024-05", "2024-07");
        assertThat(Question.of("Sales in 2024?").dates()).containsExactly("2024");
    }

    @Test
    void whatIsMeantByWayOfAnotherThingHasAKind() {
        assertThat(Question.of("Who is the supplier of S00012?").kinds())
                .containsExactlyElementsOf(Words.counts("supplier").keySet());
        assertThat(Question.of("Who runs the store S00012?").kinds()).isEmpty();
    }

    @Test
    void theTextsTellWhatElseAThingIsCalled() {
        List<Reading> texts =
                List.of(reading("In May, Main Street (S00012) was closed."), reading("| S00013 | Old Market | 12 |\n"));
        assertThat(completed("S00012", texts)).containsExactly("S00012", "Main Street");
        assertThat(completed("Main Street", texts)).containsExactly("Main Street", "S00012");
        assertThat(completed("S00013", texts)).containsExactly("S00013", "Old Market");
        assertThat(completed("S00014", texts)).containsExactly("S00014");
    }

    private static List<String> completed(String name, List<Reading> texts) {
        return Aliases.completed(Name.of(List.of(name)), texts).forms();
    }

    private static Reading reading(String text) {
        return Reading.of(new Passage("c", "s", "notes/a.md", "markdown", 0, text, null, Map.of()));
    }

    @Test
    void eachPartOfAQuestionHasItsPassage() {
        Selection selection = new Selection();
        selection.add(Map.of(1L, 0.9, 2L, 0.8, 3L, 0.1), 1);
        selection.add(Map.of(3L, 0.6, 4L, 0.2), 1);
        assertThat(selection.best(List.of(1L, 2L, 3L, 4L), 3)).containsExactly(1L, 3L, 4L);
    }
}
