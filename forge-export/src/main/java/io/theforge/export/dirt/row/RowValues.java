package io.theforge.export.dirt.row;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.theforge.export.text.TextEncoder;
import io.theforge.table.RowWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The fields of one row, the id left out, as they were given or as they were spoiled. */
public final class RowValues implements RowWriter {
    /** How a field was given. */
    enum Form {
        STORE,
        PRODUCT,
        TEXT,
        DATE,
        INTEGER,
        CENTS,
        BASIS_POINTS,
        REAL,
        BOOL,
        NOTHING,
        /** A text that goes into the file as it is, quotes and all. */
        VERBATIM
    }

    private final Form[] forms;
    private final long[] numbers;
    private final @Nullable String[] texts;
    private long ordinal;
    private int field;

    /** @param fields how many a row has, the id left out */
    public RowValues(int fields) {
        forms = new Form[fields];
        Arrays.fill(forms, Form.NOTHING);
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
        return texts[column];
    }

    /** Returns whether a field is a text that is there. */
    public boolean isText(int column) {
        return forms[column] == Form.TEXT && texts[column] != null;
    }

    /** Returns whether there is nothing in a field. */
    public boolean isEmpty(int column) {
        return forms[column] == Form.NOTHING || (forms[column] == Form.TEXT && texts[column] == null);
    }

    /** Returns the place of the row in its table, from 0. */
    public long ordinal() {
        return ordinal;
    }

    private void put(Form form, long number, @Nullable String text) {
        forms[field] = form;
        numbers[field] = number;
        texts[field++] = text;
    }

    /** Lets the next value that is given replace that of a column. */
    public RowValues at(int column) {
        field = column;
        return this;
    }

    /** A text that goes into the file as it is, without quotes around it. */
    public void verbatim(String text) {
        put(Form.VERBATIM, 0, text);
    }

    @Override
    public void startRow(long ordinal) {
        this.ordinal = ordinal;
        field = 0;
    }

    @Override
    public void store(int storeIndex) {
        put(Form.STORE, storeIndex, null);
    }

    @Override
    public void product(int productIndex) {
        put(Form.PRODUCT, productIndex, null);
    }

    @Override
    public void text(@Nullable String value) {
        put(Form.TEXT, 0, value);
    }

    @Override
    public void date(int epochDay) {
        put(Form.DATE, epochDay, null);
    }

    @Override
    public void integer(int value) {
        put(Form.INTEGER, value, null);
    }

    @Override
    public void cents(long cents) {
        put(Form.CENTS, cents, null);
    }

    @Override
    public void basisPoints(int basisPoints) {
        put(Form.BASIS_POINTS, basisPoints, null);
    }

    @Override
    public void real(double value) {
        put(Form.REAL, Double.doubleToRawLongBits(value), null);
    }

    @Override
    public void bool(boolean value) {
        put(Form.BOOL, value ? 1 : 0, null);
    }

    @Override
    public void nothing() {
        put(Form.NOTHING, 0, null);
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
            case NOTHING -> out.nothing();
            case VERBATIM -> ((TextEncoder) out).verbatim(String.valueOf(texts[column]));
        }
    }

    /** Returns a field as text, not quoted; null where there is nothing in it. */
    public @Nullable String shown(int column) {
        long number = numbers[column];
        return switch (forms[column]) {
            case STORE -> number < 0 ? null : Long.toString(number + 1);
            case PRODUCT -> Long.toString(number + 1);
            case TEXT, VERBATIM -> texts[column];
            case DATE -> LocalDate.ofEpochDay(number).toString();
            case INTEGER -> Long.toString(number);
            case CENTS -> BigDecimal.valueOf(number, 2).toPlainString();
            case BASIS_POINTS -> BigDecimal.valueOf(number, 4).toPlainString();
            case REAL -> NumberOutput.toString(Double.longBitsToDouble(number), true);
            case BOOL -> number != 0 ? "true" : "false";
            case NOTHING -> null;
        };
    }
}
