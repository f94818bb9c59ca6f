package io.theforge.junit;

import io.theforge.config.model.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a configuration.
 *
 * @param source names it in messages
 * @param resource its name on the class path; null where the annotation holds the text itself
 */
record ConfigText(String yaml, String source, @Nullable String resource) {

    /** Returns what {@code config} means; null where it is empty. Every YAML of keys holds a colon, and no name of a resource does. */
    static @Nullable ConfigText of(String config, Class<?> testClass) {
        if (config.isBlank()) {
            return null;
        }
        if (config.indexOf(':') >= 0 || config.indexOf('\n') >= 0) {
            return new ConfigText(config.stripIndent(), "config", null);
        }
        String name = config.strip();
        try (InputStream file = open(name, testClass)) {
            if (file == null) {
                throw new ConfigException(
                        "there is no resource \"" + name + "\" beside " + testClass.getSimpleName()
                                + " or at the root of the class path",
                        "put it into src/test/resources, or write YAML here, such as \"seed: 42\"",
                        "config");
            }
            return new ConfigText(new String(file.readAllBytes(), StandardCharsets.UTF_8), name, name);
        } catch (IOException e) {
            throw new ConfigException("\"" + name + "\" cannot be read: " + e.getMessage(), "check the file", "config");
        }
    }

    private static @Nullable InputStream open(String name, Class<?> testClass) {
        InputStream beside = testClass.getResourceAsStream(name);
        return beside == null ? testClass.getResourceAsStream("/" + name) : beside;
    }
}
