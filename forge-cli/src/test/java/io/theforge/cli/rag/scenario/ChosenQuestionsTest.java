package io.theforge.cli.rag.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.documents.Question;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenQuestionsTest {
    private static List<Question> all() {
        List<Question> all = new ArrayList<>();
        for (String type : List.of("single_fact", "computed", "injection")) {
            for (int i = 0; i < (type.equals("computed") ? 2 : 10); i++) {
                all.add(new Question(type + i, "?", type, "1", List.of(), null, "easy", List.of(), null));
            }
        }
        return all;
    }

    @Test
    void typesHaveEqualPartsEvenlySpread() {
        assertThat(ChosenQuestions.of(all(), 9))
                .extracting(Question::id)
                .containsExactly(
                        "single_fact0",
                        "single_fact2",
                        "single_fact5",
                        "single_fact7",
                        "computed0",
                        "computed1",
                        "injection0",
                        "injection3",
                        "injection6");
    }

    @Test
    void whereThereAreFewerAllAreAsked() {
        assertThat(ChosenQuestions.of(all(), 100)).isEqualTo(all());
    }
}
