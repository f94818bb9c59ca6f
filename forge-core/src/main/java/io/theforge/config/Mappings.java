package io.theforge.config;

import io.theforge.config.model.ConfigException;
import io.theforge.config.yaml.YamlLocation;
import io.theforge.text.NearestWord;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Reads a mapping, and the sections in it, by the keys that it may have. */
final class Mappings {

    private final Map<String, Key<?, ?>> keys = new LinkedHashMap<>();
    /** Path of a section ("" = the mapping itself) to the names that may stand in it. */
    private final Map<String, Set<String>> sections = new LinkedHashMap<>();

    Mappings(Collection<? extends Key<?, ?>> known) {
        for (Key<?, ?> key : known) {
            keys.put(key.path(), key);
            String section = "";
            for (String name : key.segments()) {
                sections.computeIfAbsent(section, path -> new LinkedHashSet<>()).add(name);
                section = join(section, name);
            }
        }
    }

    Values read(MappingNode node, YamlLocation location) {
        Values values = new Values();
        readSection("", node, location, values);
        for (Key<?, ?> key : keys.values()) {
            if (key.required() && !values.has(key)) {
                throw location.wrong(
                        node,
                        location.name() + " has no key " + key.path(),
                        "add " + key.path() + ": " + key.type().describe());
            }
        }
        return values;
    }

    private void readSection(String section, MappingNode node, YamlLocation location, Values values) {
        for (NodeTuple tuple : distinct(node, location)) {
            Node keyNode = tuple.getKeyNode();
            String name = location.keyName(keyNode);
            String path = join(section, name);
            if (!sections.getOrDefault(section, Set.of()).contains(name)) { // "a.b" is one name, not a path
                throw unknown(section, name, keyNode, location);
            }
            Key<?, ?> key = keys.get(path);
            if (key != null) {
                readKey(key, tuple.getValueNode(), location.key(name), values);
            } else {
                String names = String.join(", ", sections.getOrDefault(path, Set.of()));
                YamlLocation inner = location.key(name);
                readSection(
                        path,
                        inner.mapping(tuple.getValueNode(), "its keys on indented lines below: " + names),
                        inner,
                        values);
            }
        }
    }

    private static <T> void readKey(Key<?, T> key, Node node, YamlLocation location, Values values) {
        values.put(key, key.type().read(node, location));
    }

    private ConfigException unknown(String section, String name, Node node, YamlLocation location) {
        Set<String> here = sections.getOrDefault(section, Set.of());
        String hint = elsewhere(name)
                .map(parent -> parent.isEmpty() ? "it belongs to the top level; " : "it belongs under " + parent + "; ")
                .or(() -> NearestWord.of(name, here).map(word -> "did you mean " + word + "? "))
                .orElse("");
        return location.wrong(
                node,
                location.name() + " has no key " + YamlLocation.quote(name),
                hint + "known here: " + String.join(", ", here));
    }

    /** Returns the section in which a key or section of that name or path stands. */
    private Optional<String> elsewhere(String name) {
        return Stream.concat(keys.keySet().stream(), sections.keySet().stream())
                .filter(path -> !path.isEmpty() && (path.equals(name) || path.endsWith("." + name)))
                .map(path -> path.substring(0, Math.max(0, path.lastIndexOf('.'))))
                .findFirst();
    }

    /** Returns the entries of a mapping whose keys are single words or texts, each there once. */
    static List<NodeTuple> distinct(MappingNode node, YamlLocation location) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : node.getValue()) {
            String name = location.keyName(tuple.getKeyNode());
            if (!seen.add(name)) {
                throw location.wrong(
                        tuple.getKeyNode(),
                        YamlLocation.quote(name) + " is given twice in " + location.name(),
                        "keep one of the two");
            }
        }
        return node.getValue();
    }

    private static String join(String section, String name) {
        return section.isEmpty() ? name : section + "." + name;
    }
}
