package io.theforge.database.report;

import org.jspecify.annotations.Nullable;

/** Hears how the work goes; called from one thread at a time. */
public interface Progress {
    /** For those who want to hear nothing. */
    Progress NONE = new NoProgress();

    /** A step begins. {@code rows} is how many rows it will handle, null when unknown. */
    void begin(String step, @Nullable Long rows);

    /** So many more rows of this step have been handled. */
    void advance(long rows);

    void end();

    /** All steps are done, and what they did is about to be committed: nothing can break it off any more. */
    default void committing() {}
}
