package io.theforge.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been given for some of the keys; the others have their defaults. */
final class Values {

    private final Map<String, Object> given = new LinkedHashMap<>();

    <T> void put(Key<?, T> key, T value) {
        given.put(key.path(), value);
    }

    /** Takes over what another gave, over what is here. */
    void putAll(Values stronger) {
        given.putAll(stronger.given);
    }

    boolean has(Key<?, ?> key) {
        return given.containsKey(key.path());
    }

    /** The value or the default; null when there is neither. */
    @SuppressWarnings("unchecked") // put() is the only way in, and pairs a key with its own type
    <T> @Nullable T find(Key<?, T> key) {
        Object value = given.get(key.path());
        return value == null ? key.fallback() : (T) value;
    }

    /** Returns the value or the default of a key that has one. */
    <T> T get(Key<?, T> key) {
        T value = find(key);
        if (value == null) {
            throw new IllegalStateException("no value and no default: " + key.path());
        }
        return value;
    }
}
