package io.theforge.export.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Whole numbers as digits, three at a time: each step looks up four bytes and writes them at once, without a branch that hangs on how
 * many digits there are. What it writes too much, up to three bytes, is overwritten by what comes next.
 */
final class Digits {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BASE = 1000;

    /** By number below 1000: its digits from the left in the low bytes, and how many there are in the highest. */
    private static final int[] SHORTEST = new int[BASE];

    /** The same with leading zeros, always three. */
    private static final int[] PADDED = new int[BASE];

    static {
        for (int value = 0; value < BASE; value++) {
            int hundreds = '0' + value / 100;
            int tens = '0' + value / 10 % 10;
            int ones = '0' + value % 10;
            PADDED[value] = hundreds | tens << 8 | ones << 16 | 3 << 24;
            SHORTEST[value] = value < 10 ? ones | 1 << 24 : value < 100 ? tens | ones << 8 | 2 << 24 : PADDED[value];
        }
    }

    private Digits() {}

    /** Writes a number. @param value at least 0 @return the place behind it */
    static int put(int value, byte[] into, int at) {
        if (value < BASE) {
            return place(SHORTEST[value], into, at);
        }
        int thousands = value / BASE;
        int rest = value - thousands * BASE;
        if (thousands < BASE) {
            return place(PADDED[rest], into, place(SHORTEST[thousands], into, at));
        }
        int behind = put(thousands, into, at);
        return place(PADDED[rest], into, behind);
    }

    /** Writes a number below 100 as two digits. @return the place behind them */
    static int putTwo(int value, byte[] into, int at) {
        INT.set(into, at, PADDED[value] >>> 8);
        return at + 2;
    }

    private static int place(int digits, byte[] into, int at) {
        INT.set(into, at, digits);
        return at + (digits >>> 24);
    }
}
