package io.theforge.export.dirt.ledger;

import java.util.Arrays;

/** Entries about the rows of one chunk, whose lines count from its first row. */
public final class LedgerChunk {
    private final StringBuilder text = new StringBuilder(1 << 12);
    private int[] starts = new int[64];
    private int[] rests = new int[64];
    private int[] rows = new int[64];
    private int entries;

    /** Begins an entry. @param row of the chunk, from 1; 0 where none is left @return what takes the key */
    public StringBuilder begin(int row) {
        if (entries == rows.length) {
            starts = Arrays.copyOf(starts, entries * 2);
            rests = Arrays.copyOf(rests, entries * 2);
            rows = Arrays.copyOf(rows, entries * 2);
        }
        starts[entries] = text.length();
        rows[entries] = row;
        return text;
    }

    /** Ends the key. @return what takes the rest, from the comma before the column to the line's end */
    public StringBuilder endKey() {
        rests[entries++] = text.length();
        return text;
    }

    /** Returns the place behind what has been added. */
    public int mark() {
        return entries;
    }

    /** Takes back what was added after a place. */
    public void rewind(int mark) {
        if (mark < entries) {
            text.setLength(starts[mark]);
            entries = mark;
        }
    }

    public void clear() {
        rewind(0);
    }

    public int entries() {
        return entries;
    }

    int row(int entry) {
        return rows[entry];
    }

    void appendKey(int entry, StringBuilder out) {
        out.append(text, starts[entry], rests[entry]);
    }

    void appendRest(int entry, StringBuilder out) {
        out.append(text, rests[entry], entry + 1 < entries ? starts[entry + 1] : text.length());
    }
}
