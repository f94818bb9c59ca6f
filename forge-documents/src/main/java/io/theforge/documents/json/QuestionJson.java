package io.theforge.documents.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.theforge.documents.Question;
import io.theforge.documents.Question.Evidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A question as a line of {@code questions.jsonl}. */
public final class QuestionJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private QuestionJson() {}

    /** Returns the line, without its end. */
    public static String line(Question question) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", question.id());
        json.put("question", question.question());
        json.put("type", question.type());
        json.put("answer", question.answer().isEmpty() ? null : question.answer());
        json.put("accepted", question.accepted());
        json.put("tolerance", question.tolerance());
        json.put("difficulty", question.difficulty());
        json.put(
                "evidence",
                question.evidence().stream().map(QuestionJson::evidence).toList());
        if (question.sql() != null) {
            json.put("sql", question.sql());
        }
        if (question.command() != null) {
            json.put("command", question.command());
        }
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no question: " + question, e);
        }
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("document", evidence.document());
        json.put("start", evidence.start());
        json.put("end", evidence.end());
        json.put("heading", evidence.heading());
        return json;
    }

    /** Returns the question of a line. @throws RagFileException where it is none */
    public static Question read(JsonFields line) {
        String answer = line.textOrNumber("answer");
        BigDecimal tolerance = line.decimalOrNull("tolerance");
        if (tolerance != null && tolerance.signum() < 0) {
            throw line.wrong("tolerance", "is negative", "give it a number, 0 or more");
        }
        List<Evidence> evidence = new ArrayList<>();
        for (JsonFields each : line.objects("evidence")) {
            Evidence span = new Evidence(
                    each.text("document"),
                    each.count("start"),
                    each.count("end"),
                    String.valueOf(each.has("heading") ? each.textOrNull("heading") : ""));
            if (span.end() <= span.start()) {
                throw each.wrong("end", "is not behind start", "give end the first code point that is not in it");
            }
            evidence.add(span);
        }
        return new Question(
                line.text("id"),
                line.text("question"),
                word(line, "type", Question.TYPES),
                answer == null ? "" : answer,
                line.texts("accepted"),
                tolerance,
                word(line, "difficulty", Question.DIFFICULTIES),
                evidence,
                line.textOrNull("sql"),
                line.textOrNull("command"));
    }

    private static String word(JsonFields line, String name, List<String> known) {
        String word = line.text(name);
        int place = known.indexOf(word);
        if (place < 0) {
            throw line.wrong(name, "is \"" + word + "\"", "give it one of " + String.join(", ", known));
        }
        return known.get(place);
    }
}
