package io.theforge.sink;

import io.theforge.plan.Plan;
import io.theforge.table.Column;
import io.theforge.table.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as lists of values, for sinks that are to be short rather than fast: {@code String}, {@link LocalDate}, {@code Integer},
 * {@code Double}, {@code Boolean}, amounts and shares as {@link BigDecimal}, stores and products by code and SKU, NULL as null. The columns
 * are {@link Table#fields}: all but the id.
 */
public final class ValueChunk implements Chunk {
    private static final int VALUE_BYTES = 24;

    private final Plan plan;
    private final int columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private List<@Nullable Object> row;

    public ValueChunk(Plan plan, Table table) {
        this.plan = plan;
        columns = table.fields().size();
        row = new ArrayList<>(columns);
    }

    /** Returns the names of the values. */
    public static List<String> names(Table table) {
        return table.fields().stream().map(Column::name).toList();
    }

    /** Returns the rows; good until the chunk is cleared. */
    public List<List<@Nullable Object>> rows() {
        return Collections.unmodifiableList(rows);
    }

    @Override
    public int size() {
        return rows.size() * columns * VALUE_BYTES;
    }

    @Override
    public void clear() {
        rows.clear();
    }

    @Override
    public void startRow(long ordinal) {
        row = new ArrayList<>(columns);
    }

    @Override
    public void store(int storeIndex) {
        row.add(storeIndex < 0 ? null : plan.stores().get(storeIndex).code());
    }

    @Override
    public void product(int productIndex) {
        row.add(plan.products().get(productIndex).sku());
    }

    @Override
    public void text(@Nullable String value) {
        row.add(value);
    }

    @Override
    public void date(int epochDay) {
        row.add(LocalDate.ofEpochDay(epochDay));
    }

    @Override
    public void integer(int value) {
        row.add(value);
    }

    @Override
    public void cents(long cents) {
        row.add(BigDecimal.valueOf(cents, 2));
    }

    @Override
    public void basisPoints(int basisPoints) {
        row.add(BigDecimal.valueOf(basisPoints, 4));
    }

    @Override
    public void real(double value) {
        row.add(value);
    }

    @Override
    public void bool(boolean value) {
        row.add(value);
    }

    @Override
    public void nothing() {
        row.add(null);
    }

    @Override
    public void endRow() {
        rows.add(row);
    }
}
