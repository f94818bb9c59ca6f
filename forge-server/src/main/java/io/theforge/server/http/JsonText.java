package io.theforge.server.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as it is read and written here. */
public final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private JsonText() {}

    /** Returns the document as text, in one line. */
    public static String of(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON document", e);
        }
    }

    /** Returns a value as a node. */
    static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** @throws ProblemException when it is not one JSON document */
    static JsonNode read(byte[] body) {
        try {
            JsonNode document = MAPPER.readTree(body);
            if (document != null && !document.isMissingNode()) {
                return document;
            }
        } catch (JsonProcessingException e) {
            throw Problem.of(
                            400,
                            "malformed_json",
                            "the body is no JSON document: "
                                    + e.getOriginalMessage().replaceAll("\\s*\\R\\s*", " ")
                                    + (e.getLocation() == null
                                            ? ""
                                            : " (line " + e.getLocation().getLineNr() + ", column "
                                                    + e.getLocation().getColumnNr() + ")"),
                            "send one JSON object")
                    .asException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw Problem.of(
                        400,
                        "malformed_json",
                        "the body is empty",
                        "send one JSON object, {} where nothing is to be said")
                .asException();
    }
}
