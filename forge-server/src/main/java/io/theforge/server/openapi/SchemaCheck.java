package io.theforge.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.text.NearestWord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a value against its schema. */
public final class SchemaCheck {
    /** Whoever sends ten thousand wrong records gets the first of them. */
    private static final int MAX_ERRORS = 20;

    private static final int MAX_SHOWN = 60;
    private final List<FieldError> errors = new ArrayList<>();

    private SchemaCheck() {}

    /** Returns what is wrong, nothing when it fits. @param path the value's own, empty for a whole body */
    public static List<FieldError> of(JsonNode value, Schema schema, String path) {
        SchemaCheck check = new SchemaCheck();
        check.value(value, schema.json(), path);
        return check.errors;
    }

    private void value(JsonNode value, Map<?, ?> schema, String path) {
        if (errors.size() >= MAX_ERRORS) {
            return;
        }
        Object types = schema.get("type");
        if (types == null) {
            return;
        }
        String type = types instanceof List<?> several ? (String) several.get(0) : (String) types;
        if (value.isNull() && types instanceof List<?>) {
            return;
        }
        if (!isOfType(value, type)) {
            wrong(path, "is " + shown(value) + ", and is to be " + described(type, schema));
            return;
        }
        switch (type) {
            case "object" -> object(value, schema, path);
            case "array" -> array(value, schema, path);
            case "string" -> text(value.textValue(), schema, path);
            case "integer", "number" -> number(value, schema, path);
            default -> {}
        }
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            default -> value.isNumber() && (value.isIntegralNumber() || Double.isFinite(value.doubleValue()));
        };
    }

    private void object(JsonNode value, Map<?, ?> schema, String path) {
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> known ? known : Map.of();
        Object others = Objects.requireNonNullElse(schema.get("additionalProperties"), true);
        value.properties().forEach(field -> {
            Object known = properties.get(field.getKey());
            String place = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (known instanceof Map<?, ?> form) {
                value(field.getValue(), form, place);
            } else if (others instanceof Map<?, ?> form) {
                value(field.getValue(), form, place);
            } else if (others.equals(false)) {
                wrong(place, unknown(field.getKey(), properties));
            }
        });
        if (schema.get("required") instanceof List<?> required) {
            for (Object name : required) {
                if (!value.has((String) name)) {
                    wrong(path.isEmpty() ? (String) name : path + "." + name, "is missing");
                }
            }
        }
    }

    private static String unknown(String name, Map<?, ?> properties) {
        List<String> names =
                properties.keySet().stream().map(String.class::cast).toList();
        return "is no field that is known here; "
                + NearestWord.of(name, names)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse(names.isEmpty() ? "there is none" : "there are " + String.join(", ", names));
    }

    private void array(JsonNode value, Map<?, ?> schema, String path) {
        range(value.size(), schema.get("minItems"), schema.get("maxItems"), path, "has " + value.size() + " items");
        if (schema.get("items") instanceof Map<?, ?> form) {
            for (int i = 0; i < value.size() && errors.size() < MAX_ERRORS; i++) {
                value(value.get(i), form, path + "[" + i + "]");
            }
        }
    }

    private void text(String text, Map<?, ?> schema, String path) {
        int length = text.codePointCount(0, text.length());
        range(length, schema.get("minLength"), schema.get("maxLength"), path, "has " + length + " characters");
        if (schema.get("enum") instanceof List<?> words && !words.contains(text)) {
            wrong(
                    path,
                    "is " + shown(text) + ", and is to be one of "
                            + words.stream()
                                    .filter(Objects::nonNull)
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", ")));
        }
        if ("date".equals(schema.get("format")) && !isDate(text)) {
            wrong(path, "is " + shown(text) + ", and is to be a day of the calendar, such as 2024-01-31");
        }
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == 10 && !LocalDate.parse(text).isAfter(LocalDate.of(9999, 12, 31));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void number(JsonNode value, Map<?, ?> schema, String path) {
        boolean tooLarge = "int64".equals(schema.get("format")) && !value.canConvertToLong();
        if (tooLarge) {
            wrong(path, "does not fit into 64 bits");
            return;
        }
        double number = value.doubleValue();
        range(number, schema.get("minimum"), schema.get("maximum"), path, "is " + shown(value));
    }

    private void range(double figure, @Nullable Object least, @Nullable Object most, String path, String what) {
        boolean tooSmall = least instanceof Number low && figure < low.doubleValue();
        boolean tooLarge = most instanceof Number high && figure > high.doubleValue();
        if (tooSmall || tooLarge) {
            wrong(
                    path,
                    what + ", and there are to be " + (least == null ? "" : "at least " + least)
                            + (least == null || most == null ? "" : " and ")
                            + (most == null ? "" : "at most " + most));
        }
    }

    private static String described(String type, Map<?, ?> schema) {
        if ("date".equals(schema.get("format"))) {
            return "a date such as 2024-01-31";
        }
        return switch (type) {
            case "object" -> "an object";
            case "array" -> "a list";
            case "string" -> "a text";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            default -> "a number";
        };
    }

    private static String shown(Object value) {
        String text = value.toString();
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
    }

    private void wrong(String path, String message) {
        errors.add(new FieldError(path, message));
    }
}
