package io.theforge.database.verify;

import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes each row as one line for people: "sku=SKU-000001 name=... base_price=3.49"; a NULL is left out. */
final class LineWriter implements RowWriter {
    private final List<String> columns;
    private final List<String> storeCodes;
    private final List<String> skus;
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();
    private int column;

    LineWriter(Table table, NaturalKeys keys, Consumer<String> lines) {
        columns = table.fields().stream()
                .map(column -> switch (column.kind()) {
                    case STORE -> "store";
                    case PRODUCT -> "sku";
                    default -> column.name();
                })
                .toList();
        storeCodes = keys.storeCodes();
        skus = keys.skus();
        this.lines = lines;
    }

    private void field(@Nullable Object value) {
        String name = columns.get(column++);
        if (value != null) {
            line.append(line.isEmpty() ? "" : " ").append(name).append('=').append(value);
        }
    }

    @Override
    public void startRow(long ordinal) {
        line.setLength(0);
        column = 0;
    }

    @Override
    public void store(int storeIndex) {
        field(storeIndex < 0 ? null : storeCodes.get(storeIndex));
    }

    @Override
    public void product(int productIndex) {
        field(skus.get(productIndex));
    }

    @Override
    public void text(@Nullable String value) {
        field(value);
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
        field(null);
    }

    @Override
    public void endRow() {
        lines.accept(line.toString());
    }
}
