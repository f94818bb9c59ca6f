package io.theforge.export.dirt.ledger;

import io.theforge.export.text.TextEncoder;
import io.theforge.export.text.TextFormat;
import io.theforge.table.Column;
import java.util.Arrays;
import java.util.List;

/** Entries about the rows of one chunk, whose lines count from its first row: of each the key, and what comes from the column on, as CSV. */
public final class LedgerChunk {
    private final TextEncoder text;
    private int[] starts = new int[64];
    private int[] rests = new int[64];
    private int[] rows = new int[64];
    private int entries;

    /** @param columns of the table, the id left out */
    public LedgerChunk(List<Column> columns) {
        text = TextFormat.CSV.encoder(columns);
    }

    /** Begins an entry. @param row of the chunk, from 1; 0 where none is left @return what takes the key */
    public TextEncoder begin(int row) {
        if (entries == rows.length) {
            starts = Arrays.copyOf(starts, entries * 2);
            rests = Arrays.copyOf(rests, entries * 2);
            rows = Arrays.copyOf(rows, entries * 2);
        }
        starts[entries] = text.size();
        rows[entries] = row;
        text.startRow(0);
        return text;
    }

    /** Ends the key. @return what takes the rest, from the column on */
    public TextEncoder endKey() {
        rests[entries++] = text.size();
        return text;
    }

    /** Returns the place behind what has been added. */
    public int mark() {
        return entries;
    }

    /** Takes back what was added after a place. */
    public void rewind(int mark) {
        if (mark < entries) {
            text.rewind(starts[mark]);
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

    void appendKey(int entry, ByteText out) {
        out.append(text.bytes(), starts[entry], rests[entry]);
    }

    void appendRest(int entry, ByteText out) {
        out.append(text.bytes(), rests[entry], entry + 1 < entries ? starts[entry + 1] : text.size());
    }
}
