package io.theforge.export.read.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that somebody may have edited.
 *
 * @param place where it stands, for messages
 */
record JsonFields(JsonNode object, String place) {

    private JsonNode required(String name, String kind, boolean fits) {
        if (!fits) {
            throw new ManifestException(place + (object.has(name) ? "." + name + " is no " + kind : " has no " + name));
        }
        return object.get(name);
    }

    String text(String name) {
        return required(name, "text", object.path(name).isTextual()).asText();
    }

    String word(String name, List<String> known) {
        String word = text(name);
        if (!known.contains(word)) {
            throw new ManifestException(
                    place + "." + name + " is \"" + word + "\", and none of " + String.join(", ", known));
        }
        return word;
    }

    @Nullable
    String textOrNull(String name) {
        return object.path(name).isNull() || !object.has(name) ? null : text(name);
    }

    long number(String name) {
        return required(
                        name,
                        "whole number",
                        object.path(name).canConvertToLong()
                                && object.path(name).isIntegralNumber())
                .asLong();
    }

    @Nullable
    Integer numberOrNull(String name) {
        return object.path(name).isNull() || !object.has(name) ? null : (int) number(name);
    }

    boolean truth(String name) {
        return required(name, "true or false", object.path(name).isBoolean()).asBoolean();
    }

    JsonNode list(String name) {
        return required(name, "list", object.path(name).isArray());
    }

    JsonNode object(String name) {
        return required(name, "object", object.path(name).isObject());
    }
}
