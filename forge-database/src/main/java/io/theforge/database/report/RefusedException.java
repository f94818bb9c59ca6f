package io.theforge.database.report;

/** A guard refused, because something that is not ours would be touched or lost. Nothing has been changed. */
public final class RefusedException extends DatabaseException {
    private static final long serialVersionUID = 1L;
    private final boolean production;

    public RefusedException(String message, String remedy) {
        this(message, remedy, false);
    }

    /** @param production whether nothing at all may be written there, because it is production */
    public RefusedException(String message, String remedy, boolean production) {
        super(message, remedy, null);
        this.production = production;
    }

    public boolean isProduction() {
        return production;
    }

    /** Says that what was asked for needs a dataset. @param database without credentials */
    public static RefusedException noDataset(String database) {
        return new RefusedException(
                "there is no dataset of the Forge in " + database, "make one first, with --full-new");
    }
}
