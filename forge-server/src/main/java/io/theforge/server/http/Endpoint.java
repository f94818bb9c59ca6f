package io.theforge.server.http;

import io.theforge.server.openapi.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked for. Routing, reading, refusing and the OpenAPI document follow from it.
 *
 * @param path with parameters in braces, "/api/v1/operations/{id}"
 * @param query the parameters of the query; others are refused
 * @param body what is sent along; null for nothing
 * @param maxBodyBytes what is longer is refused
 * @param answer the form of what comes back when it goes well
 */
public record Endpoint(
        Method method,
        String path,
        String summary,
        Access access,
        List<Parameter> query,
        @Nullable Schema body,
        int maxBodyBytes,
        Form answer,
        Handler handler) {
    private static final int MAX_BODY_BYTES = 64 << 10;

    /** What is done with a thing. */
    public enum Method {
        GET,
        POST,
        DELETE
    }

    /** What comes back. @param mediaType empty where nothing comes @param schema null where it is not JSON */
    public record Form(
            int status, String mediaType, @Nullable Schema schema) {
        public static Form json(int status, Schema schema) {
            return new Form(status, Answer.JSON, schema);
        }

        /** Nothing comes back but the status 204. */
        public static Form none() {
            return new Form(204, "", null);
        }

        public static Form of(String mediaType) {
            return new Form(200, mediaType, null);
        }
    }

    /** Does what is asked for. */
    public interface Handler {
        Answer answer(Call call) throws Exception;
    }

    /** To read. */
    public static Endpoint get(String path, String summary, Form answer, Handler handler) {
        return new Endpoint(Method.GET, path, summary, Access.READS, List.of(), null, 0, answer, handler);
    }

    /** To do something, with a body. */
    public static Endpoint post(String path, String summary, Schema body, Form answer, Handler handler) {
        return new Endpoint(
                Method.POST, path, summary, Access.WRITES, List.of(), body, MAX_BODY_BYTES, answer, handler);
    }

    /** To take away, with a body. */
    public static Endpoint delete(String path, String summary, Schema body, Form answer, Handler handler) {
        return new Endpoint(
                Method.DELETE, path, summary, Access.WRITES, List.of(), body, MAX_BODY_BYTES, answer, handler);
    }

    public Endpoint with(Access other) {
        return new Endpoint(method, path, summary, other, query, body, maxBodyBytes, answer, handler);
    }

    public Endpoint with(Parameter... parameters) {
        return new Endpoint(method, path, summary, access, List.of(parameters), body, maxBodyBytes, answer, handler);
    }

    /** The same, with another limit of its body. */
    public Endpoint upTo(int bodyBytes) {
        return new Endpoint(method, path, summary, access, query, body, bodyBytes, answer, handler);
    }
}
