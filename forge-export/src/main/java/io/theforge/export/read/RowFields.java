package io.theforge.export.read;

import io.theforge.table.Column;
import io.theforge.table.Column.Role;
import io.theforge.table.RowWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds one row at a time, to be compared with another. */
final class RowFields implements RowWriter {
    private final List<Column> fields;
    private final References references;
    private final long[] numbers;
    private final @Nullable String[] texts;
    private final boolean[] isNull;
    private long ordinal;
    private int length;

    /** @param columns those of the table @param references what indices of stores and products stand for */
    RowFields(List<Column> columns, References references) {
        fields = columns.stream().filter(column -> column.role() != Role.ID).toList();
        this.references = references;
        numbers = new long[fields.size()];
        texts = new String[fields.size()];
        isNull = new boolean[fields.size()];
    }

    /** Returns the row as it is now. */
    RowFields copy() {
        RowFields copy = new RowFields(fields, references);
        copy.ordinal = ordinal;
        copy.length = length;
        for (int i = 0; i < length; i++) {
            copy.numbers[i] = numbers[i];
            copy.texts[i] = texts[i];
            copy.isNull[i] = isNull[i];
        }
        return copy;
    }

    /** Returns a number that rows of the same content share. */
    long hash() {
        long hash = 1;
        for (int i = 0; i < length; i++) {
            hash = mixed(hash, i);
        }
        return hash;
    }

    /** Returns a number that rows of the same {@link #key} share. */
    long keyHash() {
        long hash = 1;
        for (int i = 0; i < length; i++) {
            hash = fields.get(i).role() == Role.KEY ? mixed(hash, i) : hash;
        }
        return hash;
    }

    private long mixed(long hash, int field) {
        long value = isNull[field] ? 1 : texts[field] == null ? numbers[field] : texts[field].hashCode();
        long sum = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return sum ^ sum >>> 32;
    }

    long ordinal() {
        return ordinal;
    }

    String text(int field) {
        return String.valueOf(texts[field]);
    }

    /** Returns the first field in which the rows differ; -1 where they are the same. */
    int firstDifference(RowFields other) {
        for (int i = 0; i < length; i++) {
            if (isNull[i] != other.isNull[i]
                    || numbers[i] != other.numbers[i]
                    || !Objects.equals(texts[i], other.texts[i])) {
                return i;
            }
        }
        return -1;
    }

    String name(int field) {
        return fields.get(field).name();
    }

    /** Returns a field as people write it. */
    String shown(int field) {
        if (isNull[field]) {
            return "empty";
        }
        return switch (fields.get(field).kind()) {
            case DATE -> LocalDate.ofEpochDay(numbers[field]).toString();
            case CENTS -> BigDecimal.valueOf(numbers[field], 2).toString();
            case BASIS_POINTS -> BigDecimal.valueOf(numbers[field], 4).toString();
            case REAL -> String.valueOf(Double.longBitsToDouble(numbers[field]));
            case BOOL -> String.valueOf(numbers[field] == 1);
            case INTEGER -> String.valueOf(numbers[field]);
            case TEXT, STORE, PRODUCT -> text(field);
        };
    }

    /** Returns what tells the row from any other: "date=2024-01-01 store_id=S00001". */
    String key() {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).role() == Role.KEY) {
                key.append(key.isEmpty() ? "" : " ").append(name(i)).append('=').append(shown(i));
            }
        }
        return key.isEmpty() ? name(0) + "=" + shown(0) : key.toString();
    }

    @Override
    public void startRow(long rowOrdinal) {
        ordinal = rowOrdinal;
        length = 0;
    }

    private void put(long number, @Nullable String text, boolean none) {
        numbers[length] = number;
        texts[length] = text;
        isNull[length++] = none;
    }

    @Override
    public void store(int storeIndex) {
        put(0, storeIndex < 0 ? null : references.stores().codes().get(storeIndex), storeIndex < 0);
    }

    @Override
    public void product(int productIndex) {
        put(0, references.products().codes().get(productIndex), false);
    }

    @Override
    public void text(@Nullable String value) {
        put(0, value, value == null);
    }

    @Override
    public void date(int epochDay) {
        put(epochDay, null, false);
    }

    @Override
    public void integer(int value) {
        put(value, null, false);
    }

    @Override
    public void cents(long cents) {
        put(cents, null, false);
    }

    @Override
    public void basisPoints(int basisPoints) {
        put(basisPoints, null, false);
    }

    @Override
    public void real(double value) {
        put(Double.doubleToLongBits(value), null, false);
    }

    @Override
    public void bool(boolean value) {
        put(value ? 1 : 0, null, false);
    }

    @Override
    public void nothing() {
        put(0, null, true);
    }

    @Override
    public void endRow() {
        // complete
    }
}
