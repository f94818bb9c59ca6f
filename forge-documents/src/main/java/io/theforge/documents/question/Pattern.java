package io.theforge.documents.question;

import io.theforge.documents.text.Draw;
import org.jspecify.annotations.Nullable;

/**
 * One way to ask.
 *
 * @param name unique in its type
 * @param size how many things it can be tried on
 */
record Pattern(String name, int size, Maker maker) {
    /** Makes a question of the i-th thing. */
    interface Maker {
        /** Returns null where this cannot be asked. */
        @Nullable
        Draft of(int i, Draw draw);
    }
}
