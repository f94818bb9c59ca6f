package io.theforge.server.openapi;

import java.util.Map;

/**
 * What is wrong with a field.
 *
 * @param field its path, as in "records[3].quantity"; empty for the whole body
 */
public record FieldError(String field, String message) {

    /** Returns it as a problem document has it. */
    public Map<String, Object> json() {
        return Map.of("field", field, "message", message);
    }
}
