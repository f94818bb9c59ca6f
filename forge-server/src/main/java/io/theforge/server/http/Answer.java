package io.theforge.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What is answered.
 *
 * @param body maps, lists, texts, numbers, booleans and nulls, to be written as JSON; a text as it is; a {@link Writer}; a future; null for nothing
 * @param headers beside those of every answer
 */
public record Answer(int status, String mediaType, @Nullable Object body, Map<String, String> headers) {
    static final String JSON = "application/json";
    static final String HTML = "text/html; charset=utf-8";

    /** Writes a long answer, when nothing can go wrong with it any more. */
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    public static Answer json(Object body) {
        return json(200, body);
    }

    public static Answer json(int status, Object body) {
        return new Answer(status, JSON, body, Map.of());
    }

    /** All that is to be said is that it has been done. */
    public static Answer none() {
        return new Answer(204, "", null, Map.of());
    }

    public static Answer html(String page) {
        return text(HTML, page);
    }

    public static Answer text(String mediaType, String text) {
        return new Answer(200, mediaType, text, Map.of());
    }

    /** A file to be saved. */
    public static Answer file(String mediaType, String name, Writer writer) {
        return new Answer(
                200, mediaType, writer, Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }

    /** The same with a header more. */
    public Answer with(String header, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, mediaType, body, more);
    }

    /** The answer is being written by somebody else, until this is over. */
    public static Answer until(CompletableFuture<Void> over) {
        return new Answer(200, JSON, over, Map.of());
    }
}
