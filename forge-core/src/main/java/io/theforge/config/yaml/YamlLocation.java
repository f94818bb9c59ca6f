package io.theforge.config.yaml;

import io.theforge.config.model.ConfigException;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a YAML file, for messages.
 *
 * @param source the file's name
 * @param path of the value in the file, "shocks[0].regions[2]"; empty at the root
 */
public record YamlLocation(String source, String path) {

    private static final int MAX_QUOTE_LENGTH = 40;

    public YamlLocation key(String name) {
        return new YamlLocation(source, path.isEmpty() ? name : path + "." + name);
    }

    public YamlLocation item(int index) {
        return new YamlLocation(source, path + "[" + index + "]");
    }

    /** Returns the path, as the subject of a sentence. */
    public String name() {
        return path.isEmpty() ? "the file" : path;
    }

    /** Returns file, line and column, counted from 1 as editors do. */
    public String lineAndColumn(Node node) {
        return lineAndColumn(source, node.getStartMark());
    }

    static String lineAndColumn(String source, Mark mark) {
        return source + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    public ConfigException wrong(Node node, String message, String remedy) {
        return new ConfigException(message, remedy, lineAndColumn(node));
    }

    /** Returns the name in the key of a mapping's entry. */
    public String keyName(Node key) {
        if (!isNull(key) && key instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(
                key,
                "a key in " + name() + " is " + (isNull(key) ? "empty" : found(key)),
                "give a single word or text");
    }

    public ScalarNode scalar(Node node, String expected) {
        requireValue(node, expected);
        if (node instanceof ScalarNode scalar) {
            return scalar;
        }
        throw mismatch(node, expected);
    }

    public MappingNode mapping(Node node, String expected) {
        requireValue(node, expected);
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw mismatch(node, expected);
    }

    public SequenceNode list(Node node, String expected) {
        requireValue(node, expected);
        if (node instanceof SequenceNode list) {
            return list;
        }
        throw mismatch(node, expected);
    }

    public ConfigException mismatch(Node node, String expected) {
        return wrong(node, name() + " is " + found(node), "give " + expected);
    }

    private void requireValue(Node node, String expected) {
        if (isNull(node)) {
            throw wrong(node, name() + " has no value", "give " + expected + ", or remove it");
        }
    }

    public static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && switch (scalar.getValue()) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
    }

    private static String found(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping of keys to values";
        }
        return node instanceof ScalarNode scalar ? quote(scalar.getValue()) : "a list";
    }

    /** Returns text from the file, quoted and cut to fit into a message. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        int end = text.offsetByCodePoints(0, Math.min(MAX_QUOTE_LENGTH, text.codePointCount(0, text.length())));
        text.substring(0, end).codePoints().forEach(c -> quoted.appendCodePoint(YamlText.isPrintable(c) ? c : '?'));
        return quoted.append(end < text.length() ? "...\"" : "\"").toString();
    }
}
