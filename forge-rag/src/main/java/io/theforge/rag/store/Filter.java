package io.theforge.rag.store;

import org.jspecify.annotations.Nullable;

/**
 * Which sources are searched.
 *
 * @param sourceType one type alone; null for all
 * @param pathPrefix how the paths begin; empty for all
 */
public record Filter(@Nullable String sourceType, String pathPrefix) {
    public static final Filter NONE = new Filter(null, "");

    /** Whether it leaves out nothing. */
    public boolean isOpen() {
        return sourceType == null && pathPrefix.isEmpty();
    }
}
