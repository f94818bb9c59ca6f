package io.theforge.config;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

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

    Values values() {
        return values;
    }

    /** Path of a value to its place: a file's line and column, a flag, a variable. */
    Map<String, String> places() {
        return places;
    }

    Setting.Source source(Key<?, ?> key) {
        return sources.getOrDefault(key.path(), Setting.Source.DEFAULT);
    }
}
