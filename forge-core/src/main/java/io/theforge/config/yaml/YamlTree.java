package io.theforge.config.yaml;

import io.theforge.config.model.ConfigException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** From text to a tree of nodes that know their place. Of YAML, what a configuration needs: no aliases, tags or depths. */
public final class YamlTree {

    /** Four levels are in use. */
    private static final int MAX_DEPTH = 16;

    private YamlTree() {}

    /** Returns the root, or null when the file says nothing. */
    public static @Nullable Node parse(String text, String source) {
        String plain = YamlText.check(text, source);
        Yaml yaml = new Yaml(new LoaderOptions());
        Node root;
        try {
            refuseWhatIsNotNeeded(yaml.parse(new StringReader(plain)), source);
            root = yaml.compose(new StringReader(plain));
        } catch (ConfigException refused) {
            throw refused;
        } catch (MarkedYAMLException broken) {
            throw syntaxError(broken, source);
        } catch (RuntimeException broken) { // the parser also lets NumberFormatException and the like through
            throw new ConfigException("this is not YAML", "check that this is the right file", source);
        }
        boolean nothing = root instanceof ScalarNode scalar && scalar.getValue().isEmpty() && YamlLocation.isNull(root);
        return nothing ? null : root;
    }

    private static void refuseWhatIsNotNeeded(Iterable<Event> events, String source) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
                throw refusal(event, source, "anchors (&) and aliases (*) are not supported", "write the value itself");
            }
            if (tag(event) != null) {
                throw refusal(event, source, "tags (!) are not supported", "write the plain value");
            }
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw refusal(event, source, "a second document begins here", "keep one; a configuration has no ---");
            }
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw refusal(
                        event,
                        source,
                        "lists and mappings are nested too deeply",
                        "no key needs that; check brackets and indentation");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static @Nullable String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }

    private static ConfigException refusal(Event event, String source, String message, String remedy) {
        return new ConfigException(message, remedy, YamlLocation.lineAndColumn(source, event.getStartMark()));
    }

    private static ConfigException syntaxError(MarkedYAMLException broken, String source) {
        Mark mark = broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
        String problem = broken.getProblem() == null ? "it cannot be read" : broken.getProblem();
        String line = problem.codePoints()
                .map(c -> YamlText.isPrintable(c) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String remedy = line.contains("TAB")
                ? "indent with spaces, not tabs"
                : "check indentation, brackets and quotes here and on the line before";
        return new ConfigException(
                "this is not YAML: " + line, remedy, mark == null ? source : YamlLocation.lineAndColumn(source, mark));
    }

    /** Returns a value that a type of a key wrote, as maps with texts for keys, lists, texts and numbers. */
    public static Object plain(String written) {
        Node node = new Yaml(new LoaderOptions()).compose(new StringReader(written));
        return node == null ? "" : plain(node);
    }

    private static Object plain(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(YamlTree::plain).toList();
        }
        if (node instanceof MappingNode mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                values.put(plain(tuple.getKeyNode()).toString(), plain(tuple.getValueNode()));
            }
            return values;
        }
        ScalarNode scalar = (ScalarNode) node;
        BigDecimal number = scalar.getScalarStyle() == ScalarStyle.PLAIN ? NumberText.parse(scalar.getValue()) : null;
        return number == null ? scalar.getValue() : number;
    }

    /** Notes for every value under a node where it stands, by its path ("shocks[0].regions[2]"). */
    public static void notePlaces(Node node, YamlLocation location, Map<String, String> places) {
        places.put(location.path(), location.lineAndColumn(node));
        if (node instanceof SequenceNode list) {
            int index = 0;
            for (Node item : list.getValue()) {
                notePlaces(item, location.item(index++), places);
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    notePlaces(tuple.getValueNode(), location.key(key.getValue()), places);
                }
            }
        }
    }
}
