package io.theforge.documents.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One JSON document in UTF-8. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonText() {}

    /**
     * Returns the object that it is.
     *
     * @param place for messages
     * @param remedy what it should be
     */
    public static JsonFields object(byte[] bytes, int length, String place, String remedy) {
        JsonNode document;
        try {
            document = MAPPER.readTree(bytes, 0, length);
        } catch (JacksonException e) {
            String why = e.getOriginalMessage().lines().findFirst().orElse("").strip();
            throw new RagFileException(
                    place,
                    "is no JSON, at column " + e.getLocation().getColumnNr() + ": "
                            + why.replaceAll(":? was expecting .*|\\s*\\(.*|[.;:]$", ""),
                    remedy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!document.isObject()) {
            throw new RagFileException(place, "is no JSON object", remedy);
        }
        return new JsonFields(document, place, "");
    }
}
