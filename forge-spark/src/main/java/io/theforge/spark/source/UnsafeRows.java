package io.theforge.spark.source;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.table.Column;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as Spark has them in memory: always the same one, of the columns that are wanted. Amounts of at most 18 digits are their
 * unscaled number.
 */
final class UnsafeRows implements RowWriter {
    private static final int NOT_WANTED = -1;
    private static final int BYTES_OF_TEXT = 64;

    private final UnsafeRowWriter row;
    /** By the place of a field in the table's row, its place in Spark's. */
    private final int[] places;

    private final UTF8String[] storeCodes;
    private final UTF8String[] skus;
    private int field;
    private @Nullable String textBefore;
    private UTF8String encodedBefore = UTF8String.EMPTY_UTF8;

    /** @param columns that are wanted, in the order in which they are */
    UnsafeRows(Plan plan, Table table, String[] columns) {
        row = new UnsafeRowWriter(columns.length, BYTES_OF_TEXT);
        List<String> wanted = Arrays.asList(columns);
        List<Column> fields = table.fields();
        places = fields.stream()
                .mapToInt(each -> wanted.indexOf(TableColumns.name(each)))
                .toArray();
        storeCodes = plan.stores().stream()
                .map(Store::code)
                .map(UTF8String::fromString)
                .toArray(UTF8String[]::new);
        skus = plan.products().stream()
                .map(Product::sku)
                .map(UTF8String::fromString)
                .toArray(UTF8String[]::new);
    }

    /** Returns the row that was written last; good until the next one. */
    UnsafeRow row() {
        return row.getRow();
    }

    @Override
    public void startRow(long ordinal) {
        row.reset();
        row.zeroOutNullBytes();
        field = 0;
    }

    @Override
    public void store(int storeIndex) {
        int place = places[field++];
        if (place != NOT_WANTED) {
            write(place, storeIndex < 0 ? null : storeCodes[storeIndex]);
        }
    }

    @Override
    public void product(int productIndex) {
        int place = places[field++];
        if (place != NOT_WANTED) {
            row.write(place, skus[productIndex]);
        }
    }

    @Override
    public void text(@Nullable String value) {
        int place = places[field++];
        if (place != NOT_WANTED) {
            write(place, value == null ? null : encoded(value));
        }
    }

    private void write(int place, @Nullable UTF8String value) {
        if (value == null) {
            row.setNullAt(place);
        } else {
            row.write(place, value);
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
        integer(epochDay);
    }

    @Override
    public void integer(int value) {
        int place = places[field++];
        if (place != NOT_WANTED) {
            row.write(place, value);
        }
    }

    @Override
    public void cents(long cents) {
        int place = places[field++];
        if (place != NOT_WANTED) {
            row.write(place, cents);
        }
    }

    @Override
    public void basisPoints(int basisPoints) {
        cents(basisPoints);
    }

    @Override
    public void real(double value) {
        int place = places[field++];
        if (place != NOT_WANTED) {
            row.write(place, value);
        }
    }

    @Override
    public void bool(boolean value) {
        int place = places[field++];
        if (place != NOT_WANTED) {
            row.write(place, value);
        }
    }

    @Override
    public void nothing() {
        int place = places[field++];
        if (place != NOT_WANTED) {
            row.setNullAt(place);
        }
    }

    @Override
    public void endRow() {
        // the row is as long as its columns
    }
}
