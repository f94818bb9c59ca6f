package io.theforge.config;

import io.theforge.config.yaml.YamlLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A list of mappings, each with the same keys; it may be empty.
 *
 * @param identity what may occur only once in the list; null = anything may come again
 * @param row what one of them is, for messages
 */
record RowsType<T>(List<Key<T, ?>> keys, Builder<T> builder, Function<T, @Nullable Object> identity, String row)
        implements Type<List<T>> {

    /** Makes a row of its values, or throws what is wrong with them together. */
    interface Builder<T> {
        T build(Values values, Node node, YamlLocation location);
    }

    @Override
    public List<T> read(Node node, YamlLocation location) {
        List<T> rows = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (Node item : location.list(node, describe()).getValue()) {
            YamlLocation at = location.item(rows.size());
            Values values = new Mappings(keys).read(at.mapping(item, rowKeys()), at);
            T row = builder.build(values, item, at);
            Object same = identity.apply(row);
            if (same != null && !seen.add(same)) {
                throw at.wrong(
                        item, at.path() + " is for " + same + ", which an earlier entry is for", "keep one of the two");
            }
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    @Override
    public String write(List<T> rows) {
        return rows.stream().map(this::writeRow).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String writeBlock(List<T> rows, String indent) {
        String line = "\n" + indent + "  - ";
        return rows.isEmpty() ? " []" : rows.stream().map(this::writeRow).collect(Collectors.joining(line, line, ""));
    }

    private String writeRow(T row) {
        return keys.stream()
                .map(key -> writeKey(key, row))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static <T, V> String writeKey(Key<T, V> key, T row) {
        V value = key.of().apply(row);
        return value == null ? "" : key.path() + ": " + key.type().write(value);
    }

    private String rowKeys() {
        return "a mapping with the keys " + keys.stream().map(Key::path).collect(Collectors.joining(", "));
    }

    @Override
    public String describe() {
        return "a list of " + row;
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "array", "items", ConfigSchema.mapping(keys));
    }
}
