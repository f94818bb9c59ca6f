package io.theforge.config;

import io.theforge.config.model.ConfigException;
import io.theforge.config.yaml.YamlLocation;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** What a key takes: how it is read, checked, written and described. */
interface Type<T> {

    /**
     * Reads and checks a value.
     *
     * @throws ConfigException if it is of another type, out of range or contradicts itself
     */
    T read(Node node, YamlLocation location);

    /** Returns the value as YAML that {@link #read} turns into an equal value. */
    String write(T value);

    /** Returns what follows "key:" where the value has its own lines, the key indented by {@code indent}. */
    default String writeBlock(T value, String indent) {
        return " " + write(value);
    }

    /** Returns what the value has to be, for people, to stand after "give": "a whole number from 1 to 99,999". */
    String describe();

    /** Returns the same for programs: keywords of JSON Schema, draft 2020-12, values as maps, lists, texts and numbers. */
    Map<String, Object> schema();
}
