package io.theforge.config;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Setting;
import io.theforge.config.yaml.YamlLocation;
import io.theforge.config.yaml.YamlTree;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said about the keys from several sides, the weakest first, and who had the last word on each. */
final class Layers {

    private final Values values = new Values();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, Setting.Source> sources = new HashMap<>();
    /** By path, in the order of the keys. */
    private final Map<String, String> leftOut = new LinkedHashMap<>();

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

    /**
     * Keeps of a scenario's rows those that reach something in the shop, which may have regions and categories of its own; rows that were
     * given over the scenario's stay as they are.
     *
     * @param name by which one knows a row
     */
    <T> void limitScenario(Key<?, List<T>> key, Function<Values, List<T>> reaching, Function<T, String> name) {
        if (!isOfScenario(key.path())) {
            return;
        }
        List<T> kept = reaching.apply(values);
        Set<String> names = kept.stream().map(name).collect(Collectors.toSet());
        String gone = values.get(key).stream()
                .map(name)
                .filter(each -> !names.contains(each))
                .map(YamlLocation::quote)
                .collect(Collectors.joining(", "));
        if (!gone.isEmpty()) {
            String scenario = values.find(KeyTable.SCENARIO);
            leftOut.put(
                    key.path(),
                    key.path() + " of the scenario " + scenario
                            + " is left out where it is for regions or categories that"
                            + " this shop does not have: " + gone + "; to have the like of it, give " + key.path()
                            + " with names of this shop (forge scenarios show " + scenario + " prints the scenario's)");
        }
        values.put(key, kept);
    }

    /** Puts that some effects are left out over what is there. */
    void disable(List<Effect> effects) {
        for (Effect effect : effects) {
            put(Setting.Source.COMMAND_LINE, (without, where) -> effect.disable(values, without, where));
        }
    }

    /** Returns what a scenario says in vain, one line for each key that is still its own. */
    Stream<String> leftOut() {
        return leftOut.entrySet().stream()
                .filter(line -> isOfScenario(line.getKey()))
                .map(Map.Entry::getValue);
    }

    private boolean isOfScenario(String path) {
        return sources.get(path) == Setting.Source.SCENARIO;
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
