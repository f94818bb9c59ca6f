package io.theforge.fingerprint;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.table.RowWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hashes rows as they are written. The encoding of a row, which is part of every fingerprint: each field as the byte 1 and its
 * value, or the byte 0 for NULL; whole numbers and epoch days as 4, cents as 8, basis points as 4 bytes, little-endian;
 * truth as one byte; text as 4 bytes of length and UTF-8. Stores and products stand as their natural keys; {@code id},
 * {@code created_at} and {@code updated_at} are left out. The hash is XXH3-128 of these bytes.
 */
public final class FingerprintWriter implements RowWriter {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MAX_FIXED_FIELD_BYTES = 9;
    private static final int NONE = -1;

    private final Hasher128 hasher = Hashing.xxh3_128();
    private final TableFingerprint fingerprint = new TableFingerprint();
    private final byte[][] storeCodes;
    private final byte[][] skus;
    private byte[] row = new byte[256];
    private int length;
    // The keys of a series stand in the same places in all its rows, where they need not be written again
    private int storeBefore = NONE;
    private int storeAt;
    private int productBefore = NONE;
    private int productAt;
    private boolean hasStore;
    private boolean hasProduct;

    public FingerprintWriter(Plan plan) {
        this(
                plan.stores().stream().map(Store::code).toList(),
                plan.products().stream().map(Product::sku).toList());
    }

    /** For rows read back: what the indices given to {@link #store} and {@link #product} stand for. */
    public FingerprintWriter(List<String> storeCodes, List<String> skus) {
        this.storeCodes = encoded(storeCodes);
        this.skus = encoded(skus);
    }

    private static byte[][] encoded(List<String> keys) {
        return keys.stream().map(FingerprintWriter::textField).toArray(byte[][]::new);
    }

    private static byte[] textField(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] field = new byte[utf8.length + 5];
        field[0] = 1;
        INT.set(field, 1, utf8.length);
        System.arraycopy(utf8, 0, field, 5, utf8.length);
        return field;
    }

    /** Returns what has been written so far. */
    public TableFingerprint fingerprint() {
        return fingerprint;
    }

    @Override
    public void startRow(long ordinal) {
        length = 0;
        // A row without one, such as a promotion of all stores, has written something else there
        storeBefore = hasStore ? storeBefore : NONE;
        productBefore = hasProduct ? productBefore : NONE;
        hasStore = false;
        hasProduct = false;
    }

    @Override
    public void store(int storeIndex) {
        hasStore = storeIndex >= 0;
        if (storeIndex < 0) {
            nothing();
        } else if (storeIndex == storeBefore && length == storeAt) {
            length += storeCodes[storeIndex].length;
        } else {
            storeBefore = storeIndex;
            storeAt = length;
            bytes(storeCodes[storeIndex]);
        }
    }

    @Override
    public void product(int productIndex) {
        hasProduct = true;
        if (productIndex == productBefore && length == productAt) {
            length += skus[productIndex].length;
        } else {
            productBefore = productIndex;
            productAt = length;
            bytes(skus[productIndex]);
        }
    }

    @Override
    public void text(@Nullable String value) {
        if (value == null) {
            nothing();
        } else {
            bytes(textField(value));
        }
    }

    private void bytes(byte[] field) {
        room(field.length);
        System.arraycopy(field, 0, row, length, field.length);
        length += field.length;
    }

    @Override
    public void date(int epochDay) {
        integer(epochDay);
    }

    @Override
    public void integer(int value) {
        room(MAX_FIXED_FIELD_BYTES);
        row[length] = 1;
        INT.set(row, length + 1, value);
        length += 5;
    }

    @Override
    public void cents(long cents) {
        room(MAX_FIXED_FIELD_BYTES);
        row[length] = 1;
        LONG.set(row, length + 1, cents);
        length += 9;
    }

    @Override
    public void real(double value) {
        cents(Double.doubleToLongBits(value));
    }

    @Override
    public void basisPoints(int basisPoints) {
        integer(basisPoints);
    }

    @Override
    public void bool(boolean value) {
        room(MAX_FIXED_FIELD_BYTES);
        row[length] = 1;
        row[length + 1] = (byte) (value ? 1 : 0);
        length += 2;
    }

    @Override
    public void nothing() {
        room(MAX_FIXED_FIELD_BYTES);
        row[length++] = 0;
    }

    private void room(int bytes) {
        if (length + bytes > row.length) {
            row = java.util.Arrays.copyOf(row, Math.max(row.length * 2, length + bytes));
        }
    }

    @Override
    public void endRow() {
        HashValue128 hash = hasher.hashBytesTo128Bits(row, 0, length);
        fingerprint.add(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
    }
}
