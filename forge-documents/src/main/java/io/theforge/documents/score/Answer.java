package io.theforge.documents.score;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.documents.json.JsonFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of answers.
 *
 * @param text null where there is none
 * @param refused whether it says that it refuses
 * @param hasAnswer whether it has the field {@code answer}, or {@code refused}
 * @param retrieved best first; null where it has no such field
 * @param citations null where it has no such field
 */
record Answer(
        String id,
        @Nullable String text,
        boolean refused,
        boolean hasAnswer,
        @Nullable List<Span> retrieved,
        @Nullable List<Span> citations) {

    static Answer read(JsonFields line, DocumentFolder documents) {
        return new Answer(
                line.text("id"),
                line.textOrNumber("answer"),
                line.truth("refused"),
                line.has("answer") || line.has("refused"),
                spans(line, "retrieved", documents),
                spans(line, "citations", documents));
    }

    private static @Nullable List<Span> spans(JsonFields line, String name, DocumentFolder documents) {
        if (!line.has(name)) {
            return null;
        }
        List<Span> spans = new ArrayList<>();
        for (JsonNode element : line.list(name)) {
            String each = name + "[" + spans.size() + "]";
            if (element.isTextual()) {
                spans.add(Span.whole(documents.path(element.asText(), line, each)));
            } else if (element.isObject()) {
                JsonFields fields = new JsonFields(element, line.place(), each + ".");
                String document = documents.path(fields.text("document"), fields, "document");
                spans.add(span(fields, document, documents));
            } else {
                throw line.wrong(
                        each,
                        "is neither a path nor an object",
                        "give a document's path, or an object with document, start and end");
            }
        }
        return spans;
    }

    private static Span span(JsonFields fields, String document, DocumentFolder documents) {
        if (!fields.has("start") && !fields.has("end")) {
            return Span.whole(document);
        }
        Span span = new Span(document, fields.count("start"), fields.count("end"));
        if (span.end() <= span.start()) {
            throw fields.wrong(
                    "end", "is not behind start", "count code points from 0, and end at the first that is not in it");
        }
        documents.requireInside(span, fields);
        return span;
    }
}
