package io.theforge.spark.source;

import io.theforge.table.RowWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of a small table that wait to be asked for: the table hands them all in, and Spark takes them one by one. */
final class KeptRows implements RowWriter {
    private final Deque<List<Consumer<RowWriter>>> rows = new ArrayDeque<>();
    private List<Consumer<RowWriter>> row = new ArrayList<>();

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Takes the next row out: what writes its fields, one after another. */
    List<Consumer<RowWriter>> poll() {
        return rows.remove();
    }

    @Override
    public void startRow(long ordinal) {
        row = new ArrayList<>();
        row.add(out -> out.startRow(ordinal));
    }

    @Override
    public void store(int storeIndex) {
        row.add(out -> out.store(storeIndex));
    }

    @Override
    public void product(int productIndex) {
        row.add(out -> out.product(productIndex));
    }

    @Override
    public void text(@Nullable String value) {
        row.add(out -> out.text(value));
    }

    @Override
    public void date(int epochDay) {
        row.add(out -> out.date(epochDay));
    }

    @Override
    public void integer(int value) {
        row.add(out -> out.integer(value));
    }

    @Override
    public void cents(long cents) {
        row.add(out -> out.cents(cents));
    }

    @Override
    public void basisPoints(int basisPoints) {
        row.add(out -> out.basisPoints(basisPoints));
    }

    @Override
    public void real(double value) {
        row.add(out -> out.real(value));
    }

    @Override
    public void bool(boolean value) {
        row.add(out -> out.bool(value));
    }

    @Override
    public void nothing() {
        row.add(RowWriter::nothing);
    }

    @Override
    public void endRow() {
        row.add(RowWriter::endRow);
        rows.add(row);
    }
}
