package io.theforge.export.parquet;

import io.theforge.table.Column;
import java.util.Arrays;
import java.util.List;

/** Rows, column by column: numbers in one array, texts in another, and where a column may be empty, which of its rows are. */
final class ColumnRows {
    private static final int FIRST_ROWS = 1 << 10;

    final long[][] numbers;
    final byte[][][] texts;
    final boolean[][] nulls;
    int rows;

    ColumnRows(List<Column> columns) {
        numbers = new long[columns.size()][];
        texts = new byte[columns.size()][][];
        nulls = new boolean[columns.size()][];
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.kind() == Column.Kind.TEXT) {
                texts[i] = new byte[FIRST_ROWS][];
            } else {
                numbers[i] = new long[FIRST_ROWS];
                nulls[i] = new boolean[FIRST_ROWS];
            }
        }
    }

    int room() {
        return numbers[0] == null ? texts[0].length : numbers[0].length;
    }

    void grow() {
        int room = room() * 2;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == null) {
                texts[i] = Arrays.copyOf(texts[i], room);
            } else {
                numbers[i] = Arrays.copyOf(numbers[i], room);
                nulls[i] = Arrays.copyOf(nulls[i], room);
            }
        }
    }
}
