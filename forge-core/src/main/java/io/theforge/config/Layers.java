package io.theforge.config;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Setting;
import io.theforge.config.yaml.YamlTree;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What was said about the keys from several sides, the weakest first, and who had the last word on each. */
final class Layers {

    private final Values values = new Values();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, Setting.Source> sources = new HashMap<>();

    /** @param layer puts its values, and their places by path, over what is there */
    void put(Setting.Source source, BiConsumer<Values, Map<String, String>> layer) {
        Values said = new Values();
        Map<String, String> where = new HashMap<>();
        layer.accept(said, where);
        for (Key<?, ?> key : KeyTable.FILE) {
            if (said.has(key)) {
                // places within the value that is replaced go with it
                places.keySet()
                        .removeIf(path -> path.startsWith(key.path() + "[") || path.startsWith(key.path() + "."));
                sources.put(key.path(), source);
            }
        }
        values.putAll(said);
        places.putAll(where);
    }

    /** Whether a value is still the scenario's. */
    boolean isOfScenario(Key<?, ?> key) {
        return sources.get(key.path()) == Setting.Source.SCENARIO;
    }

    Values values() {
        return values;
    }

    /** Returns the path of each value with its place: a file's line and column, a flag, a variable. */
    Map<String, String> places() {
        return places;
    }

    /** Returns the same error, at the place of the value that it names; where a scenario gave that, it says how to do without. */
    ConfigException located(ConfigException error) {
        String location = error.location();
        String place = location == null ? null : places.getOrDefault(location, location);
        boolean preset = place != null && place.startsWith(Scenarios.SOURCE);
        return new ConfigException(
                String.valueOf(error.getMessage()),
                preset ? error.remedy() + "; or override it in a file" : error.remedy(),
                place);
    }

    /** Returns a key with its value in the finished configuration and who gave it. */
    <T> Setting setting(Key<?, T> key, ForgeConfig config) {
        String yaml = written(key, config);
        return new Setting(
                key.path(),
                yaml,
                yaml == null ? null : YamlTree.plain(yaml),
                sources.getOrDefault(key.path(), Setting.Source.DEFAULT),
                places.get(key.path()));
    }

    /** Returns the value as YAML, from the finished configuration, where a value may follow from another's. */
    private <T> @Nullable String written(Key<?, T> key, ForgeConfig config) {
        for (Key<ForgeConfig, ?> of : KeyTable.DATASET) {
            if (of.path().equals(key.path())) {
                return writtenBy(of, config);
            }
        }
        T value = values.find(key);
        return value == null ? null : key.type().write(value);
    }

    private static <T> @Nullable String writtenBy(Key<ForgeConfig, T> key, ForgeConfig config) {
        T value = key.of().apply(config);
        return value == null ? null : key.type().write(value);
    }
}
