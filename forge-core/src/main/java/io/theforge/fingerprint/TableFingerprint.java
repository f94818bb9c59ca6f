package io.theforge.fingerprint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the content of one table: how many rows there are and the sum of their hashes modulo 2^128. A sum does not depend
 * on the order of the rows, so parts made by several workers, or read back in any order, add up to the same.
 */
public final class TableFingerprint {
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{16})([0-9a-f]{16})-([0-9]{1,18})");

    private long rows;
    private long high;
    private long low;

    /**
     * Reads what {@link #toString} wrote, so that later rows can be added to it.
     *
     * @throws IllegalArgumentException when it is no fingerprint of a table
     */
    public static TableFingerprint parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + written + "\" is no fingerprint of a table");
        }
        TableFingerprint read = new TableFingerprint();
        read.high = Long.parseUnsignedLong(parts.group(1), 16);
        read.low = Long.parseUnsignedLong(parts.group(2), 16);
        read.rows = Long.parseLong(parts.group(3));
        return read;
    }

    /** Adds one row's 128-bit hash. */
    public void add(long hashHigh, long hashLow) {
        rows++;
        addHash(hashHigh, hashLow);
    }

    /** Adds all rows of another part of the same table. */
    public void add(TableFingerprint other) {
        rows += other.rows;
        addHash(other.high, other.low);
    }

    private void addHash(long hashHigh, long hashLow) {
        long sum = low + hashLow;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        low = sum;
        high += hashHigh + carry;
    }

    public long rows() {
        return rows;
    }

    /** Returns 32 hex digits of the sum, a dash, the row count: "00ff..-366". */
    @Override
    public String toString() {
        String digits = "0".repeat(16);
        String h = Long.toHexString(high);
        String l = Long.toHexString(low);
        return digits.substring(h.length()) + h + digits.substring(l.length()) + l + "-" + rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableFingerprint that && rows == that.rows && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(low);
    }
}
