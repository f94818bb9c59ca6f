package io.theforge.config.model;

import org.jspecify.annotations.Nullable;

/**
 * One key of a configuration as it was resolved.
 *
 * @param key its path ("retail.promotion_lift")
 * @param yaml the value as a file has it; null where there is none
 * @param value the same as maps, lists, texts and numbers
 * @param place the flag, the variable or the file with line and column that gave it; null for a default
 */
public record Setting(
        String key,
        @Nullable String yaml,
        @Nullable Object value,
        Source source,
        @Nullable String place) {

    /** Who had the last word, the weakest first. */
    public enum Source {
        DEFAULT,
        ENVIRONMENT,
        SCENARIO,
        FILE,
        COMMAND_LINE
    }

    /** Returns a value that was not asked of the file's keys alone. */
    public static Setting of(String key, long value, Source source, @Nullable String place) {
        return new Setting(key, Long.toString(value), value, source, place);
    }
}
