package io.theforge.export.dirt.row;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.theforge.export.text.TextEncoder;
import io.theforge.table.RowWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The fields of one row, the id left out, as they were given or as they were spoiled. */
public final class RowValues implements RowWriter {
    // How a field was given; numbers, and no objects, for the sake of rows that nothing hits.
    private static final byte NOTHING = 0;
    private static final byte STORE = 1;
    private static final byte PRODUCT = 2;
    private static final byte DATE = 3;
    private static final byte INTEGER = 4;
    private static final byte CENTS = 5;
    private static final byte BASIS_POINTS = 6;
    private static final byte REAL = 7;
    private static final byte BOOL = 8;
    private static final byte TEXT = 9;
    /** A text that goes into the file as it is, quotes and all. */
    private static final byte VERBATIM = 10;

    private final byte[] forms;
    private final long[] numbers;
    private final @Nullable String[] texts;
    private long ordinal;
    private int field;

    /** @param fields how many a row has, the id left out */
    public RowValues(int fields) {
        forms = new byte[fields];
        numbers = new long[fields];
        texts = new String[fields];
    }

    /** Returns the same row, which stays when this takes another. */
    public RowValues copy() {
        RowValues copy = new RowValues(forms.length);
        copy.take(this);
        return copy;
    }

    /** Takes over another row of the same table. */
    public void take(RowValues other) {
        ordinal = other.ordinal;
        System.arraycopy(other.forms, 0, forms, 0, forms.length);
        System.arraycopy(other.numbers, 0, numbers, 0, forms.length);
        System.arraycopy(other.texts, 0, texts, 0, forms.length);
    }

    /** Returns a field as a number: an index, days, cents, a whole number; what it is for a text says nothing. */
    public long number(int column) {
        return numbers[column];
    }

    /** Returns a field that was given as a text. */
    public @Nullable String textOf(int column) {
        return forms[column] >= TEXT ? texts[column] : null;
    }

    /** Returns whether there is nothing in a field. */
    public boolean isEmpty(int column) {
        return forms[column] == NOTHING || (forms[column] == STORE && numbers[column] < 0);
    }

    /** Returns the place of the row in its table, from 0. */
    public long ordinal() {
        return ordinal;
    }

    private void put(byte form, long number) {
        forms[field] = form;
        numbers[field++] = number;
    }

    private void put(byte form, @Nullable String text) {
        forms[field] = text == null ? NOTHING : form;
        numbers[field] = 0;
        texts[field++] = text;
    }

    /** Lets the next value that is given replace that of a column. */
    public RowValues at(int column) {
        field = column;
        return this;
    }

    /** A text that goes into the file as it is, without quotes around it. */
    public void verbatim(String text) {
        put(VERBATIM, text);
    }

    @Override
    public void startRow(long ordinal) {
        this.ordinal = ordinal;
        field = 0;
    }

    @Override
    public void store(int storeIndex) {
        put(STORE, storeIndex);
    }

    @Override
    public void product(int productIndex) {
        put(PRODUCT, productIndex);
    }

    @Override
    public void text(@Nullable String value) {
        put(TEXT, value);
    }

    @Override
    public void date(int epochDay) {
        put(DATE, epochDay);
    }

    @Override
    public void integer(int value) {
        put(INTEGER, value);
    }

    @Override
    public void cents(long cents) {
        put(CENTS, cents);
    }

    @Override
    public void basisPoints(int basisPoints) {
        put(BASIS_POINTS, basisPoints);
    }

    @Override
    public void real(double value) {
        put(REAL, Double.doubleToRawLongBits(value));
    }

    @Override
    public void bool(boolean value) {
        put(BOOL, value ? 1 : 0);
    }

    @Override
    public void nothing() {
        put(NOTHING, 0);
    }

    @Override
    public void endRow() {
        // the values stay until the next row
    }

    /** Writes the whole row. */
    public void writeTo(RowWriter out) {
        out.startRow(ordinal);
        for (int i = 0; i < forms.length; i++) {
            writeField(i, out);
        }
        out.endRow();
    }

    /** Writes one field. */
    public void writeField(int column, RowWriter out) {
        long number = numbers[column];
        switch (forms[column]) {
            case STORE -> out.store((int) number);
            case PRODUCT -> out.product((int) number);
            case TEXT -> out.text(texts[column]);
            case DATE -> out.date((int) number);
            case INTEGER -> out.integer((int) number);
            case CENTS -> out.cents(number);
            case BASIS_POINTS -> out.basisPoints((int) number);
            case REAL -> out.real(Double.longBitsToDouble(number));
            case BOOL -> out.bool(number != 0);
            case VERBATIM -> ((TextEncoder) out).verbatim(String.valueOf(texts[column]));
            default -> out.nothing();
        }
    }

    /** Returns a field as text, not quoted; null where there is nothing in it. */
    public @Nullable String shown(int column) {
        long number = numbers[column];
        return switch (forms[column]) {
            case STORE, PRODUCT -> number < 0 ? null : Long.toString(number + 1);
            case TEXT, VERBATIM -> texts[column];
            case DATE -> LocalDate.ofEpochDay(number).toString();
            case INTEGER -> Long.toString(number);
            case CENTS -> BigDecimal.valueOf(number, 2).toPlainString();
            case BASIS_POINTS -> BigDecimal.valueOf(number, 4).toPlainString();
            case REAL -> NumberOutput.toString(Double.longBitsToDouble(number), true);
            case BOOL -> Boolean.toString(number != 0);
            default -> null;
        };
    }

    /** Returns whether a field as text may need quotes. */
    public boolean isText(int column) {
        return forms[column] >= TEXT || forms[column] == REAL;
    }
}
