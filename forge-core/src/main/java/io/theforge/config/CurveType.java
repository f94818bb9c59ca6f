package io.theforge.config;

import io.theforge.config.yaml.YamlLocation;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * A mapping from numbers to numbers; it may be empty.
 *
 * @param meaning "month" to "multiplier", for messages
 */
record CurveType<K extends Comparable<K>>(Scalar<K> from, Scalar<Double> to, String meaning)
        implements Type<SortedMap<K, Double>> {

    @Override
    public SortedMap<K, Double> read(Node node, YamlLocation location) {
        SortedMap<K, Double> curve = new TreeMap<>();
        for (NodeTuple tuple : location.mapping(node, describe()).getValue()) {
            // JSON has to quote its keys, so quotes are no sign of text here
            Node keyNode = tuple.getKeyNode();
            String name = location.keyName(keyNode);
            YamlLocation at = location.key(name);
            K key = from.parse(name, "a key of " + location.path(), location.lineAndColumn(keyNode));
            if (curve.put(key, to.read(tuple.getValueNode(), at)) != null) {
                throw location.wrong(keyNode, at.path() + " is given twice", "keep one of the two");
            }
        }
        return Collections.unmodifiableSortedMap(curve);
    }

    @Override
    public String write(SortedMap<K, Double> curve) {
        return curve.entrySet().stream().map(this::entry).collect(Collectors.joining(", ", "{", "}"));
    }

    private String entry(Map.Entry<K, Double> entry) {
        return from.write(entry.getKey()) + ": " + to.write(entry.getValue());
    }

    @Override
    public String describe() {
        return "a mapping from " + meaning;
    }

    @Override
    public Map<String, Object> schema() {
        // names are texts there; their range is in the description
        return Map.of(
                "type", "object",
                "propertyNames", Map.of("pattern", "^-?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?$"),
                "additionalProperties", to.schema());
    }
}
