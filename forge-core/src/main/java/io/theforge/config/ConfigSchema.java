package io.theforge.config;

import io.theforge.config.yaml.YamlTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JSON Schema of the configuration file, made from the declarations of its keys. */
public final class ConfigSchema {

    private ConfigSchema() {}

    /** Returns the schema (draft 2020-12) as maps, lists, texts and numbers, in the order of the keys. */
    public static Map<String, Object> document() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Configuration of The Forge");
        schema.putAll(mapping(KeyTable.FILE));
        return ordered(schema);
    }

    /** What a type has no order for gets that of the alphabet: the same everywhere, and in every run. */
    private static Map<String, Object> ordered(Map<?, ?> any) {
        Map<String, Object> ordered = any instanceof LinkedHashMap ? new LinkedHashMap<>() : new TreeMap<>();
        any.forEach((name, value) -> ordered.put(
                String.valueOf(name),
                value instanceof Map<?, ?> map
                        ? ordered(map)
                        : value instanceof List<?> list
                                ? list.stream().map(ConfigSchema::ordered).toList()
                                : value));
        return ordered;
    }

    private static Object ordered(Object value) {
        return value instanceof Map<?, ?> map ? ordered(map) : value;
    }

    /** Returns what a mapping with these keys has to be; a section within it is a mapping of its own. */
    static Map<String, Object> mapping(List<? extends Key<?, ?>> keys) {
        Map<String, Object> root = section();
        for (Key<?, ?> key : keys) {
            Map<String, Object> section = root;
            List<String> names = key.segments();
            for (String name : names.subList(0, names.size() - 1)) {
                section = child(properties(section), name);
            }
            properties(section).put(key.name(), value(key));
        }
        List<String> required =
                keys.stream().filter(Key::required).map(Key::path).toList();
        if (!required.isEmpty()) {
            root.put("required", required);
        }
        return root;
    }

    private static <T> Map<String, Object> value(Key<?, T> key) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("description", key.meaning() + " (" + key.type().describe() + ")");
        value.putAll(new TreeMap<>(key.type().schema()));
        T fallback = key.fallback();
        if (fallback != null) {
            value.put("default", YamlTree.plain(key.type().write(fallback)));
        }
        return value;
    }

    private static Map<String, Object> section() {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("type", "object");
        section.put("additionalProperties", false);
        section.put("properties", new LinkedHashMap<String, Object>());
        return section;
    }

    @SuppressWarnings("unchecked") // section() has put it there
    private static Map<String, Object> properties(Map<String, Object> section) {
        return (Map<String, Object>) section.getOrDefault("properties", Map.of());
    }

    @SuppressWarnings("unchecked") // only sections have keys below them
    private static Map<String, Object> child(Map<String, Object> properties, String name) {
        return (Map<String, Object>) properties.computeIfAbsent(name, absent -> section());
    }
}
