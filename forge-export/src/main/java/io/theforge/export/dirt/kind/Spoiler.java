package io.theforge.export.dirt.kind;

import io.theforge.export.dirt.row.Spoiling;

/** What a kind does to the cells of a row. */
public interface Spoiler {
    /** Changes cells that are free. @return whether it found what it needs; where not, nothing has been changed */
    boolean spoil(Spoiling row);
}
