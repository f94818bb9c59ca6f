package io.theforge.rag;

import java.util.Map;

/**
 * A text to be indexed.
 *
 * @param sourceType {@link #MARKDOWN} or {@link #OPENAPI}
 * @param sourcePath its name; nothing is read there
 * @param metadata answered with each of its chunks; values as JSON has them
 */
public record SourceRequest(String sourceType, String sourcePath, String content, Map<String, Object> metadata) {
    public static final String MARKDOWN = "markdown";
    public static final String OPENAPI = "openapi";
}
