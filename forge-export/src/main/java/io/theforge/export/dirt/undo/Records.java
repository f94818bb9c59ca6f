package io.theforge.export.dirt.undo;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of a dirty file, one after another, each field as text; null where there is nothing in it. */
interface Records extends Closeable {
    /** Goes to the next record. @return false after the last */
    boolean next() throws IOException;

    /** Returns its line, or its number where records are counted, from 1. */
    long line();

    /** Returns its line as it stands there; empty where records have no lines of their own. */
    default String text() {
        return "";
    }

    /** Takes another text in place of the line. */
    default void replace(String text) {
        throw new UnsupportedOperationException("records have no lines here");
    }

    /** Returns whether the line ends as on Windows. */
    default boolean hasCarriageReturn() {
        return false;
    }

    /** Returns the fields by the names of their columns. */
    Map<String, @Nullable String> fields() throws IOException;
}
