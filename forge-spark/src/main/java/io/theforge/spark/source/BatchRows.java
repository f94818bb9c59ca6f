package io.theforge.spark.source;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Rows on their way to Spark: the columns that are wanted of them, on the days that are wanted. */
final class BatchRows implements RowWriter {
    private static final int FIRST_ROWS = 512;

    private final ColumnBuffer[] columns;
    /** By the place of a field in the table's row; null where it is not wanted. */
    private final @Nullable ColumnBuffer[] fields;

    private final ColumnarBatch batch;
    private final Wanted.Settled wanted;
    private final int firstEpochDay;
    private final boolean someDays;
    private final UTF8String[] storeCodes;
    private final UTF8String[] skus;
    private int capacity;
    private int row;
    private int field;
    private boolean isWanted;
    private @Nullable String textBefore;
    private UTF8String encodedBefore = UTF8String.EMPTY_UTF8;

    /** @param schema of the columns that are wanted, in their order */
    BatchRows(Plan plan, Table table, StructType schema, Wanted.Settled wanted) {
        this.wanted = wanted;
        firstEpochDay = plan.firstEpochDay();
        someDays = wanted.days().cardinality() < plan.days();
        columns = Arrays.stream(schema.fields())
                .map(each -> new ColumnBuffer(each.dataType()))
                .toArray(ColumnBuffer[]::new);
        List<String> names = Arrays.asList(schema.fieldNames());
        fields = TableColumns.names(table).stream()
                .map(names::indexOf)
                .map(place -> place < 0 ? null : columns[place])
                .toArray(ColumnBuffer[]::new);
        batch = new ColumnarBatch(Arrays.copyOf(columns, columns.length, ColumnVector[].class));
        storeCodes = encoded(plan.stores(), Store::code);
        skus = encoded(plan.products(), Product::sku);
        reserve(FIRST_ROWS);
    }

    private static <T> UTF8String[] encoded(List<T> things, Function<T, String> code) {
        return things.stream().map(code).map(UTF8String::fromString).toArray(UTF8String[]::new);
    }

    private void reserve(int rows) {
        capacity = rows;
        for (ColumnBuffer column : columns) {
            column.reserve(rows);
        }
    }

    /** Forgets all rows. */
    void clear() {
        row = 0;
        for (ColumnBuffer column : columns) {
            column.clear();
        }
    }

    boolean isEmpty() {
        return row == 0;
    }

    /** Returns the rows; good until they are cleared. */
    ColumnarBatch batch() {
        batch.setNumRows(row);
        return batch;
    }

    @Override
    public void startRow(long ordinal) {
        if (row == capacity) {
            reserve(2 * capacity);
        }
        field = 0;
        isWanted = true;
    }

    @Override
    public void store(int storeIndex) {
        ColumnBuffer column = fields[field++];
        if (column != null) {
            if (storeIndex < 0) {
                column.putNull(row);
            } else {
                column.putText(row, storeCodes[storeIndex]);
            }
        }
    }

    @Override
    public void product(int productIndex) {
        ColumnBuffer column = fields[field++];
        if (column != null) {
            column.putText(row, skus[productIndex]);
        }
    }

    @Override
    public void text(@Nullable String value) {
        ColumnBuffer column = fields[field++];
        if (column != null) {
            if (value == null) {
                column.putNull(row);
            } else {
                column.putText(row, encoded(value));
            }
        }
    }

    /** The same promotion runs for days. */
    private UTF8String encoded(String value) {
        if (!Objects.equals(value, textBefore)) {
            textBefore = value;
            encodedBefore = UTF8String.fromString(value);
        }
        return encodedBefore;
    }

    @Override
    public void date(int epochDay) {
        if (someDays) {
            isWanted = wanted.days().get(epochDay - firstEpochDay);
        }
        integer(epochDay);
    }

    @Override
    public void integer(int value) {
        ColumnBuffer column = fields[field++];
        if (column != null) {
            column.putInt(row, value);
        }
    }

    @Override
    public void cents(long cents) {
        ColumnBuffer column = fields[field++];
        if (column != null) {
            column.putLong(row, cents);
        }
    }

    @Override
    public void basisPoints(int basisPoints) {
        cents(basisPoints);
    }

    @Override
    public void real(double value) {
        ColumnBuffer column = fields[field++];
        if (column != null) {
            column.putDouble(row, value);
        }
    }

    @Override
    public void bool(boolean value) {
        ColumnBuffer column = fields[field++];
        if (column != null) {
            column.putBoolean(row, value);
        }
    }

    @Override
    public void nothing() {
        ColumnBuffer column = fields[field++];
        if (column != null) {
            column.putNull(row);
        }
    }

    @Override
    public void endRow() {
        row += isWanted ? 1 : 0;
    }
}
