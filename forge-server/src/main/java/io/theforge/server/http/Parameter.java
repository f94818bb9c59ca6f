package io.theforge.server.http;

import io.theforge.server.openapi.Schema;

/** A parameter of the query or of the path. @param required whether it must be given */
public record Parameter(String name, Schema schema, boolean required) {

    /** One that must be given. */
    public static Parameter needed(String name, Schema schema) {
        return new Parameter(name, schema, true);
    }

    /** One that may be given. */
    public static Parameter optional(String name, Schema schema) {
        return new Parameter(name, schema, false);
    }

    /** Whether its text is a number. */
    boolean isNumber() {
        return "integer".equals(schema.json().get("type"));
    }
}
