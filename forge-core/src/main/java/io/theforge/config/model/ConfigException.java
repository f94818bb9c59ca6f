package io.theforge.config.model;

import org.jspecify.annotations.Nullable;

/** A configuration that cannot be used: what is wrong, where, and what would be right. Nothing has been written. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;
    private final @Nullable String location;

    /**
     * @param message what is wrong, one line
     * @param remedy what to do about it, one line
     * @param location where ("shop.yaml:3:12" or "--stores"), null when there is no place
     */
    public ConfigException(String message, String remedy, @Nullable String location) {
        super(message);
        this.remedy = remedy;
        this.location = location;
    }

    public String remedy() {
        return remedy;
    }

    public @Nullable String location() {
        return location;
    }
}
