package io.theforge.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reference of the HTTP interface, as the OpenAPI document has it. */
final class ApiPage {
    private final StringBuilder page = new StringBuilder();

    private ApiPage() {}

    static String of(JsonNode document) {
        ApiPage written = new ApiPage();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                written.endpoint(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue());
            }
        }
        return written.page.toString();
    }

    private void endpoint(String name, JsonNode operation) {
        page.append("\n### `").append(name).append("`\n\n");
        Map.Entry<String, JsonNode> answer =
                operation.get("responses").properties().iterator().next();
        page.append(operation.get("summary").asText())
                .append(". ")
                .append(access(operation))
                .append(" Status ")
                .append(answer.getKey());
        // one form at most
        String mediaType = "application/json";
        JsonNode schema = null;
        for (Map.Entry<String, JsonNode> content :
                answer.getValue().path("content").properties()) {
            mediaType = content.getKey();
            schema = content.getValue().path("schema");
        }
        page.append(mediaType.equals("application/json") ? ".\n" : ", `" + mediaType + "`.\n");
        List<String> rows = new ArrayList<>();
        operation
                .get("parameters")
                .forEach(parameter -> rows.add("| `" + parameter.get("name").asText() + "` | "
                        + parameter.get("in").asText() + ", " + form(parameter.get("schema"))
                        + (parameter.get("required").asBoolean() ? "; needed" : "") + " |"));
        table("parameter", rows);
        fields("field of the body", operation.at("/requestBody/content/application~1json/schema"));
        if (schema != null) {
            fields("field of the answer", schema);
        }
    }

    private static String access(JsonNode operation) {
        JsonNode security = operation.get("security");
        if (security.isEmpty()) {
            return "For everybody.";
        }
        return security.size() == 1 ? "Needs the token." : "Reads.";
    }

    private void fields(String title, JsonNode schema) {
        List<String> rows = new ArrayList<>();
        fields("", schema, rows);
        table(title, rows);
    }

    private static void fields(String prefix, JsonNode schema, List<String> rows) {
        JsonNode items = schema.path("items");
        if (items.isObject()) {
            fields(prefix.isEmpty() ? "[]." : prefix.substring(0, prefix.length() - 1) + "[].", items, rows);
            return;
        }
        JsonNode byName = schema.path("additionalProperties");
        if (byName.isObject()) {
            fields(prefix + "NAME.", byName, rows);
            return;
        }
        schema.path("properties").properties().forEach(field -> {
            JsonNode form = field.getValue();
            boolean isProblem = field.getKey().equals("problem");
            rows.add("| `" + prefix + field.getKey() + "` | " + (isProblem ? "a problem or null" : form(form))
                    + (form.has("description") ? ": " + form.get("description").asText() : "")
                    + " |");
            if (!isProblem) {
                fields(prefix + field.getKey() + ".", form, rows);
            }
        });
    }

    private void table(String title, List<String> rows) {
        if (!rows.isEmpty()) {
            page.append("\n| ").append(title).append(" | what it is |\n|---|---|\n");
            rows.forEach(row -> page.append(row).append('\n'));
        }
    }

    private static String form(JsonNode schema) {
        JsonNode type = schema.path("type");
        String word = type.isArray() ? type.get(0).asText() : type.asText("any value");
        StringBuilder text = new StringBuilder(
                switch (word) {
                    case "string" ->
                        schema.has("format")
                                ? schema.get("format").asText().equals("date") ? "date" : "moment"
                                : "text";
                    case "integer" -> "whole number";
                    case "boolean" -> "true or false";
                    case "array" -> "list";
                    default -> word;
                });
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.get("enum").forEach(each -> {
                if (!each.isNull()) {
                    words.add("`" + each.asText() + "`");
                }
            });
            text = new StringBuilder(String.join(", ", words));
        }
        if (schema.has("minimum") || schema.has("maximum")) {
            text.append(schema.has("minimum") ? " from " + plain(schema.get("minimum")) : "");
            boolean bounded = schema.has("maximum") && schema.get("maximum").asDouble() < Long.MAX_VALUE;
            text.append(bounded ? " to " + plain(schema.get("maximum")) : "");
        }
        if (schema.has("maxLength")) {
            text.append(" of at most ").append(schema.get("maxLength").asText()).append(" characters");
        }
        if (schema.has("maxItems")) {
            text.append(" of ").append(schema.get("minItems").asText()).append(" to ");
            text.append(schema.get("maxItems").asText());
        }
        return text + (type.isArray() ? " or null" : "");
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }
}
