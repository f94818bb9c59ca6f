package io.theforge.export.dirt.kind;

/** What becomes of a row, or of a file. */
public enum Effect {
    /** Cells hold something else. */
    CELLS,
    /** Cells hold something else until a row at the end of the series corrects it. */
    LATE,
    /** One more row follows. */
    ADDED,
    /** The row comes after the one that should follow it. */
    MOVED,
    /** The row is not there. */
    REMOVED,
    /** The line ends in another way. */
    LINE_END,
    /** The file has other columns. */
    COLUMNS,
    /** The file has other bytes. */
    BYTES;

    /** Returns whether it is about the form of a file and not about what the rows say. */
    public boolean isOfFile() {
        return this == LINE_END || this == COLUMNS || this == BYTES;
    }
}
