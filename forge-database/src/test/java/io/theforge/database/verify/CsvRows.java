package io.theforge.database.verify;

import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows as CSV that both targets read; ids are {@code firstId} plus the ordinal. */
final class CsvRows implements RowWriter {
    private final Table table;
    private final long firstId;
    private final long firstStore;
    private final long firstProduct;
    private final Appendable out;
    private final StringBuilder line = new StringBuilder();

    CsvRows(Table table, long firstId, long firstStore, long firstProduct, Appendable out) {
        this.table = table;
        this.firstId = firstId;
        this.firstStore = firstStore;
        this.firstProduct = firstProduct;
        this.out = out;
    }

    private void field(Object value) {
        line.append(line.isEmpty() ? "" : ",").append(value);
    }

    @Override
    public void startRow(long ordinal) {
        line.setLength(0);
        if (table.hasId()) {
            field(firstId + ordinal);
        }
    }

    @Override
    public void store(int storeIndex) {
        field(storeIndex < 0 ? "" : firstStore + storeIndex);
    }

    @Override
    public void product(int productIndex) {
        field(firstProduct + productIndex);
    }

    @Override
    public void text(@Nullable String value) {
        field(value == null ? "" : '"' + value.replace("\"", "\"\"") + '"');
    }

    @Override
    public void date(int epochDay) {
        field(LocalDate.ofEpochDay(epochDay));
    }

    @Override
    public void integer(int value) {
        field(value);
    }

    @Override
    public void cents(long cents) {
        field(BigDecimal.valueOf(cents, 2));
    }

    @Override
    public void real(double value) {
        field(value);
    }

    @Override
    public void basisPoints(int basisPoints) {
        field(BigDecimal.valueOf(basisPoints, 4));
    }

    @Override
    public void bool(boolean value) {
        field(value);
    }

    @Override
    public void nothing() {
        field("");
    }

    @Override
    public void endRow() {
        try {
            out.append(line.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
