package io.theforge.rag.agent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.rag.agent.table.Period;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model has given a tool. Its messages are read by the model, which may do better then. */
record Arguments(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_CHARACTERS = 2000;

    /** @throws IllegalArgumentException when the text is no JSON object */
    static Arguments of(@Nullable String text, ModelEndpoint endpoint) {
        try {
            JsonNode json = JSON.readTree(text == null || text.isBlank() ? "{}" : text);
            if (json.isObject()) {
                // written once more: masked, however it was written
                return new Arguments(JSON.readTree(endpoint.masked(JSON.writeValueAsString(json))));
            }
        } catch (JsonProcessingException e) {
            // said below
        }
        throw new IllegalArgumentException("the arguments are no JSON object");
    }

    Map<String, Object> asMap() {
        return JSON.convertValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** Returns a text; null where it is not there, or empty. */
    @Nullable
    String text(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull() || value.asText().isBlank() && value.isTextual()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(name + " is to be a text of at most " + MAX_CHARACTERS + " characters");
        }
        return value.textValue().strip();
    }

    String needed(String name) {
        String text = text(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    LocalDate day(String name) {
        try {
            return LocalDate.parse(needed(name));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " is to be a day such as 2024-01-31", e);
        }
    }

    /** Returns the days from {@code from} to {@code to}. */
    Period period() {
        Period period = new Period(day("from"), day("to"));
        if (period.to().isBefore(period.from())) {
            throw new IllegalArgumentException("to is before from");
        }
        return period;
    }

    /** Returns one of the words of a type, null where there is none. */
    <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + " is to be one of "
                            + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT),
                    e);
        }
    }
}
