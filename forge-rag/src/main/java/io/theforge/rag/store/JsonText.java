package io.theforge.rag.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.rag.text.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metadata as text, and back. */
final class JsonText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonText() {}

    static String of(Map<String, Object> metadata) {
        try {
            return JSON.writeValueAsString(metadata);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("metadata is what JSON can hold", e);
        }
    }

    /** Returns the fields of an object; none of what another program may have written instead. */
    static Map<String, Object> fields(@Nullable String text) {
        try {
            Map<String, Object> fields =
                    text == null ? null : JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
            return fields == null ? new LinkedHashMap<>() : fields;
        } catch (JsonProcessingException e) {
            return new LinkedHashMap<>();
        }
    }

    static Map<String, Object> of(Place place) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("heading", place.heading());
        fields.put("start", place.start());
        fields.put("end", place.end());
        if (place.prefix() > 0) {
            fields.put("prefix", place.prefix());
        }
        return fields;
    }

    /** Returns the place of a chunk, null where another program has written the chunk. */
    static @Nullable Place place(Map<String, Object> fields) {
        if (fields.get("start") instanceof Integer start && fields.get("end") instanceof Integer end) {
            Object heading = fields.get("heading");
            return new Place(
                    heading instanceof String words ? words : "",
                    start,
                    end,
                    fields.get("prefix") instanceof Integer prefix ? prefix : 0);
        }
        return null;
    }
}
