package io.theforge.config;

import io.theforge.config.model.ConfigException;
import io.theforge.config.yaml.YamlLocation;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A type whose values are written as one word or text, in a file as on the command line. */
interface Scalar<T> extends Type<T> {

    /**
     * Returns the value of the text itself, not what a YAML library would make of it: 010 is no octal 8, "no" is no boolean.
     *
     * @param path the key, for messages
     * @param location where the text stands, for messages
     */
    T parse(String text, String path, String location);

    /** Returns whether text in quotes is a value too. */
    default boolean mayBeQuoted() {
        return true;
    }

    @Override
    default T read(Node node, YamlLocation location) {
        ScalarNode scalar = location.scalar(node, describe());
        if (!mayBeQuoted() && scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            throw location.wrong(
                    node,
                    location.path() + " is the text " + YamlLocation.quote(scalar.getValue()),
                    "give " + describe() + ", without quotes");
        }
        return parse(scalar.getValue(), location.path(), location.lineAndColumn(node));
    }

    /** Returns the error for a text that this type does not take. */
    default ConfigException refuse(String text, String reason, String path, String location) {
        // a flag or a variable is its own place, and is named there
        String message = path.equals(location)
                ? YamlLocation.quote(text) + " " + reason
                : path + " is " + YamlLocation.quote(text) + ", which " + reason;
        return new ConfigException(message, "give " + describe(), location);
    }
}
