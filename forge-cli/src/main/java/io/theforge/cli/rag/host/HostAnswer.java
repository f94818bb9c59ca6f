package io.theforge.cli.rag.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param text of the body, without the token
 * @param location where it redirects to; null where it does not
 */
record HostAnswer(
        HostCall call, int status, String text, @Nullable String location) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LETTERS_SHOWN = 160;

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Returns the object of a good answer. @throws HostException when it is another one, or no object of JSON */
    JsonNode object() {
        if (!isGood()) {
            throw refusal();
        }
        JsonNode node = parsed();
        if (node == null || !node.isObject()) {
            throw text.stripLeading().startsWith("<")
                    ? new HostException(
                            call.shown() + " answered HTML, not JSON",
                            "give the address of the application's interface, not of its pages, with --api-url")
                    : unexpected("no object of JSON");
        }
        return node;
    }

    private @Nullable JsonNode parsed() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Returns a mistake in a good answer. @param what "no source_id" */
    HostException unexpected(String what) {
        return new HostException(
                call.shown() + " answered " + status + " with " + what + ": " + excerpt(text),
                "the interface it should have is in docs/how-to/test-your-rag-stack.md");
    }

    /** Returns what is wrong with an answer that is none. */
    HostException refusal() {
        if (status >= 300 && status < 400) {
            String to = location == null ? "elsewhere" : "to " + excerpt(location.replaceFirst("[?#].*", ""));
            return new HostException(
                    call.shown() + " is redirected " + to + ", which is not followed",
                    "if that is the right address, give it with --api-url");
        }
        String said = call.shown() + " answered " + status + reason();
        if (status == 401 || status == 403) {
            return new HostException(
                    said, "set FORGE_API_TOKEN to a token that the application takes (it is sent as a bearer token)");
        }
        return new HostException(said, remedy());
    }

    /** What the application itself says is to be done. */
    private String remedy() {
        JsonNode node = parsed();
        String told = node == null ? "" : node.path("remedy").asText("");
        return told.isBlank() ? "look into the application's log, then run it again" : excerpt(told);
    }

    /** What a problem document or a plain detail says; else the beginning of the body. */
    private String reason() {
        JsonNode node = parsed();
        if (node != null && node.isObject()) {
            for (String field : new String[] {"detail", "title", "error", "message"}) {
                JsonNode value = node.path(field);
                if (!value.isMissingNode() && !value.isNull()) {
                    return ": " + excerpt(value.isTextual() ? value.asText() : value.toString());
                }
            }
        }
        return text.isBlank() ? "" : ": " + excerpt(text);
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.codePointCount(0, line.length()) <= LETTERS_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LETTERS_SHOWN)) + "...";
    }
}
