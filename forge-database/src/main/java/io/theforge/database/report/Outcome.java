package io.theforge.database.report;

import java.util.Locale;

/** How an operation that writes has ended. */
public enum Outcome {
    /** It is done and durable. */
    COMPLETED,
    /** A dry run: nothing has been written, and this is what would be. */
    PLANNED,
    /** There was nothing to do. */
    UNCHANGED,
    /** It needs to be confirmed, and nothing has been changed. */
    REFUSED,
    /** A check failed, and nothing has been changed. */
    FAILED;

    /** Returns its name in lower case: "completed", "planned", "unchanged", "refused", "failed". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
