package io.theforge.config;

import io.theforge.config.yaml.YamlLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A list of single values.
 *
 * @param length how many there must be; 0 = one or more, all different
 * @param elements what they are, for messages
 */
record ListType<T>(Scalar<T> element, int length, String elements) implements Type<List<T>> {

    static <T> ListType<T> distinct(Scalar<T> element, String elements) {
        return new ListType<>(element, 0, elements);
    }

    static <T> ListType<T> exactly(int length, Scalar<T> element, String elements) {
        return new ListType<>(element, length, elements);
    }

    @Override
    public List<T> read(Node node, YamlLocation location) {
        List<Node> nodes = location.list(node, describe()).getValue();
        List<T> values = new ArrayList<>();
        Set<T> seen = new HashSet<>();
        for (Node item : nodes) {
            YamlLocation at = location.item(values.size());
            T value = element.read(item, at);
            if (!seen.add(value) && length == 0) {
                throw location.wrong(
                        item,
                        at.path() + " is " + YamlLocation.quote(value.toString()) + " for the second time",
                        "name it once");
            }
            values.add(value);
        }
        if (length == 0 ? values.isEmpty() : values.size() != length) {
            throw location.wrong(node, location.path() + " has " + values.size() + " entries", "give " + describe());
        }
        return List.copyOf(values);
    }

    @Override
    public String write(List<T> values) {
        return values.stream().map(element::write).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String describe() {
        return "a list of " + (length == 0 ? "one or more " : "") + elements;
    }

    @Override
    public Map<String, Object> schema() {
        return length == 0
                ? Map.of("type", "array", "items", element.schema(), "minItems", 1, "uniqueItems", true)
                : Map.of("type", "array", "items", element.schema(), "minItems", length, "maxItems", length);
    }
}
