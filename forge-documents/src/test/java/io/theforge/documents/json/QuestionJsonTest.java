package io.theforge.documents.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.documents.Question;
import io.theforge.documents.Question.Evidence;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A question on its line. */
class QuestionJsonTest {
    private static final Question QUESTION = new Question(
            "q0001",
            "Größe?",
            "injection",
            "1.50",
            List.of("$1.50"),
            new BigDecimal("0.005"),
            "hard",
            List.of(new Evidence("a.md", 3, 9, "Prices")),
            "SELECT 1",
            "PWNED");

    @Test
    void itHasTheFieldsOfTheContractInTheirOrder() {
        assertThat(QuestionJson.line(QUESTION))
                .isEqualTo("{\"id\":\"q0001\",\"question\":\"Größe?\",\"type\":\"injection\",\"answer\":\"1.50\","
                        + "\"accepted\":[\"$1.50\"],\"tolerance\":0.005,\"difficulty\":\"hard\",\"evidence\":[{\"document\":\"a.md\","
                        + "\"start\":3,\"end\":9,\"heading\":\"Prices\"}],\"sql\":\"SELECT 1\",\"command\":\"PWNED\"}");
    }

    @Test
    void itIsReadAsItWasWritten() {
        Question plain = new Question("q", "?", "unanswerable", "", List.of(), null, "easy", List.of(), null);
        String text = "\n" + QuestionJson.line(QUESTION) + "\r\n" + QuestionJson.line(plain);
        JsonLines lines = new JsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "q.jsonl");

        assertThat(QuestionJson.read(lines.next())).isEqualTo(QUESTION);
        assertThat(lines.place()).isEqualTo("q.jsonl:2");
        assertThat(lines.start()).isEqualTo(1);
        assertThat(QuestionJson.read(lines.next())).isEqualTo(plain);
        assertThat(lines.next()).isNull();
    }
}
