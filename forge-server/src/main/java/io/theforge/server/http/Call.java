package io.theforge.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request that fits its endpoint. */
public final class Call {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final @Nullable JsonNode body;

    Call(
            HttpServletRequest request,
            HttpServletResponse response,
            Map<String, String> path,
            Map<String, String> query,
            @Nullable JsonNode body) {
        this.request = request;
        this.response = response;
        this.path = path;
        this.query = query;
        this.body = body;
    }

    /** Returns a parameter of the path. */
    public String path(String name) {
        return Objects.requireNonNull(path.get(name));
    }

    /** Returns a parameter of the query, null when it was not given. */
    public @Nullable String query(String name) {
        return query.get(name);
    }

    /** Returns a parameter of the query. */
    public String query(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    public @Nullable Integer queryNumber(String name) {
        String text = query.get(name);
        return text == null ? null : Integer.valueOf(text);
    }

    public LocalDate queryDate(String name) {
        return LocalDate.parse(Objects.requireNonNull(query.get(name)));
    }

    /** Returns the body. */
    public JsonNode body() {
        return Objects.requireNonNull(body);
    }

    /** Returns a field of the body; null when it is not there, or null. */
    private @Nullable JsonNode field(String name) {
        JsonNode value = body().get(name);
        return value == null || value.isNull() ? null : value;
    }

    public @Nullable String text(String name) {
        JsonNode value = field(name);
        return value == null ? null : value.textValue();
    }

    public @Nullable Long whole(String name) {
        JsonNode value = field(name);
        return value == null ? null : Long.valueOf(value.longValue());
    }

    public @Nullable Double number(String name) {
        JsonNode value = field(name);
        return value == null ? null : Double.valueOf(value.doubleValue());
    }

    public @Nullable LocalDate date(String name) {
        JsonNode value = field(name);
        return value == null ? null : LocalDate.parse(value.textValue());
    }

    public boolean yes(String name) {
        JsonNode value = field(name);
        return value != null && value.booleanValue();
    }

    /** Returns the client's address, without its port. */
    public String client() {
        return request.getRemoteAddr();
    }

    public HttpServletRequest request() {
        return request;
    }

    public HttpServletResponse response() {
        return response;
    }
}
