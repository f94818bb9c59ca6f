package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The document of a server, against which each of its answers is held by a library that is not ours. */
record OpenApiDocument(JsonNode json, Map<JsonNode, JsonSchema> schemas) {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    static OpenApiDocument of(JsonNode json) {
        return new OpenApiDocument(json, new ConcurrentHashMap<>());
    }

    /** Fails where an answer is not as the document says. */
    void check(String method, String path, Reply reply) {
        String type = reply.header("Content-Type").replaceFirst(";.*", "");
        if (reply.status() >= 400) {
            assertThat(type).as(reply.toString()).isEqualTo("application/problem+json");
            fits(json.at("/components/schemas/Problem"), reply);
            assertThat(reply.json().get("status").asInt()).isEqualTo(reply.status());
            return;
        }
        String word = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        JsonNode operation = operation(path.replaceFirst("\\?.*", "")).path(word);
        assertThat(operation.isObject())
                .as(method + " " + path + " is declared")
                .isTrue();
        if (reply.status() == 303 || method.equals("HEAD")) {
            return;
        }
        JsonNode answer = operation.path("responses").path(Integer.toString(reply.status()));
        assertThat(answer.isObject())
                .as(method + " " + path + " may answer " + reply.status())
                .isTrue();
        JsonNode schema = answer.path("content").path("application/json").path("schema");
        if (schema.isObject()) {
            assertThat(type).isEqualTo("application/json");
            fits(schema, reply);
        }
    }

    private JsonNode operation(String path) {
        for (Map.Entry<String, JsonNode> declared : json.get("paths").properties()) {
            Pattern pattern = Pattern.compile(declared.getKey().replaceAll("\\{\\w+}", "[^/]+"));
            if (pattern.matcher(path).matches()) {
                return declared.getValue();
            }
        }
        throw new AssertionError(path + " is not declared");
    }

    private void fits(JsonNode schema, Reply reply) {
        assertThat(schemas.computeIfAbsent(schema, FACTORY::getSchema).validate(reply.json()))
                .as(reply.toString())
                .isEmpty();
    }
}
