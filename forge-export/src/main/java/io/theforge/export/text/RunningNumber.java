package io.theforge.export.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A number that is mostly the same as in the row before, or one more: its digits are kept, eight bytes of them in one long, and the last one is counted up. What it
 * writes too much, up to seven bytes, is overwritten by what comes next.
 */
final class RunningNumber {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_DIGITS = 8;
    private static final long MOST = 99_999_999;

    private long value = -1;
    /** The digits, the first in the lowest byte. */
    private long digits;

    private int count;
    /** How often the last digit can be counted up. */
    private int left;

    /** Writes a number. @param next at least 0 @return the place behind it */
    int put(long next, byte[] into, int at) {
        if (next == value + 1 && left > 0) {
            left--;
            digits += 1L << 8 * (count - 1);
            value = next;
        } else if (next != value) {
            if (next > MOST) {
                byte[] text = Long.toString(next).getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(text, 0, into, at, text.length);
                return at + text.length;
            }
            begin(next);
        }
        LONG.set(into, at, digits);
        return at + count;
    }

    private void begin(long number) {
        byte[] text = new byte[MOST_DIGITS + 3];
        count = Digits.put((int) number, text, 0);
        digits = (long) LONG.get(text, 0);
        left = '9' - text[count - 1];
        value = number;
    }
}
