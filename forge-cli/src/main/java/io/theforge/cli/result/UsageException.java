package io.theforge.cli.result;

import org.jspecify.annotations.Nullable;

/** The command line, or a setting of the environment, that cannot be meant so. Nothing has been done. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final @Nullable String place;
    private final String remedy;

    /**
     * @param place the flag or variable, as it was written; null when it is about none of them
     * @param message what is wrong with it, one line
     * @param remedy what would be right, one line
     */
    public UsageException(@Nullable String place, String message, String remedy) {
        super(message);
        this.place = place;
        this.remedy = remedy;
    }

    @Nullable
    String place() {
        return place;
    }

    String remedy() {
        return remedy;
    }
}
