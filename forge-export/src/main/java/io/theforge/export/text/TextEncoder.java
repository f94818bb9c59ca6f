package io.theforge.export.text;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.theforge.export.file.RewindableChunk;
import io.theforge.table.Column;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as UTF-8. Numbers and dates are written digit by digit into one array, without a text between: at a row's begin there is
 * room for all its fields of bounded length.
 */
public abstract class TextEncoder implements RewindableChunk {
    /** The longest field that is no text: a number of 64 bits, with what stands around it. */
    private static final int LONGEST_FIXED_FIELD = 28;

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final boolean hasId;
    private final int rowRoom;
    private final RunningNumber id = new RunningNumber();
    private final RunningNumber store = new RunningNumber();
    private final RunningNumber product = new RunningNumber();
    /** A series has the same texts in all of its rows: what was encoded last for a text is used again. */
    private @Nullable String lastText;

    private byte[] lastEncoded = {};

    /** Records name a store and a product, in turn. */
    private @Nullable String textBefore;

    private byte[] encodedBefore = {};

    protected byte[] bytes = new byte[1 << 16];
    protected int length;

    /** @param fieldRoom bytes that stand around the fields of a row */
    TextEncoder(List<Column> columns, int fieldRoom) {
        hasId = columns.get(0).role() == Column.Role.ID;
        rowRoom = columns.size() * LONGEST_FIXED_FIELD + fieldRoom;
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
    public final byte[] bytes() {
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
    public final int mark() {
        return length;
    }

    @Override
    public void rewind(int mark) {
        length = mark;
    }

    /** Writes a field as it is, whatever stands in it. */
    public final void verbatim(String field) {
        byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
        room(rowRoom + utf8.length);
        beginField();
        raw(utf8);
        endField();
    }

    /** Writes a character of ASCII, for which there is room behind a row's begin. */
    public final void put(char ascii) {
        bytes[length++] = (byte) ascii;
    }

    /** Writes a character of ASCII in place of the last one. */
    public final void putLast(char ascii) {
        bytes[length - 1] = (byte) ascii;
    }

    /** Leaves a field out, where records name their fields. */
    public void skip() {
        throw new UnsupportedOperationException("fields without names cannot be left out");
    }

    /** Gives the next field another name, in this row only. */
    public void nameOnce(String name) {
        throw new UnsupportedOperationException("fields have no names here");
    }

    /** Lets the row that was written last end as lines do on Windows. */
    public final void carriageReturn() {
        room(1);
        bytes[length - 1] = '\r';
        bytes[length++] = '\n';
    }

    @Override
    public void startRow(long ordinal) {
        room(rowRoom);
        if (hasId) {
            beginField();
            length = id.put(ordinal + 1, bytes, length);
            endField();
        }
    }

    @Override
    public final void store(int storeIndex) {
        beginField();
        if (storeIndex < 0) {
            empty();
        } else {
            length = store.put(storeIndex + 1L, bytes, length);
        }
        endField();
    }

    @Override
    public final void product(int productIndex) {
        beginField();
        length = product.put(productIndex + 1L, bytes, length);
        endField();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a text that is equal but another one is only encoded once more
    public final void text(@Nullable String value) {
        if (value == null) {
            nothing();
            return;
        }
        if (value != lastText) {
            String text = lastText;
            byte[] encoding = lastEncoded;
            lastEncoded = value == textBefore ? encodedBefore : encoded(value);
            lastText = value;
            textBefore = text;
            encodedBefore = encoding;
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
        raw(value ? TRUE : FALSE);
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
        if (rest < 0 || rest > Integer.MAX_VALUE) {
            raw(Long.toUnsignedString(rest));
        } else {
            length = Digits.put((int) rest, bytes, length);
        }
    }

    private void twoDigits(int value) {
        length = Digits.putTwo(value, bytes, length);
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
