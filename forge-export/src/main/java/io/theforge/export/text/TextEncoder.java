package io.theforge.export.text;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.theforge.sink.Chunk;
import io.theforge.table.Column;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as UTF-8. Numbers and dates are written digit by digit into one array, without a text between: at a row's begin there is
 * room for all its fields of bounded length.
 */
abstract class TextEncoder implements Chunk {
    /** The longest field that is no text: a number of 64 bits, with what stands around it. */
    private static final int LONGEST_FIXED_FIELD = 28;

    private static final byte[] PAIRS_OF_DIGITS = pairsOfDigits();

    private final boolean hasId;
    private final int rowRoom;
    /** A series has the same texts in all of its rows: what was encoded last for a text is used again. */
    private @Nullable String lastText;

    private byte[] lastEncoded = {};

    protected byte[] bytes = new byte[1 << 16];
    protected int length;

    /** @param fieldRoom bytes that stand around the fields of a row */
    TextEncoder(List<Column> columns, int fieldRoom) {
        hasId = columns.get(0).role() == Column.Role.ID;
        rowRoom = columns.size() * LONGEST_FIXED_FIELD + fieldRoom;
    }

    private static byte[] pairsOfDigits() {
        byte[] pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }

    /** Writes what stands before a field's value. */
    protected abstract void beginField();

    /** Writes what stands after a field's value. */
    protected abstract void endField();

    /** Returns a text as it stands in a field. */
    protected abstract byte[] encoded(String text);

    /** Writes an empty field. */
    protected abstract void empty();

    /** Returns what has been written; good up to {@link #size()} and until the next row. */
    final byte[] bytes() {
        return bytes;
    }

    @Override
    public final int size() {
        return length;
    }

    @Override
    public void clear() {
        length = 0;
    }

    @Override
    public void startRow(long ordinal) {
        room(rowRoom);
        if (hasId) {
            beginField();
            number(ordinal + 1);
            endField();
        }
    }

    @Override
    public final void store(int storeIndex) {
        if (storeIndex < 0) {
            nothing();
        } else {
            integer(storeIndex + 1);
        }
    }

    @Override
    public final void product(int productIndex) {
        integer(productIndex + 1);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a text that is equal but another one is only encoded once more
    public final void text(@Nullable String value) {
        if (value == null) {
            nothing();
            return;
        }
        if (value != lastText) {
            lastEncoded = encoded(value);
            lastText = value;
        }
        room(rowRoom + lastEncoded.length);
        beginField();
        raw(lastEncoded);
        endField();
    }

    @Override
    public void date(int epochDay) {
        beginField();
        isoDate(epochDay);
        endField();
    }

    protected final void isoDate(int epochDay) {
        DateTexts.put(epochDay, bytes, length);
        length += DateTexts.BYTES;
    }

    @Override
    public final void integer(int value) {
        beginField();
        number(value);
        endField();
    }

    @Override
    public final void cents(long cents) {
        beginField();
        long amount = sign(cents);
        long whole = amount / 100;
        number(whole);
        bytes[length++] = '.';
        twoDigits((int) (amount - whole * 100));
        endField();
    }

    @Override
    public final void basisPoints(int basisPoints) {
        beginField();
        int share = (int) sign(basisPoints);
        number(share / 10_000);
        bytes[length++] = '.';
        twoDigits(share % 10_000 / 100);
        twoDigits(share % 100);
        endField();
    }

    @Override
    public final void real(double value) {
        beginField();
        // Double.toString is not the same in all Java versions
        String text = NumberOutput.toString(value, true);
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        endField();
    }

    @Override
    public void bool(boolean value) {
        beginField();
        raw(value ? "true" : "false");
        endField();
    }

    @Override
    public final void nothing() {
        beginField();
        empty();
        endField();
    }

    private long sign(long value) {
        if (value < 0) {
            bytes[length++] = '-';
            return -value;
        }
        return value;
    }

    private void number(long value) {
        long rest = sign(value);
        if (rest > Integer.MAX_VALUE || rest < 0) {
            raw(Long.toUnsignedString(rest));
        } else {
            positive((int) rest);
        }
    }

    /** Most numbers have few digits: counted by comparing, written two at a time from the last. */
    private void positive(int value) {
        int rest = value;
        int at = length + digits(value);
        length = at;
        while (rest >= 100) {
            int quotient = rest / 100;
            int pair = (rest - quotient * 100) * 2;
            rest = quotient;
            bytes[--at] = PAIRS_OF_DIGITS[pair + 1];
            bytes[--at] = PAIRS_OF_DIGITS[pair];
        }
        if (rest >= 10) {
            bytes[--at] = PAIRS_OF_DIGITS[2 * rest + 1];
            bytes[--at] = PAIRS_OF_DIGITS[2 * rest];
        } else {
            bytes[--at] = (byte) ('0' + rest);
        }
    }

    private static int digits(int value) {
        if (value < 10_000) {
            return value < 100 ? (value < 10 ? 1 : 2) : value < 1000 ? 3 : 4;
        }
        if (value < 1_000_000) {
            return value < 100_000 ? 5 : 6;
        }
        return value < 100_000_000 ? (value < 10_000_000 ? 7 : 8) : value < 1_000_000_000 ? 9 : 10;
    }

    private void twoDigits(int value) {
        bytes[length++] = PAIRS_OF_DIGITS[2 * value];
        bytes[length++] = PAIRS_OF_DIGITS[2 * value + 1];
    }

    protected final void raw(String ascii) {
        raw(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    protected final void raw(byte[] field) {
        System.arraycopy(field, 0, bytes, length, field.length);
        length += field.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
