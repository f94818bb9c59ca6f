package io.theforge.cli.pipeline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A node of a file of YAML. @param value a map, a list, or a single value */
record YamlFile(Object value) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Returns the file. @param name relative to the project's root */
    static YamlFile read(String name) throws IOException {
        try (Reader file = Files.newBufferedReader(ROOT.resolve(name))) {
            return new YamlFile(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        }
    }

    /** Returns what stands under these keys. */
    YamlFile at(String... keys) {
        Object found = value;
        for (String key : keys) {
            // YAML 1.1 takes the key "on" for a truth value
            found = ((Map<?, ?>) found).get(key.equals("on") ? Boolean.TRUE : key);
            if (found == null) {
                throw new AssertionError("no " + key + " in " + value);
            }
        }
        return new YamlFile(found);
    }

    boolean has(String key) {
        return ((Map<?, ?>) value).containsKey(key);
    }

    List<String> keys() {
        return ((Map<?, ?>) value).keySet().stream().map(String::valueOf).toList();
    }

    Stream<YamlFile> each() {
        return ((List<?>) value).stream().map(YamlFile::new);
    }

    List<String> texts() {
        return each().map(YamlFile::text).toList();
    }

    String text() {
        return String.valueOf(value);
    }
}
