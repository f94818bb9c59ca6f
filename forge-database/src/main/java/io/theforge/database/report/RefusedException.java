package io.theforge.database.report;

/** A guard refused, because something that is not ours would be touched or lost. Nothing has been changed. */
public final class RefusedException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message, String remedy) {
        super(message, remedy, null);
    }
}
