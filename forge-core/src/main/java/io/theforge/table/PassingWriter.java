package io.theforge.table;

import org.jspecify.annotations.Nullable;

/** Passes the fields of a row on; what is to be another one is overridden. */
public abstract class PassingWriter implements RowWriter {
    protected final RowWriter next;

    protected PassingWriter(RowWriter next) {
        this.next = next;
    }

    @Override
    public void startRow(long ordinal) {
        next.startRow(ordinal);
    }

    @Override
    public void store(int storeIndex) {
        next.store(storeIndex);
    }

    @Override
    public void product(int productIndex) {
        next.product(productIndex);
    }

    @Override
    public void text(@Nullable String value) {
        next.text(value);
    }

    @Override
    public void date(int epochDay) {
        next.date(epochDay);
    }

    @Override
    public void integer(int value) {
        next.integer(value);
    }

    @Override
    public void cents(long cents) {
        next.cents(cents);
    }

    @Override
    public void basisPoints(int basisPoints) {
        next.basisPoints(basisPoints);
    }

    @Override
    public void real(double value) {
        next.real(value);
    }

    @Override
    public void bool(boolean value) {
        next.bool(value);
    }

    @Override
    public void nothing() {
        next.nothing();
    }

    @Override
    public void endRow() {
        next.endRow();
    }
}
