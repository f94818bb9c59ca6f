package io.theforge.database.report;

/** A guard refused, because something that is not ours would be touched or lost. Nothing has been changed. */
public final class RefusedException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message, String remedy) {
        super(message, remedy, null);
    }

    /** Says that what was asked for needs a dataset. @param database without credentials */
    public static RefusedException noDataset(String database) {
        return new RefusedException(
                "there is no dataset of the Forge in " + database, "make one first, with --full-new");
    }
}
