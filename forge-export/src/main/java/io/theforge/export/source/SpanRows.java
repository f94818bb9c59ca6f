package io.theforge.export.source;

import java.util.Arrays;

/** Rows of a few neighbouring series, by product and day: written once, then read once. */
final class SpanRows {
    private static final int FIELDS = 4;

    private int[] fields = new int[1 << 12];
    private int length;
    private int at;

    void begin() {
        length = 0;
        at = 0;
    }

    void add(int product, int day, int first, int second) {
        if (length + FIELDS > fields.length) {
            fields = Arrays.copyOf(fields, fields.length * 2);
        }
        fields[length++] = product;
        fields[length++] = day;
        fields[length++] = first;
        fields[length++] = second;
    }

    /** Returns whether the next row is one of a product. */
    boolean isAt(int product) {
        return at < length && fields[at] == product;
    }

    int day() {
        return fields[at + 1];
    }

    int first() {
        return fields[at + 2];
    }

    int second() {
        return fields[at + 3];
    }

    void next() {
        at += FIELDS;
    }
}
