package io.theforge.export.dirt;

import io.theforge.export.dirt.row.Role;
import io.theforge.export.dirt.row.RowValues;
import io.theforge.export.dirt.row.TableShape;
import io.theforge.export.text.TextEncoder;
import io.theforge.random.Keys;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Keys of rows for draws, made of their natural keys alone: of the series, of the row, of the store's day. */
final class RowKeys {
    private final int[] columns;
    private final int[] shown;
    private final int day;
    private final TableShape shape;
    private final long table;
    private final long[] numbers;
    private final @Nullable String[] texts;
    private long series;
    private long store;
    private boolean isFirst = true;

    RowKeys(TableShape shape) {
        this.shape = shape;
        day = shape.day();
        shown = shape.keys();
        columns = java.util.Arrays.stream(shape.keys()).filter(i -> i != day).toArray();
        numbers = new long[columns.length];
        texts = new String[columns.length];
        table = hash(0, shape.name());
    }

    /** Takes a row. @return whether it begins another series */
    @SuppressWarnings("ReferenceEquality") // an equal text that is another one is compared once more below
    boolean next(RowValues row) {
        boolean same = !isFirst;
        for (int i = 0; i < columns.length && same; i++) {
            String text = row.textOf(columns[i]);
            same = row.number(columns[i]) == numbers[i]
                    && (text == texts[i] || (text != null && text.equals(texts[i])));
        }
        if (!same) {
            begin(row);
        }
        isFirst = false;
        return !same;
    }

    private void begin(RowValues row) {
        long key = table;
        for (int i = 0; i < columns.length; i++) {
            numbers[i] = row.number(columns[i]);
            texts[i] = row.textOf(columns[i]);
            key = Keys.derive(key, texts[i] == null ? numbers[i] : hash(1, texts[i]));
        }
        series = key;
        store = Keys.derive(table, ofStore(row));
    }

    private long ofStore(RowValues row) {
        int column = shape.column(shape.has(Role.SERIES) ? Role.SERIES : Role.STORE);
        if (column < 0) {
            return 0;
        }
        String text = row.textOf(column);
        return text == null ? row.number(column) : hash(1, Objects.requireNonNull(text.split("/", -1)[0]));
    }

    private static long hash(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 1_099_511_628_211L + text.charAt(i);
        }
        return hash;
    }

    /** Returns the key of the row that was taken. */
    long ofRow(RowValues row) {
        return Keys.bits(series, day < 0 ? 0 : row.number(day));
    }

    /** Returns the key of its store's day. */
    long ofStoreDay(RowValues row) {
        return Keys.bits(store, day < 0 ? 0 : row.number(day));
    }

    /** Writes the row's natural key as the ledger has it. */
    void show(RowValues row, TextEncoder out) {
        boolean isText = false;
        for (int column : shown) {
            isText |= row.isText(column);
        }
        if (isText || shown.length == 0) {
            out.text(text(row));
            return;
        }
        for (int column : shown) {
            row.writeField(column, out);
            out.putLast('|');
        }
        out.putLast(',');
    }

    private String text(RowValues row) {
        StringJoiner key = new StringJoiner("|");
        for (int column : shown) {
            String field = row.shown(column);
            key.add(field == null ? "" : field);
        }
        return key.toString();
    }
}
