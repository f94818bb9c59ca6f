package io.theforge.export.parquet;

import io.theforge.export.file.RewindableChunk;
import io.theforge.table.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows field by field and keeps them column by column. */
final class ColumnChunk implements RewindableChunk {
    private final List<Column> columns;
    private final boolean hasId;
    private final int bytesPerRow;
    private ColumnRows rows;
    private int row;
    private int column;
    private int textBytes;

    /** A series has the same texts in all of its rows: what was encoded last for a text is used again. */
    private @Nullable String lastText;

    private byte[] lastEncoded = {};

    ColumnChunk(List<Column> columns) {
        this.columns = columns;
        hasId = columns.get(0).role() == Column.Role.ID;
        bytesPerRow = columns.size() * Long.BYTES;
        rows = new ColumnRows(columns);
    }

    ColumnRows rows() {
        rows.rows = row;
        return rows;
    }

    /** Takes other rows, of which nothing is read any more, in the place of those that have been given away. */
    void exchange(@Nullable ColumnRows empty) {
        rows = empty == null ? new ColumnRows(columns) : empty;
    }

    @Override
    public int size() {
        return row * bytesPerRow + textBytes;
    }

    @Override
    public int mark() {
        return row;
    }

    @Override
    public void rewind(int mark) {
        row = mark;
    }

    @Override
    public void clear() {
        row = 0;
        textBytes = 0;
    }

    @Override
    public void startRow(long ordinal) {
        if (row == rows.room()) {
            rows.grow();
        }
        column = 0;
        if (hasId) {
            number(ordinal + 1);
        }
    }

    private void number(long value) {
        rows.nulls[column][row] = false;
        rows.numbers[column++][row] = value;
    }

    @Override
    public void store(int storeIndex) {
        if (storeIndex < 0) {
            nothing();
        } else {
            number(storeIndex + 1L);
        }
    }

    @Override
    public void product(int productIndex) {
        number(productIndex + 1L);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a text that is equal but another one is only encoded once more
    public void text(@Nullable String value) {
        if (value != null && value != lastText) {
            lastEncoded = value.getBytes(StandardCharsets.UTF_8);
            lastText = value;
        }
        rows.texts[column++][row] = value == null ? null : lastEncoded;
        textBytes += value == null ? 0 : lastEncoded.length;
    }

    @Override
    public void date(int epochDay) {
        number(epochDay);
    }

    @Override
    public void integer(int value) {
        number(value);
    }

    @Override
    public void cents(long cents) {
        number(cents);
    }

    @Override
    public void basisPoints(int basisPoints) {
        number(basisPoints);
    }

    @Override
    public void real(double value) {
        number(Double.doubleToRawLongBits(value));
    }

    @Override
    public void bool(boolean value) {
        number(value ? 1 : 0);
    }

    @Override
    public void nothing() {
        if (rows.numbers[column] == null) {
            text(null);
        } else {
            rows.nulls[column++][row] = true;
        }
    }

    @Override
    public void endRow() {
        row++;
    }
}
