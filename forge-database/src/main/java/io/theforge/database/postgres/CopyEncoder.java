package io.theforge.database.postgres;

import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in the binary format of {@code COPY} (PostgreSQL documentation, "COPY", File Formats): per row the number of
 * fields as 16 bits, per field its length as 32 bits and its value, all big-endian; length -1 is NULL. Header and trailer of
 * the stream are not part of a chunk.
 */
final class CopyEncoder implements Chunk {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /** 2000-01-01, from which PostgreSQL counts, in days since 1970-01-01. */
    private static final int POSTGRES_EPOCH_DAY = 10_957;

    /** A numeric of 19 digits: length, header of 8 bytes, six digits of base 10,000. */
    private static final int LONGEST_FIXED_FIELD = 4 + 8 + 6 * 2;

    private static final int NUMERIC_BASE = 10_000;
    private static final short NUMERIC_NEGATIVE = 0x4000;

    private final short fields;
    private final boolean hasId;
    private final int firstId;
    private final int firstStoreId;
    private final int firstProductId;
    private byte[] bytes = new byte[1 << 16];
    private int length;

    CopyEncoder(Table table, Ids ids) {
        fields = (short) table.columns().size();
        hasId = table.hasId();
        firstId = ids.first(table);
        firstStoreId = ids.first(Table.STORE);
        firstProductId = ids.first(Table.PRODUCT);
    }

    /** What has been written; good up to {@link #size()} and until the next row. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public int size() {
        return length;
    }

    @Override
    public void clear() {
        length = 0;
    }

    @Override
    public void startRow(long ordinal) {
        room(LONGEST_FIXED_FIELD);
        SHORT.set(bytes, length, fields);
        length += 2;
        if (hasId) {
            integer((int) (firstId + ordinal));
        }
    }

    @Override
    public void store(int storeIndex) {
        if (storeIndex < 0) {
            nothing();
        } else {
            integer(firstStoreId + storeIndex);
        }
    }

    @Override
    public void product(int productIndex) {
        integer(firstProductId + productIndex);
    }

    @Override
    public void text(@Nullable String value) {
        if (value == null) {
            nothing();
            return;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        room(4 + utf8.length);
        INT.set(bytes, length, utf8.length);
        System.arraycopy(utf8, 0, bytes, length + 4, utf8.length);
        length += 4 + utf8.length;
    }

    @Override
    public void date(int epochDay) {
        integer(epochDay - POSTGRES_EPOCH_DAY);
    }

    @Override
    public void integer(int value) {
        room(LONGEST_FIXED_FIELD);
        INT.set(bytes, length, 4);
        INT.set(bytes, length + 4, value);
        length += 8;
    }

    @Override
    public void cents(long cents) {
        long amount = Math.abs(cents);
        numeric(cents < 0, amount / 100, (int) (amount % 100) * 100, 2);
    }

    @Override
    public void real(double value) {
        room(LONGEST_FIXED_FIELD);
        INT.set(bytes, length, 8);
        LONG.set(bytes, length + 4, Double.doubleToLongBits(value));
        length += 12;
    }

    @Override
    public void basisPoints(int basisPoints) {
        int amount = Math.abs(basisPoints);
        numeric(basisPoints < 0, amount / NUMERIC_BASE, amount % NUMERIC_BASE, 4);
    }

    /**
     * A {@code numeric}: number of digits of base 10,000, weight of the first (0 = the ones), sign, decimals shown, digits.
     * Zeros at either end are left out, as PostgreSQL does.
     *
     * @param fraction ten-thousandths, the one digit after the point
     */
    private void numeric(boolean negative, long whole, int fraction, int decimals) {
        room(LONGEST_FIXED_FIELD);
        int wholeDigits = 0;
        for (long rest = whole; rest != 0; rest /= NUMERIC_BASE) {
            wholeDigits++;
        }
        int digits = wholeDigits;
        int weight = wholeDigits - 1;
        long significant = whole;
        if (fraction != 0) {
            digits++;
        } else {
            while (digits > 0 && significant % NUMERIC_BASE == 0) {
                significant /= NUMERIC_BASE;
                digits--;
            }
        }
        INT.set(bytes, length, 8 + 2 * digits);
        SHORT.set(bytes, length + 4, (short) digits);
        SHORT.set(bytes, length + 6, (short) (digits == 0 ? 0 : weight));
        SHORT.set(bytes, length + 8, negative ? NUMERIC_NEGATIVE : (short) 0);
        SHORT.set(bytes, length + 10, (short) decimals);
        int end = length + 12 + 2 * digits;
        int at = end;
        if (fraction != 0) {
            at -= 2;
            SHORT.set(bytes, at, (short) fraction);
        }
        while (at > length + 12) {
            at -= 2;
            SHORT.set(bytes, at, (short) (significant % NUMERIC_BASE));
            significant /= NUMERIC_BASE;
        }
        length = end;
    }

    @Override
    public void bool(boolean value) {
        room(LONGEST_FIXED_FIELD);
        INT.set(bytes, length, 1);
        bytes[length + 4] = (byte) (value ? 1 : 0);
        length += 5;
    }

    @Override
    public void nothing() {
        room(LONGEST_FIXED_FIELD);
        INT.set(bytes, length, -1);
        length += 4;
    }

    @Override
    public void endRow() {
        // nothing ends a row in this format
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
