package io.theforge.bench;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.table.RowWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180 but with a bare line feed), UTF-8, in an array that is used again: the cheapest thing to be done with
 * rows that leave the process. Stores and products by code, ids left out, NULL is empty.
 */
final class CsvEncoder implements RowWriter {
    private final byte[][] stores;
    private final byte[][] products;
    private final byte[][] dates;
    private final int firstEpochDay;
    private final byte[] digits = new byte[24];
    private byte[] bytes = new byte[1 << 16];
    private int length;

    CsvEncoder(Plan plan) {
        stores = encoded(plan.stores().stream().map(Store::code).toList());
        products = encoded(plan.products().stream().map(Product::sku).toList());
        firstEpochDay = plan.firstEpochDay();
        dates = encoded(plan.calendar().stream()
                .map(day -> LocalDate.ofEpochDay(day.epochDay()).toString())
                .toList());
    }

    private static byte[][] encoded(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    int size() {
        return length;
    }

    void clear() {
        length = 0;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void startRow(long ordinal) {}

    @Override
    public void store(int storeIndex) {
        if (storeIndex < 0) {
            nothing();
        } else {
            field(stores[storeIndex]);
        }
    }

    @Override
    public void product(int productIndex) {
        field(products[productIndex]);
    }

    @Override
    public void text(@Nullable String value) {
        if (value == null) {
            nothing();
        } else if (value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0) {
            field(value.getBytes(StandardCharsets.UTF_8));
        } else {
            field(('"' + value.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void date(int epochDay) {
        int day = epochDay - firstEpochDay;
        field(
                day >= 0 && day < dates.length
                        ? dates[day]
                        : LocalDate.ofEpochDay(epochDay).toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void integer(int value) {
        number(value, 0);
    }

    @Override
    public void cents(long cents) {
        number(cents, 2);
    }

    @Override
    public void real(double value) {
        field(Double.toString(value).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void basisPoints(int basisPoints) {
        number(basisPoints, 4);
    }

    /** Written from the last digit to the first. */
    private void number(long value, int decimals) {
        long rest = Math.abs(value);
        int at = digits.length;
        for (int written = 0; written <= decimals || rest != 0; written++) {
            if (written == decimals && decimals > 0) {
                digits[--at] = '.';
            }
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        if (value < 0) {
            digits[--at] = '-';
        }
        field(digits, at, digits.length - at);
    }

    @Override
    public void bool(boolean value) {
        room(2);
        bytes[length++] = (byte) (value ? 't' : 'f');
        bytes[length++] = ',';
    }

    @Override
    public void nothing() {
        room(1);
        bytes[length++] = ',';
    }

    @Override
    public void endRow() {
        bytes[length - 1] = '\n';
    }

    private void field(byte[] value) {
        field(value, 0, value.length);
    }

    private void field(byte[] value, int from, int count) {
        room(count + 1);
        System.arraycopy(value, from, bytes, length, count);
        length += count;
        bytes[length++] = ',';
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
