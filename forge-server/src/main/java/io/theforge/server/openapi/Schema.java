package io.theforge.server.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The form of a value, as JSON Schema has it. One declaration says what a request may hold, refuses what it may not, and stands in the
 * OpenAPI document.
 *
 * @param json the schema itself
 */
public record Schema(Map<String, Object> json) {

    /** Any value. */
    public static Schema any() {
        return new Schema(Map.of());
    }

    public static Schema bool() {
        return type("boolean");
    }

    /** A text. */
    public static Schema text() {
        return type("string");
    }

    /** A text of so many characters. */
    public static Schema text(int least, int most) {
        return text().with("minLength", least).with("maxLength", most);
    }

    /** One of these words. */
    public static Schema word(String... words) {
        return text().with("enum", List.of(words));
    }

    /** A day, as 2024-01-31. */
    public static Schema date() {
        return text().with("format", "date");
    }

    /** A moment, as 2024-01-31T12:00:00Z. */
    public static Schema moment() {
        return text().with("format", "date-time");
    }

    /** A whole number of 64 bits. */
    public static Schema whole() {
        return type("integer").with("format", "int64");
    }

    /** A whole number in a range. */
    public static Schema whole(long least, long most) {
        return whole().with("minimum", least).with("maximum", most);
    }

    public static Schema number() {
        return type("number");
    }

    /** A number in a range. */
    public static Schema number(double least, double most) {
        return number().with("minimum", least).with("maximum", most);
    }

    /** A number that is not negative. */
    public static Schema amount() {
        return number().with("minimum", 0);
    }

    /** A list. */
    public static Schema list(Schema items) {
        return type("array").with("items", items.json);
    }

    /** A list of so many. */
    public static Schema list(Schema items, int least, int most) {
        return list(items).with("minItems", least).with("maxItems", most);
    }

    /** Values of one form by names of things. */
    public static Schema byName(Schema values) {
        return type("object").with("additionalProperties", values.json);
    }

    /** An object without fields; {@link #needs} and {@link #may} add them, and others are refused. */
    public static Schema object() {
        return type("object")
                .with("properties", Map.of())
                .with("required", List.of())
                .with("additionalProperties", false);
    }

    /** The same object with a field that must be there. */
    public Schema needs(String name, Schema value) {
        List<Object> required = new ArrayList<>((List<?>) Objects.requireNonNull(json.get("required")));
        required.add(name);
        return may(name, value).with("required", required);
    }

    /** The same object with a field that may be there. */
    public Schema may(String name, Schema value) {
        Map<String, Object> properties = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(json.get("properties")))
                .forEach((key, each) -> properties.put((String) key, Objects.requireNonNull(each)));
        properties.put(name, value.json);
        return with("properties", properties);
    }

    /** The same object, with fields that are not declared. */
    public Schema open() {
        return with("additionalProperties", true);
    }

    /** The same or null. */
    public Schema orNull() {
        Object type = json.get("type");
        Schema nullable = type == null ? this : with("type", List.of(type, "null"));
        if (!(json.get("enum") instanceof List<?> words)) {
            return nullable;
        }
        List<Object> values = new ArrayList<>(words);
        values.add(null);
        return nullable.with("enum", values);
    }

    /** The same, with what it means. */
    public Schema meaning(String description) {
        return with("description", description);
    }

    /** The same, with what holds where it is left out. */
    public Schema otherwise(Object value) {
        return with("default", value);
    }

    /** The same, with a value to show. */
    public Schema example(Object value) {
        return with("examples", Arrays.asList(value));
    }

    private static Schema type(String type) {
        return new Schema(Map.of("type", type));
    }

    private Schema with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(json);
        more.put(key, value);
        return new Schema(more);
    }
}
