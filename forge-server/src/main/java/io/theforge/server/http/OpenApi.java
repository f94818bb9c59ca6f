package io.theforge.server.http;

import io.theforge.cli.result.Version;
import io.theforge.server.openapi.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The OpenAPI document of endpoints, made from the same declarations that route, read and refuse. */
public final class OpenApi {
    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Object> PROBLEM = Map.of(
            "description",
            "a problem (RFC 9457)",
            "content",
            Map.of(Problem.MEDIA_TYPE, Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));

    private OpenApi() {}

    /** Adds the endpoint of the document, which describes all of them and itself. */
    public static void addTo(List<Endpoint> endpoints) {
        List<Endpoint> all = new ArrayList<>(endpoints);
        Endpoint own = Endpoint.get(
                "/openapi.json",
                "This document",
                Endpoint.Form.json(200, Schema.object().open()),
                call -> Answer.json(document(all)));
        all.add(own);
        endpoints.add(own);
    }

    private static Map<String, Object> document(List<Endpoint> endpoints) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            Map<String, Object> path = new LinkedHashMap<>();
            if (paths.get(endpoint.path()) instanceof Map<?, ?> there) {
                there.forEach((method, operation) -> path.put((String) method, operation));
            }
            path.put(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint));
            paths.put(endpoint.path(), path);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "The Forge",
                        "version",
                        Version.text(),
                        "description",
                        "A test database of a synthetic shop: what is in it, make it anew, extend it, take it away, judge it."));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "schemas",
                        Map.of("Problem", Problem.SCHEMA.json()),
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
        return document;
    }

    private static Map<String, Object> operation(Endpoint endpoint) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", endpoint.summary());
        List<Object> parameters = new ArrayList<>();
        Matcher names = IN_BRACES.matcher(endpoint.path());
        while (names.find()) {
            parameters.add(parameter(names.group(1), "path", true, Schema.text()));
        }
        endpoint.query()
                .forEach(query -> parameters.add(parameter(query.name(), "query", query.required(), query.schema())));
        operation.put("parameters", parameters);
        if (endpoint.body() != null) {
            operation.put(
                    "requestBody",
                    Map.of(
                            "required",
                            true,
                            "content",
                            Map.of(Answer.JSON, Map.of("schema", endpoint.body().json()))));
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        Endpoint.Form form = endpoint.answer();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("description", endpoint.summary());
        if (!form.mediaType().isEmpty()) {
            answer.put(
                    "content",
                    Map.of(
                            form.mediaType(),
                            form.schema() == null
                                    ? Map.of()
                                    : Map.of("schema", form.schema().json())));
        }
        answers.put(Integer.toString(form.status()), answer);
        answers.put("default", PROBLEM);
        operation.put("responses", answers);
        Object token = Map.of("token", List.of());
        operation.put(
                "security",
                switch (endpoint.access()) {
                    case OPEN -> List.of();
                    case WRITES -> List.of(token);
                    default -> Stream.of(Map.of(), token).toList();
                });
        return operation;
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, Schema schema) {
        return Map.of("name", name, "in", in, "required", required, "schema", schema.json());
    }
}
