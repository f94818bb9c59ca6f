package io.theforge.database.report;

import org.jspecify.annotations.Nullable;

/** The database could not do it: what, in one line, and what to do about it. The database is as it was. */
public class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    /**
     * @param message one line, without credentials
     * @param remedy what to do, one line
     */
    public DatabaseException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
